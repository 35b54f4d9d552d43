import { checkShape } from './shape'
import { storedDist } from './storedDist'

/** Heights between which |z - w|² and 1/(Im z Im w) neither overflow nor lose digits to denormals. */
const lowest = 1e-130
const highest = 1e130

let panel = new Float64Array(0)
let halfInverse = new Float64Array(0)

/**
 * Metric product (A ⊙ B)_kl = Σ_i ρ(a_ki, b_il) in the upper half-plane, with one square root a term and
 * one logarithm an entry:
 *
 *     t = |z - w|² / (2 Im z Im w)      = cosh ρ - 1
 *     e = t + √(t (t + 2))              = exp(ρ) - 1
 *     Q ← Q + e + Q e                   = exp(Σρ) - 1: every summand is ≥ 0, so nothing cancels
 *     C = log1p(Q)
 *
 * An entry whose Q is not finite (Σρ past about 709, one ρ past about 355, or a height outside 1e-130…1e130) is
 * done again as a plain sum of distances. Accuracy, with u = 2⁻⁵³: |error| ≤ Σ_i 11u min(1, ρ_i)
 * + 2u (inner - 1) min(1, C) + 2u C; on the stored hard cases of tests/bench/precision.json within 1e-15 C.
 *
 * @param a   (rows, inner, 2) row-major points [x, y]
 * @param b   (inner, columns, 2) row-major points
 * @param out (rows, columns) row-major, overwritten; hyperbolic length, ≥ 0. NaN where a point has Im ≤ 0
 *            or is not finite: a moved point can underflow, and a drag must not throw because of it
 * @returns out
 * @throws RangeError if a length does not fit the shape
 */
export function hyperbolicProduct(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  out: Float64Array,
): Float64Array {
  checkShape(a, b, rows, inner, columns, 2, out)
  const r = prepareRows(a, rows * inner)
  const p = panelOf(inner)
  for (let l = 0; l < columns; l += 4) {
    const width = Math.min(4, columns - l)
    packColumns(b, inner, columns, l, width, p)
    for (let k = 0; k < rows; k++) {
      let q0 = 0
      let q1 = 0
      let q2 = 0
      let q3 = 0
      for (let n = k * inner, end = n + inner, j = 0; n < end; n++, j += 12) {
        const x = a[2 * n]!
        const y = a[2 * n + 1]!
        const s = r[n]!
        let dx = x - p[j]!
        let dy = y - p[j + 1]!
        let t = (dx * dx + dy * dy) * (s * p[j + 2]!)
        let e = t + Math.sqrt(t * (t + 2))
        q0 = q0 + e + q0 * e
        dx = x - p[j + 3]!
        dy = y - p[j + 4]!
        t = (dx * dx + dy * dy) * (s * p[j + 5]!)
        e = t + Math.sqrt(t * (t + 2))
        q1 = q1 + e + q1 * e
        dx = x - p[j + 6]!
        dy = y - p[j + 7]!
        t = (dx * dx + dy * dy) * (s * p[j + 8]!)
        e = t + Math.sqrt(t * (t + 2))
        q2 = q2 + e + q2 * e
        dx = x - p[j + 9]!
        dy = y - p[j + 10]!
        t = (dx * dx + dy * dy) * (s * p[j + 11]!)
        e = t + Math.sqrt(t * (t + 2))
        q3 = q3 + e + q3 * e
      }
      const c = k * columns + l
      out[c] = q0 < Infinity ? Math.log1p(q0) : sumOfDistances(a, b, inner, columns, k, l)
      if (width > 1)
        out[c + 1] = q1 < Infinity ? Math.log1p(q1) : sumOfDistances(a, b, inner, columns, k, l + 1)
      if (width > 2)
        out[c + 2] = q2 < Infinity ? Math.log1p(q2) : sumOfDistances(a, b, inner, columns, k, l + 2)
      if (width > 3)
        out[c + 3] = q3 < Infinity ? Math.log1p(q3) : sumOfDistances(a, b, inner, columns, k, l + 3)
    }
  }
  return out
}

/** 1/(2 Im z) for each point, or NaN, which sends every entry that the point enters to the plain sum. */
function prepareRows(a: Float64Array, count: number): Float64Array {
  if (halfInverse.length < count) halfInverse = new Float64Array(count)
  for (let n = 0; n < count; n++) {
    const y = a[2 * n + 1]!
    halfInverse[n] = y > lowest && y < highest ? 0.5 / y : NaN
  }
  return halfInverse
}

function panelOf(inner: number): Float64Array {
  if (panel.length < 12 * inner) panel = new Float64Array(12 * inner)
  return panel
}

/** Four columns of B side by side as x, y, 1/y, so that the inner loop reads memory in order. */
function packColumns(
  b: Float64Array,
  inner: number,
  columns: number,
  first: number,
  width: number,
  into: Float64Array,
): void {
  for (let i = 0, j = 0; i < inner; i++) {
    for (let column = 0; column < 4; column++, j += 3) {
      const n = 2 * (i * columns + first + (column < width ? column : 0))
      const y = b[n + 1]!
      into[j] = b[n]!
      into[j + 1] = y
      into[j + 2] = y > lowest && y < highest ? 1 / y : NaN
    }
  }
}

function sumOfDistances(
  a: Float64Array,
  b: Float64Array,
  inner: number,
  columns: number,
  k: number,
  l: number,
): number {
  let sum = 0
  for (let i = 0; i < inner; i++) {
    const n = 2 * (k * inner + i)
    const m = 2 * (i * columns + l)
    sum += storedDist(a[n]!, a[n + 1]!, b[m]!, b[m + 1]!)
  }
  return sum
}
