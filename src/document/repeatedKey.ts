/** A key that some object has twice, in valid JSON: readers differ in which of the two they take. */
export function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = []
  const colon = /[ \t\r\n]*:/y
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    if (mark === '{' || mark === '[') open.push(new Set())
    else if (mark === '}' || mark === ']') open.pop()
    else if (mark === '"') {
      const from = at
      do at = text.indexOf('"', at + 1)
      while (isEscaped(text, at))
      colon.lastIndex = at + 1
      if (!colon.test(text)) continue
      const key = JSON.parse(text.slice(from, at + 1)) as string
      if (open.at(-1)!.has(key)) return key
      open.at(-1)!.add(key)
    }
  }
  return undefined
}

function isEscaped(text: string, at: number): boolean {
  let from = at
  while (text[from - 1] === '\\') from--
  return (at - from) % 2 === 1
}
