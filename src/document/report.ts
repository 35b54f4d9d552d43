const maxLines = 20

/** Collects what was refused, as "path: sentence", and stops listing when nobody would read on. */
export class Report {
  private readonly lines: string[] = []
  private more = 0

  add(path: string, sentence: string): undefined {
    if (this.lines.length < maxLines) this.lines.push(`${path}: ${sentence}`)
    else this.more++
    return undefined
  }

  get isEmpty(): boolean {
    return this.lines.length === 0
  }

  rejected(): string[] {
    return this.more === 0 ? [...this.lines] : [...this.lines, `and ${this.more} more`]
  }
}

/** What a value of the wrong kind is, in words. */
export function described(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** Own data only: a key of a prototype is never taken for a field. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function field(fields: Fields, name: string, otherwise?: unknown): unknown {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return value === undefined ? otherwise : value
}

/** Whether a value that may be anything is the same as one that is known; it is looked into no deeper than that one. */
export function isEqualJson(given: unknown, known: unknown): boolean {
  if (Array.isArray(known))
    return (
      Array.isArray(given) &&
      given.length === known.length &&
      known.every((one, n) => isEqualJson((given as unknown[])[n], one))
    )
  if (!isFields(known)) return Object.is(given, known)
  const keys = Object.keys(known)
  return (
    isFields(given) &&
    Object.keys(given).length === keys.length &&
    keys.every((key) => isEqualJson(field(given, key), known[key]))
  )
}
