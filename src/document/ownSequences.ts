import type { GivenSequences } from './document'
import { problem, quoted, type Problem } from './problem'
import { checkTextLength } from './table'
import { listed, maxPositions } from './tokenSequence'

/** As documents take them. */
const most = { train: 1000, heldOut: 2000 } as const

/**
 * Sequences of one's own, one a line, tokens by name or by number from 1 with spaces or commas between them; where a
 * name is a number as well, it is the name. The last part of them is held out.
 *
 * @param part of the sequences that is held out, between 0 and 1; one at least is, and one is not
 */
export function parseSequences(
  text: string,
  names: readonly string[],
  part: number,
): GivenSequences | Problem {
  const sequences: number[][] = []
  const long = checkTextLength(text)
  if (long) return long
  if (!(part > 0 && part < 1)) return problem('The part held out must be between 0 and 1')
  for (const [n, line] of text.split('\n').entries()) {
    // One more than a sequence may have, and an empty one where the line starts with a separator.
    const words = line.split(/[\s,;]+/, maxPositions + 2).filter((word) => word !== '')
    if (words.length === 0) continue
    const where = `Line ${n + 1}`
    if (words.length < 2) return problem(`${where} has one token; a sequence needs at least two`)
    if (words.length > maxPositions) return problem(`${where} has more than ${maxPositions} tokens`)
    if (sequences.length === most.train + most.heldOut)
      return problem(`There are more than ${most.train + most.heldOut} sequences`)
    const tokens = words.map((word) => tokenOf(word, names))
    const unknown = words[tokens.indexOf(-1)]
    if (unknown !== undefined)
      return problem(`${where}: ${quoted(unknown)} is not a token: they are ${listed(names)}`)
    sequences.push(tokens)
  }
  if (sequences.length < 2) return problem('Two sequences are needed at least, one of them held out')
  const heldOut = Math.min(Math.max(Math.round(part * sequences.length), 1), sequences.length - 1)
  const train = sequences.length - heldOut
  if (train > most.train) return problem(`${train} sequences to train on are too many; at most ${most.train}`)
  if (heldOut > most.heldOut) return problem(`${heldOut} held out are too many; at most ${most.heldOut}`)
  return { train: sequences.slice(0, train), heldOut: sequences.slice(train) }
}

/** -1 for what is no token. */
function tokenOf(word: string, names: readonly string[]): number {
  const named = names.indexOf(word)
  if (named >= 0) return named
  const number = /^\d{1,4}$/.test(word) ? Number(word) : 0
  return number >= 1 && number <= names.length ? number - 1 : -1
}
