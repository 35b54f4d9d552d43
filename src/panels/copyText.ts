/** Puts a text on the clipboard; returns what to say of it. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    throw new Error('this browser gives no access to the clipboard, save the file instead')
  }
  return `Copied, ${text.split('\n').length - 1} lines.`
}
