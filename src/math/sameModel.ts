import { align } from './align'
import type { Alignment } from './align'
import { norm2 } from './psl2r'

/** A (rows, inner, 2) and B (inner, columns, 2), packed row-major. */
export interface Factors {
  readonly a: Float64Array
  readonly b: Float64Array
}

/** The isometry that carries inner index `from` of the first model to inner index `to` of the second. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly alignment: Alignment
  /** √(Σ (2 cosh ρ_j - 2)) over the points of this index: their root sum of squares, if it is small */
  readonly misfit: number
  /** What rounding can make of `misfit` */
  readonly bound: number
}

export interface SameModel {
  /** `unclear`: they fit, but within a bound of more than 1e-3 a point, which says little */
  readonly verdict: 'same' | 'different' | 'unclear'
  /** One an inner index of the first model, in order; every `to` occurs once. */
  readonly matches: readonly Match[]
  /** One isometry for all inner indices, in their order, if there is one. */
  readonly shared: Alignment | undefined
}

/**
 * Whether two models are carried into one another by isometries, one for each inner index, and a permutation of the
 * inner indices: by all that the product Σ_i d(a_ki, b_il) is known not to feel. `different` means that no isometry
 * does it; it does not mean that the products differ, for a small product may have further symmetries.
 *
 * An inner index fits another if, with the best isometry between its points,
 *
 *     Σ_j (2 cosh ρ_j - 2) ≤ Σ_j bound_j²,   bound_j = 16 grain ‖g‖ √(cosh ρ(i, z_j) cosh ρ(i, w_j)).
 *
 * With |cz + d|² = Im z/Im w, a relative error of `grain` in each term of (az + b)/(cz + d) moves w by at most
 * 2 grain ‖g‖ √(cosh ρ(i, z) cosh ρ(i, w)). So if the second points are the first ones moved by g, or the first
 * ones the second moved back, each is within half its bound of its exact place; the best isometry does no worse than
 * g, and the other half is for measuring that.
 *
 * @param grain 2⁻⁵² for float64; 2⁻²³ for numbers that were float32 once
 * @throws RangeError if a factor does not have its shape, a point is outside the half-plane, or points are too far
 * apart
 */
export function sameModel(
  first: Factors,
  second: Factors,
  rows: number,
  inner: number,
  columns: number,
  grain: number = Number.EPSILON,
): SameModel {
  check(first, rows, inner, columns)
  check(second, rows, inner, columns)
  const indices = Array.from({ length: inner }, (_, i) => i)
  const from = indices.map((i) => pointsOf(first, rows, inner, columns, i))
  const to = indices.map((i) => pointsOf(second, rows, inner, columns, i))
  const compare = (i: number, n: number) => ({ from: i, to: n, ...fit(from[i]!, to[n]!, grain) })
  const matches = matched(indices, compare)
  const isInPlace = matches.every((match) => match.from === match.to)
  const all = isInPlace ? fit(joined(from), joined(to), grain) : undefined
  return {
    verdict: verdictOf(matches, rows + columns),
    matches,
    shared: all && fits(all) ? all.alignment : undefined,
  }
}

type Fit = Omit<Match, 'from' | 'to'>

const fits = ({ misfit, bound }: Fit) => misfit <= bound

function check({ a, b }: Factors, rows: number, inner: number, columns: number): void {
  if (a.length !== 2 * rows * inner || b.length !== 2 * inner * columns) {
    throw new RangeError(
      `sameModel: A holds ${a.length} numbers and B ${b.length}, ${rows} × ${inner} × ${columns} needs ` +
        `${2 * rows * inner} and ${2 * inner * columns}`,
    )
  }
}

/** Column i of A and row i of B. */
function pointsOf({ a, b }: Factors, rows: number, inner: number, columns: number, i: number): Float64Array {
  const points = new Float64Array(2 * (rows + columns))
  for (let k = 0; k < rows; k++) points.set(a.subarray(2 * (k * inner + i), 2 * (k * inner + i) + 2), 2 * k)
  points.set(b.subarray(2 * i * columns, 2 * (i + 1) * columns), 2 * rows)
  return points
}

function joined(sets: readonly Float64Array[]): Float64Array {
  return Float64Array.from(sets.flatMap((set) => [...set]))
}

function fit(z: Float64Array, w: Float64Array, grain: number): Fit {
  const alignment = align(z, w).best
  const factor = 16 * grain * Math.sqrt(norm2(alignment.g))
  let sum = 0
  for (let n = 0; n < z.length; n += 2) {
    sum += coshFromI(z[n]!, z[n + 1]!) * coshFromI(w[n]!, w[n + 1]!)
  }
  return { alignment, misfit: Math.sqrt(alignment.excess), bound: factor * Math.sqrt(sum) }
}

const coshFromI = (x: number, y: number) => (x * x + y * y + 1) / (2 * y)

/**
 * Each index with its own one if that fits, else with the first free one that does; what is left over by least
 * misfit. Fitting is an equivalence, so that the first fit is as good as any.
 */
function matched(indices: readonly number[], compare: (i: number, n: number) => Match): Match[] {
  const free = new Set(indices)
  const found: Match[] = []
  const take = (match: Match) => {
    found[match.from] = match
    free.delete(match.to)
  }
  const own = indices.map((i) => compare(i, i))
  own.filter(fits).forEach(take)
  const rest = indices.filter((i) => !found[i])
  for (const i of rest) {
    for (const n of free) {
      const match = compare(i, n)
      if (!fits(match)) continue
      take(match)
      break
    }
  }
  for (const i of rest.filter((index) => !found[index])) {
    const left = [...free].map((n) => compare(i, n))
    take(left.reduce((least, match) => (match.misfit < least.misfit ? match : least)))
  }
  return found
}

function verdictOf(matches: readonly Match[], points: number): SameModel['verdict'] {
  if (!matches.every(fits)) return 'different'
  return matches.every(({ bound }) => bound / Math.sqrt(points) < 1e-3) ? 'same' : 'unclear'
}
