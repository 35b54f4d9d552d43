import { treeOf } from '../learning/tree'
import type { NearestRelative } from './document'
import { problem, quoted, type Problem } from './problem'

/** Longer ones would not fit beside points and columns. */
const longest = 16

/** A name that a sequence can be written with: what separates tokens is not in it. */
export function checkTokenName(name: string): Problem | undefined {
  if (name === '') return problem('a token has no name')
  if (name.length > longest) return problem(`${quoted(name)} has more than ${longest} characters`)
  if (/[\s,;:]|\p{Cc}|\p{Cs}/u.test(name)) return problem(`${quoted(name)} has a space or one of , ; : in it`)
  return undefined
}

/** Longer names than this, or a tenth child, could not be read: then tokens are numbered. */
const deepest = 6
const widest = 9

/**
 * What the tokens are called: by names of their own, else the root "1", its children "11", "12", and so on down each path, so that a name begins
 * with the name of the parent. Tokens of deep or wide trees are called 1, 2, 3, … in their order.
 */
export function tokenNames({ parents, names }: Omit<NearestRelative, 'sequences'>): readonly string[] {
  if (names) return names
  const { depths } = treeOf(parents)
  const places = parents.map(
    (parent, node) => parents.slice(0, node + 1).filter((one) => one === parent).length,
  )
  if (Math.max(...depths) >= deepest || Math.max(...places) > widest)
    return parents.map((_, node) => `${node + 1}`)
  const nameOf = (node: number): string =>
    parents[node] === -1 ? '1' : `${nameOf(parents[node]!)}${places[node]}`
  return parents.map((_, node) => nameOf(node))
}
