/** "Refused, because …": one sentence, for a person. Nothing in this folder throws at its caller. */
export interface Problem {
  readonly problem: string
}

export function problem(sentence: string): Problem {
  return { problem: sentence }
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'problem')
}

const maxQuoted = 24

/** Text of the person's own in a sentence, short enough to be read. */
export function quoted(text: string): string {
  return text.length <= maxQuoted ? `"${text}"` : `"${text.slice(0, maxQuoted)}…"`
}
