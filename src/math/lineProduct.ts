import { checkShape } from './shape'

let panel = new Float64Array(0)

/**
 * Metric product (A ⊙ B)_kl = Σ_i |a_ki - b_il| on the real line, in tiles of two rows and four columns.
 * Every summand is ≥ 0, so |error| ≤ inner · u · C with u = 2⁻⁵³.
 *
 * @param a   (rows, inner) row-major
 * @param b   (inner, columns) row-major
 * @param out (rows, columns) row-major, overwritten, ≥ 0
 * @returns out
 * @throws RangeError if a length does not fit the shape
 */
export function lineProduct(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  out: Float64Array,
): Float64Array {
  checkShape(a, b, rows, inner, columns, 1, out)
  if (panel.length < 4 * inner) panel = new Float64Array(4 * inner)
  const p = panel
  for (let l = 0; l < columns; l += 4) {
    const width = Math.min(4, columns - l)
    packColumns(b, inner, columns, l, width, p)
    for (let k = 0; k < rows; k += 2) {
      const upper = k * inner
      // An odd last row is paired with itself: cheaper than a second loop.
      const lower = k + 1 < rows ? upper + inner : upper
      let c0 = 0
      let c1 = 0
      let c2 = 0
      let c3 = 0
      let d0 = 0
      let d1 = 0
      let d2 = 0
      let d3 = 0
      for (let i = 0, j = 0; i < inner; i++, j += 4) {
        const x = a[upper + i]!
        const y = a[lower + i]!
        const b0 = p[j]!
        const b1 = p[j + 1]!
        const b2 = p[j + 2]!
        const b3 = p[j + 3]!
        c0 += Math.abs(x - b0)
        c1 += Math.abs(x - b1)
        c2 += Math.abs(x - b2)
        c3 += Math.abs(x - b3)
        d0 += Math.abs(y - b0)
        d1 += Math.abs(y - b1)
        d2 += Math.abs(y - b2)
        d3 += Math.abs(y - b3)
      }
      writeRow(out, k * columns + l, width, c0, c1, c2, c3)
      if (lower !== upper) writeRow(out, (k + 1) * columns + l, width, d0, d1, d2, d3)
    }
  }
  return out
}

function packColumns(
  b: Float64Array,
  inner: number,
  columns: number,
  first: number,
  width: number,
  into: Float64Array,
): void {
  for (let i = 0; i < inner; i++) {
    for (let column = 0; column < 4; column++) {
      into[4 * i + column] = b[i * columns + first + (column < width ? column : 0)]!
    }
  }
}

function writeRow(
  out: Float64Array,
  at: number,
  width: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): void {
  out[at] = c0
  if (width > 1) out[at + 1] = c1
  if (width > 2) out[at + 2] = c2
  if (width > 3) out[at + 3] = c3
}
