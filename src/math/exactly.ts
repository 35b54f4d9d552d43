import { overCommonPower } from './dyadic'
import { exactImage, exactMatrix, exactPoint } from './exactImage'
import type { ExactPoint } from './exactImage'
import type { IwasawaCoordinates } from './iwasawa'

export interface EqualTerms {
  readonly equal: number
  /** rows · inner · columns */
  readonly total: number
}

/** What g acts on. */
export type MovedFactors = 'both' | 'a' | 'b'

/** g as it was given: α on the line; a 2×2 with det > 0 (row by row), or coordinates of N A K. */
export type GivenElement = number | readonly number[] | IwasawaCoordinates

/**
 * How many terms d(a_ki, b_il) of the product are exactly the same after the move, with no rounding anywhere:
 * float64 numbers are dyadic rationals, any real 2×2 with det > 0 acts as an isometry, and
 *
 *     cosh ρ - 1 = |z - w|² / (2 Im z Im w)          |x - u|
 *
 * are rational in them. The images are exact too, not the stored ones.
 *
 * @param elements one, or one per inner index
 * @param a        (rows, inner, 2) base points, (rows, inner) on the line
 * @param b        (inner, columns, 2) base points, (inner, columns) on the line
 * @param sourceA  what is moved in place of a, as a: its mirror image, where a reflection comes first
 * @param sourceB  as b
 * @throws RangeError unless all numbers are finite, Im > 0, the exact determinants > 0, and the elements
 *         of the space
 */
export function countEqualTerms(
  space: 'line' | 'halfPlane',
  elements: readonly GivenElement[],
  a: Float64Array,
  b: Float64Array,
  move: MovedFactors,
  rows: number,
  inner: number,
  columns: number,
  sourceA: Float64Array = a,
  sourceB: Float64Array = b,
): EqualTerms {
  if (elements.length !== 1 && elements.length !== inner) {
    throw new RangeError(`${elements.length} elements for ${inner} inner indices: give one, or one each`)
  }
  const compare = space === 'line' ? comparisonOnLine : comparisonInHalfPlane
  const isEqual = compare(elements, [a, b, sourceA, sourceB], move, inner, columns)
  let equal = 0
  for (let k = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++) {
      for (let i = 0; i < inner; i++) if (isEqual(k * inner + i, i * columns + l)) equal++
    }
  }
  return { equal, total: rows * inner * columns }
}

type Points = readonly [a: Float64Array, b: Float64Array, sourceA: Float64Array, sourceB: Float64Array]
type Comparison = (n: number, m: number) => boolean

function comparisonInHalfPlane(
  elements: readonly GivenElement[],
  [a, b, sourceA, sourceB]: Points,
  move: MovedFactors,
  inner: number,
  columns: number,
): Comparison {
  const g = elements.map((given) => {
    if (typeof given === 'number') throw new RangeError('a translation does not act on the half-plane')
    return exactMatrix(given)
  })
  const elementOf = (i: number) => g[g.length === 1 ? 0 : i]!
  const baseA = exactPoints(a)
  const baseB = exactPoints(b)
  const fromA = sourceA === a ? baseA : exactPoints(sourceA)
  const fromB = sourceB === b ? baseB : exactPoints(sourceB)
  const movedA = move === 'b' ? baseA : fromA.map((z, n) => exactImage(elementOf(n % inner), z))
  const movedB = move === 'a' ? baseB : fromB.map((z, n) => exactImage(elementOf(Math.floor(n / columns)), z))
  return (n, m) => sameDistance(baseA[n]!, baseB[m]!, movedA[n]!, movedB[m]!)
}

function comparisonOnLine(
  elements: readonly GivenElement[],
  [a, b, sourceA, sourceB]: Points,
  move: MovedFactors,
  inner: number,
  columns: number,
): Comparison {
  const alphas = elements.map((given) => {
    if (typeof given !== 'number') throw new RangeError('a 2×2 does not act on the line')
    return given
  })
  const { integers } = overCommonPower([...alphas, ...a, ...b, ...sourceA, ...sourceB])
  const alphaOf = (i: number) => integers[alphas.length === 1 ? 0 : i]!
  let from = alphas.length
  const [baseA, baseB, fromA, fromB] = [a, b, a, b].map(({ length }) =>
    integers.slice(from, (from += length)),
  ) as [bigint[], bigint[], bigint[], bigint[]]
  const movedA = move === 'b' ? baseA : fromA.map((x, n) => x + alphaOf(n % inner))
  const movedB = move === 'a' ? baseB : fromB.map((x, n) => x + alphaOf(Math.floor(n / columns)))
  return (n, m) => {
    const before = baseA[n]! - baseB[m]!
    const after = movedA[n]! - movedB[m]!
    return after === before || after === -before
  }
}

/** Whether ρ(z, w) = ρ(p, q): cosh ρ - 1 of both, compared as fractions by cross-multiplication. */
export function sameDistance(z: ExactPoint, w: ExactPoint, p: ExactPoint, q: ExactPoint): boolean {
  return squaredChord(z, w) * heights(p, q) === squaredChord(p, q) * heights(z, w)
}

/** |z - w|² over the common denominator (z.w w.w)². */
function squaredChord(z: ExactPoint, w: ExactPoint): bigint {
  const dx = z.x * w.w - w.x * z.w
  const dy = z.y * w.w - w.y * z.w
  return dx * dx + dy * dy
}

/** Im z Im w over the same denominator. */
function heights(z: ExactPoint, w: ExactPoint): bigint {
  return z.y * w.y * (z.w * w.w)
}

function exactPoints(z: Float64Array): ExactPoint[] {
  const points: ExactPoint[] = []
  for (let n = 0; n < z.length; n += 2) points.push(exactPoint(z[n]!, z[n + 1]!))
  return points
}
