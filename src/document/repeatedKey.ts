/** A key that some object has twice, in valid JSON: readers differ in which of the two they take. */
export function repeatedKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  const colon = /[ \t\r\n]*:/y
  const mark = /["{}[\]]/g
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const sign = found[0]
    if (sign === '{') open.push(new Set())
    else if (sign === '[') open.push(undefined)
    else if (sign !== '"') open.pop()
    else {
      const from = found.index
      let at = from
      do at = text.indexOf('"', at + 1)
      while (isEscaped(text, at))
      mark.lastIndex = at + 1
      colon.lastIndex = at + 1
      if (!colon.test(text)) continue
      const key = JSON.parse(text.slice(from, at + 1)) as string
      const keys = open.at(-1)!
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return undefined
}

function isEscaped(text: string, at: number): boolean {
  let from = at
  while (text[from - 1] === '\\') from--
  return (at - from) % 2 === 1
}
