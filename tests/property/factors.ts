import fc from 'fast-check'
import type { Point } from './arbitraries'

export interface Size {
  readonly rows: number
  readonly inner: number
  readonly columns: number
}

export interface Factors extends Size {
  readonly a: Float64Array
  readonly b: Float64Array
}

const upTo9 = fc.integer({ min: 1, max: 9 })

/** Any shape from 1 × 1 × 1 to 9 × 9 × 9: every remainder of the tiles. */
export const size: fc.Arbitrary<Size> = fc.record({ rows: upTo9, inner: upTo9, columns: upTo9 })

/** Packed factors of any shape up to 9 × 9 × 9, entries from the given arbitrary. */
export function factorsOf(entry: fc.Arbitrary<number | Point>, of = size): fc.Arbitrary<Factors> {
  return of.chain(({ rows, inner, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      inner: fc.constant(inner),
      columns: fc.constant(columns),
      a: packed(entry, rows * inner),
      b: packed(entry, inner * columns),
    }),
  )
}

function packed(entry: fc.Arbitrary<number | Point>, count: number): fc.Arbitrary<Float64Array> {
  return fc
    .array(entry, { minLength: count, maxLength: count })
    .map((entries) => Float64Array.from(entries.flat()))
}

/** The factors with inner index i in place order[i]. */
export function permuted({ a, b, rows, inner, columns }: Factors, order: readonly number[], stride: 1 | 2) {
  const p = new Float64Array(a.length)
  const q = new Float64Array(b.length)
  for (let i = 0; i < inner; i++) {
    for (let k = 0; k < rows; k++) copy(a, k * inner + i, p, k * inner + order[i]!, stride)
    for (let l = 0; l < columns; l++) copy(b, i * columns + l, q, order[i]! * columns + l, stride)
  }
  return { a: p, b: q }
}

function copy(from: Float64Array, n: number, to: Float64Array, m: number, stride: 1 | 2): void {
  for (let s = 0; s < stride; s++) to[stride * m + s] = from[stride * n + s]!
}
