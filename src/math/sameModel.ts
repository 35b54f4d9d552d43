import { align } from './align'
import type { Alignment } from './align'
import { matching } from './matching'
import type { Fit, SameModel } from './matching'
import { norm2 } from './psl2r'

/** A (rows, inner, 2) and B (inner, columns, 2), packed row-major; on the line without the 2. */
export interface Factors {
  readonly a: Float64Array
  readonly b: Float64Array
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
 * The verdict is `unclear` if they fit, but within a bound of more than 1e-3 a point.
 *
 * @param grain     2⁻⁵² for float64; 2⁻²³ for numbers that were float32 once
 * @param onCompare called before each comparison of two inner indices
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
  onCompare: () => void = () => {},
): SameModel<Alignment> {
  return matchingOf(2, first, second, rows, inner, columns, (x, w) => fit(x, w, grain), onCompare)
}

/**
 * The matching of the inner indices of two models with `stride` numbers an entry, by how well the entries of one
 * index fit those of another, and all of them together.
 *
 * @throws RangeError if a factor does not have its shape
 */
export function matchingOf<A>(
  stride: 1 | 2,
  first: Factors,
  second: Factors,
  rows: number,
  inner: number,
  columns: number,
  fitOf: (x: Float64Array, w: Float64Array) => Fit<A>,
  onCompare: () => void,
): SameModel<A> {
  for (const { a, b } of [first, second]) {
    const [wantedA, wantedB] = [stride * rows * inner, stride * inner * columns]
    if (a.length === wantedA && b.length === wantedB) continue
    throw new RangeError(
      `sameModel: A holds ${a.length} numbers and B ${b.length}, ${rows} × ${inner} × ${columns} needs ` +
        `${wantedA} and ${wantedB}`,
    )
  }
  const of = (model: Factors) =>
    Array.from({ length: inner }, (_, i) => pointsOf(model, stride, rows, inner, columns, i))
  const [from, to] = [of(first), of(second)]
  return matching(
    inner,
    (i, n) => {
      onCompare()
      return fitOf(from[i]!, to[n]!)
    },
    () => fitOf(joined(from), joined(to)),
  )
}

/** Column i of A and row i of B, with `stride` numbers an entry. */
export function pointsOf(
  { a, b }: Factors,
  stride: 1 | 2,
  rows: number,
  inner: number,
  columns: number,
  i: number,
): Float64Array {
  const points = new Float64Array(stride * (rows + columns))
  for (let k = 0; k < rows; k++) {
    const at = stride * (k * inner + i)
    points.set(a.subarray(at, at + stride), stride * k)
  }
  points.set(b.subarray(stride * i * columns, stride * (i + 1) * columns), stride * rows)
  return points
}

export function joined(sets: readonly Float64Array[]): Float64Array {
  return Float64Array.from(sets.flatMap((set) => [...set]))
}

function fit(z: Float64Array, w: Float64Array, grain: number): Fit<Alignment> {
  const alignment = align(z, w).best
  const factor = 16 * grain * Math.sqrt(norm2(alignment.g))
  let sum = 0
  for (let n = 0; n < z.length; n += 2) {
    sum += coshFromI(z[n]!, z[n + 1]!) * coshFromI(w[n]!, w[n + 1]!)
  }
  const bound = factor * Math.sqrt(sum)
  const isTelling = bound / Math.sqrt(z.length / 2) < 1e-3
  return { alignment, misfit: Math.sqrt(alignment.excess), bound, isTelling }
}

const coshFromI = (x: number, y: number) => (x * x + y * y + 1) / (2 * y)
