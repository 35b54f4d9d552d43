import { frameToFrame } from '../math/frames'
import { direction, dist } from '../math/upperHalfPlane'
import { acted, settled } from './acting'
import { eachFollowedBy, movedMean } from './centre'
import { sizeOf, type Document, type FactorName } from './document'
import { innerIndex, isMoved } from './moves'
import { entryName } from './names'
import { isProblem, problem, type Problem } from './problem'

/** Which entry of which factor; indices from 0. */
export interface EntryAt {
  readonly factor: FactorName
  readonly row: number
  readonly column: number
}

/** A direction that rounding of the mean turns by more than this is none. */
const finest = 1e-6

/** The entries that g acts on, in the order of the factors; with an inner index, its entries alone. */
export function movedEntries(document: Document, inner?: number): EntryAt[] {
  const { rows, inner: count, columns } = sizeOf(document)
  const all = (factor: FactorName, height: number, width: number) =>
    Array.from({ length: isMoved(document, factor) ? height * width : 0 }, (_, n) => ({
      factor,
      row: Math.floor(n / width),
      column: n % width,
    }))
  return [...all('a', rows, count), ...all('b', count, columns)].filter(
    ({ factor, row, column }) => inner === undefined || innerIndex(factor, row, column) === inner,
  )
}

/**
 * Fixing the whole gauge of PSL(2,R): the document whose g carries the mean of the entries that it acts on to i, and
 * the direction from there to one of them to straight up. The frame at the mean moves along with the entries, so any
 * two models that an isometry keeping the orientation carries into one another come to the same places.
 *
 * @param at    the entry that comes to stand above i; the first one that g acts on when left out
 * @param inner its entries and its element alone
 * @returns a problem on the line, which has no directions, if g does not act on the entry, or if it is so near to
 * the mean that rounding decides the direction; and those of centreAtMean
 */
export function centreAtFrame(document: Document, at?: EntryAt, inner?: number): Document | Problem {
  if (document.space === 'line') return problem('on the real line there is nothing to turn')
  const entries = movedEntries(document, inner)
  const chosen = at ?? entries[0]!
  const { factor, row, column } = chosen
  const name = entryName(factor, row, column)
  if (!entries.some((entry) => entry.factor === factor && entry.row === row && entry.column === column)) {
    return problem(`g does not act on ${name}, so it cannot bring it above i`)
  }
  const mean = movedMean(document, inner)
  if (isProblem(mean)) return mean
  const [x, y] = mean as [number, number]
  const entry = document[factor][row]![column]!
  const [u, v] = acted(document, innerIndex(factor, row, column), entry) as [number, number]
  const rho = dist(x, y, u, v)
  // Where frechetMean stops, and as much again for rounding the place of the entry.
  const blur = 64 * Number.EPSILON * (1 + rho) * (1 + Math.abs(x) / y)
  if (!(blur < finest * Math.min(rho, 1))) {
    return problem(`${name} is too near to the mean to say which way is up`)
  }
  const h = frameToFrame(x, y, direction(x, y, u, v), 0, 1, Math.PI / 2)
  return eachFollowedBy(settled(document), h, inner)
}
