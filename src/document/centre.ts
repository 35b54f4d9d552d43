import { frechetMean } from '../math/frechetMean'
import type { Psl2r } from '../math/psl2r'
import { dist } from '../math/upperHalfPlane'
import { acted, settled } from './acting'
import { derive } from './derive'
import { sizeOf, type Document, type Entry, type FactorName } from './document'
import { checkElement, elementAt, elementList } from './element'
import { followedBy, innerIndex, isMoved, withElement } from './moves'
import { isProblem, problem, type Problem } from './problem'

/**
 * Fixing the gauge: g is followed by the isometry z ↦ (z - x)/y that brings the place x + iy to i, or x to 0 on the
 * line. Of all that bring it there it is the one that keeps ∞ and turns no direction: g = N(x) A(t) K(θ) keeps its θ.
 * The product is not changed by it where g moves both factors. At t ≠ 1 it is gᵗ that is followed, and t becomes 1.
 */

/** A place that float64 moves by more than this is not brought anywhere. */
const finest = 1e-6

/**
 * The document whose g carries this entry to i, or to 0. Where each inner index has its own element, all of them are
 * followed by the same isometry, or with `only` the entry's own one.
 *
 * @returns a problem if g does not act on the factor, there is no such entry, or rounding leaves it 1e-6 from i
 */
export function centreAt(
  document: Document,
  { factor, row, column }: { factor: FactorName; row: number; column: number },
  only?: 'own',
): Document | Problem {
  const entry = document[factor][row]?.[column]
  if (entry === undefined) {
    return problem(`there is no entry (${row + 1}, ${column + 1}) in ${factor.toUpperCase()}`)
  }
  if (!isMoved(document, factor)) {
    return problem(
      `g does not act on ${factor.toUpperCase()}, so it cannot bring an entry of it to the centre`,
    )
  }
  const inner = innerIndex(factor, row, column)
  const place = acted(document, inner, entry)
  const next = centred(settled(document), place, only && inner)
  if (isProblem(next)) return next
  return isCentre(acted(next, inner, entry)) ? next : tooFar(place)
}

/**
 * The document whose g carries the mean of the entries that it acts on to i, or to 0: the Fréchet mean in the
 * half-plane, the ordinary one on the line. With an inner index, its entries and its element alone.
 *
 * @returns a problem with the reason if the mean does not converge, or if rounding would leave it 1e-6 from i
 */
export function centreAtMean(document: Document, inner?: number): Document | Problem {
  const mean = movedMean(document, inner)
  return isProblem(mean) ? mean : centred(settled(document), mean, inner)
}

/** The mean of the entries that g acts on, where it brings them; with an inner index, of its entries alone. */
export function movedMean(document: Document, inner?: number): Entry | Problem {
  const { rows, inner: count, columns } = sizeOf(document)
  const { moved, stride } = derive(document)
  const of = inner === undefined ? Array.from({ length: count }, (_, i) => i) : [inner]
  const places: number[] = []
  const add = (from: Float64Array, n: number) => {
    for (let s = 0; s < stride; s++) places.push(from[stride * n + s]!)
  }
  for (const i of of) {
    if (isMoved(document, 'a')) for (let k = 0; k < rows; k++) add(moved.a, k * count + i)
    if (isMoved(document, 'b')) for (let l = 0; l < columns; l++) add(moved.b, i * columns + l)
  }
  return meanOf(Float64Array.from(places), stride)
}

function meanOf(places: Float64Array, stride: 1 | 2): Entry | Problem {
  if (stride === 1) return places.reduce((sum, x) => sum + x / places.length, 0)
  try {
    const { x, y } = frechetMean(places)
    return [x, y]
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message.replace(/^\w+: /, ''))
    throw error
  }
}

function centred(document: Document, place: Entry, inner?: number): Document | Problem {
  const h = toCentre(place)
  return isProblem(h) ? h : eachFollowedBy(document, h, inner)
}

/** Every element, or the one of an inner index, followed by h; or why float64 cannot hold what comes of it. */
export function eachFollowedBy(document: Document, h: Psl2r | number, inner?: number): Document | Problem {
  const list = elementList(document)
  const element =
    list && inner === undefined
      ? list.map((g) => followedBy(g, h))
      : withElement(document, inner ?? 0, followedBy(elementAt(document, inner ?? 0), h))
  const next = { ...document, element }
  const refused = (elementList(next) ?? [elementAt(next, 0)])
    .map((g) => checkElement(g, document.space))
    .find((reason) => reason !== undefined)
  return refused ? problem(`the element that centres it ${refused.problem}`) : next
}

/** z ↦ (z - x)/y */
function toCentre(place: Entry): Psl2r | number | Problem {
  if (typeof place === 'number') return 0 - place
  const [x, y] = place
  const root = Math.sqrt(y)
  // Rounding x moves the place by this much, and nothing that follows can be better.
  const blur = Number.EPSILON * (1 + Math.abs(x) / y)
  return blur < finest ? [1 / root, -x / root, 0, root] : tooFar(place)
}

function isCentre(place: Entry): boolean {
  if (typeof place === 'number') return Math.abs(place) < Infinity
  return place[1] > 0 && dist(...place, 0, 1) < finest
}

const tooFar = (place: Entry) =>
  problem(`the place ${[place].flat().join(', ')} is too far out for float64 to bring it to the centre`)
