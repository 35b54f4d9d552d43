import { storedDist } from '../math/storedDist'

/** Factors in either space, packed row-major. */
export interface PackedFactors {
  /** (rows, inner, stride) */
  readonly a: Float64Array
  /** (inner, columns, stride) */
  readonly b: Float64Array
  readonly inner: number
  readonly columns: number
}

/**
 * C_kl without inner index i, summed anew: subtracting the term from C_kl would cancel.
 *
 * @returns Σ_{j ≠ i} d(a_kj, b_jl) ≥ 0, NaN if a stored point is outside the half-plane
 */
export function withoutTerm(factors: PackedFactors, stride: 1 | 2, k: number, l: number, i: number): number {
  const { a, b, inner, columns } = factors
  let sum = 0
  for (let j = 0; j < inner; j++) {
    if (j === i) continue
    const n = stride * (k * inner + j)
    const m = stride * (j * columns + l)
    sum += stride === 1 ? Math.abs(a[n]! - b[m]!) : storedDist(a[n]!, a[n + 1]!, b[m]!, b[m + 1]!)
  }
  return sum
}
