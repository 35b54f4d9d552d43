import { checkShape } from './shape'

/** A metric on packed coordinates: d(x, u) on the line, d(x, y, u, v) in a plane. */
export type Metric = (...coordinates: number[]) => number

/**
 * Metric product (A ⊙ B)_kl = Σ_i d(a_ki, b_il) for any metric d: the plain reference that the fast
 * kernels are held to.
 *
 * @param dist   d(x, u) for stride 1, d(x, y, u, v) for stride 2
 * @param a      (rows, inner, stride) row-major
 * @param b      (inner, columns, stride) row-major
 * @param stride numbers a point
 * @param out    (rows, columns) row-major, in units of d, overwritten
 * @returns out
 * @throws RangeError if a length does not fit the shape, or from d
 * @see Chuang, An Alternative to Quantum Computing (2023), for the operation
 */
export function metricProduct(
  dist: Metric,
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  stride: 1 | 2,
  out: Float64Array,
): Float64Array {
  checkShape(a, b, rows, inner, columns, stride, out)
  for (let k = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++) {
      let sum = 0
      for (let i = 0; i < inner; i++) {
        const n = stride * (k * inner + i)
        const m = stride * (i * columns + l)
        sum += stride === 1 ? dist(a[n]!, b[m]!) : dist(a[n]!, a[n + 1]!, b[m]!, b[m + 1]!)
      }
      out[k * columns + l] = sum
    }
  }
  return out
}
