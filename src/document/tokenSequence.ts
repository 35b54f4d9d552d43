import { problem, quoted, type Problem } from './problem'

/** Longer ones could not be read as a table. */
export const maxPositions = 16

/** Tokens by name with spaces or commas between them, from two to sixteen. */
export function parseSequence(text: string, names: readonly string[]): readonly number[] | Problem {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  if (words.length < 2) return problem('a sequence needs at least two tokens')
  if (words.length > maxPositions) return problem(`a sequence has at most ${maxPositions} tokens here`)
  const unknown = words.find((word) => !names.includes(word))
  if (unknown !== undefined) return problem(`${quoted(unknown)} is not a token: they are ${listed(names)}`)
  return words.map((word) => names.indexOf(word))
}

/** All of a few names, else the first and the last. */
export function listed(names: readonly string[]): string {
  return names.length <= 7 ? names.join(', ') : `${names.slice(0, 4).join(', ')} … ${names.at(-1)!}`
}
