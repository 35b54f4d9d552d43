/** Hands a file to the person. */
export function download(name: string, content: string | Uint8Array, type: string): void {
  const url = URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : content.slice()], { type }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
