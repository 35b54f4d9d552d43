import { describe, expect, it } from 'vitest'
import { fillSlice, lossAt, sliceOver } from '../../../src/learning/entrySlice'
import type { EntrySlice, SliceInput } from '../../../src/learning/entrySlice'
import { fillLineSlice, lineLossAt, lineSliceOver } from '../../../src/learning/lineSlice'

/** Heights eⁿ on the imaginary axis, where distances are differences of exponents. */
const heights = (...exponents: number[]) => Float64Array.from(exponents.flatMap((n) => [0, Math.exp(n)]))

/** 2 × 2 × 2: A = (0 1; 2 5), B = (1 3; 2 4) as exponents; C = (2 6; 4 2). */
const input: SliceInput = {
  a: heights(0, 1, 2, 5),
  b: heights(1, 3, 2, 4),
  c: Float64Array.of(2, 6, 4, 2),
  target: Float64Array.of(2, 6, 4, 0),
  rows: 2,
  inner: 2,
  columns: 2,
}

describe('sliceOver', () => {
  it('over a₁₂: meets row 2 of B with the residuals of row 1', () => {
    const slice = sliceOver(input, { factor: 'a', row: 0, column: 1 })
    expect([...slice.points]).toEqual([...heights(2, 4)])
    // Without a₁₂: C₁₁ - C*₁₁ = 1 - 2, C₁₂ - C*₁₂ = 3 - 6; row 2 holds the rest, 2².
    expect(slice.offsets[0]).toBeCloseTo(-1, 14)
    expect(slice.offsets[1]).toBeCloseTo(-3, 14)
    expect(slice.rest).toBe(4)
    expect(slice.scale).toBe(1 / 4)
  })

  it('over b₂₁: meets column 2 of A with the residuals of column 1', () => {
    const slice = sliceOver(input, { factor: 'b', row: 1, column: 0 })
    expect([...slice.points]).toEqual([...heights(1, 5)])
    expect(slice.offsets[0]).toBeCloseTo(1 - 2, 14)
    expect(slice.offsets[1]).toBeCloseTo(1 - 4, 14)
    expect(slice.rest).toBe(4)
  })

  it('is the loss with the entry put there, by hand', () => {
    const slice = sliceOver(input, { factor: 'a', row: 0, column: 1 })
    // Distances 1 and 1 to i e² and i e⁴: residuals 0 and -2.
    expect(lossAt(slice, 0, Math.exp(3))).toBeCloseTo((4 + 0 + 4) / 4, 13)
    expect(lossAt(slice, 0, Math.E)).toBeCloseTo(1, 13)
  })

  it.each([
    { factor: 'a', row: 2, column: 0 },
    { factor: 'a', row: 0, column: 2 },
    { factor: 'b', row: -1, column: 0 },
  ] as const)('refuses the entry $factor $row $column outside its factor', (free) => {
    expect(() => sliceOver(input, free)).toThrow(RangeError)
  })

  it('refuses a point outside the half-plane', () => {
    const slice = sliceOver(input, { factor: 'a', row: 0, column: 1 })
    expect(() => lossAt(slice, 0, 0)).toThrow(RangeError)
  })

  it('is NaN, not an error, when a moved point underflowed', () => {
    const a = input.a.slice()
    a[1] = 0
    const slice = sliceOver({ ...input, a }, { factor: 'a', row: 0, column: 1 })
    expect(lossAt(slice, 0, 1)).toBeNaN()
  })
})

describe('fillSlice', () => {
  const slice: EntrySlice = { points: heights(0), offsets: Float64Array.of(-1), rest: 2, scale: 0.5 }
  const grid = { width: 3, height: 3, x0: -1, y0: 0, dx: 1, dy: 1 }

  it('samples x0 + i dx, y0 + j dy row after row, NaN below the boundary', () => {
    const out = fillSlice(slice, grid, new Float64Array(9))
    expect([...out.subarray(0, 3)]).toEqual([NaN, NaN, NaN])
    expect(out[4]).toBe(1.5)
    expect(out[7]).toBeCloseTo(0.5 * (2 + (Math.LN2 - 1) ** 2), 15)
    for (const [n, x, y] of [
      [3, -1, 1],
      [5, 1, 1],
      [6, -1, 2],
      [8, 1, 2],
    ] as const) {
      expect(out[n]).toBeCloseTo(lossAt(slice, x, y), 14)
    }
  })
})

describe('lineSliceOver', () => {
  /** A = (0 1; 2 5), B = (1 3; 2 4) as above, on the line itself. */
  const onLine: SliceInput = { ...input, a: Float64Array.of(0, 1, 2, 5), b: Float64Array.of(1, 3, 2, 4) }
  const slice = lineSliceOver(onLine, 0, 1, 0)

  it('over a₁₂ and b₂₁: row 1 and column 1 of the product move, the rest stays', () => {
    expect(slice).toEqual({
      aPoints: Float64Array.of(4),
      aOffsets: Float64Array.of(3 - 6),
      bPoints: Float64Array.of(5),
      bOffsets: Float64Array.of(1 - 4),
      offset: 1 - 2,
      rest: 4,
      scale: 1 / 4,
    })
  })

  it('is the loss with the entries put there', () => {
    expect(lineLossAt(slice, 1, 2)).toBe(1)
    // x = 0, y = 5: C₁₁ = 1 + 5, C₁₂ = 3 + 4, C₂₁ = 1 + 0, C₂₂ = 2.
    expect(lineLossAt(slice, 0, 5)).toBe((16 + 1 + 9 + 4) / 4)
  })

  it('fills a grid with the same numbers', () => {
    const grid = { width: 4, height: 3, x0: -1, y0: 2, dx: 0.5, dy: 1.5 }
    const out = fillLineSlice(slice, grid, new Float64Array(12))
    out.forEach((got, n) => {
      expect(got).toBe(lineLossAt(slice, -1 + (n % 4) * 0.5, 2 + Math.floor(n / 4) * 1.5))
    })
  })

  it('exists for a 1 × 1 product', () => {
    const one = Float64Array.of(2)
    const single = lineSliceOver(
      { a: one, b: one, c: one, target: one, rows: 1, inner: 1, columns: 1 },
      0,
      0,
      0,
    )
    expect(lineLossAt(single, 3, 8)).toBe(9)
  })

  it('refuses entries outside the factors', () => {
    expect(() => lineSliceOver(onLine, 2, 0, 0)).toThrow(RangeError)
    expect(() => lineSliceOver(onLine, 0, 2, 0)).toThrow(RangeError)
    expect(() => lineSliceOver(onLine, 0, 0, -1)).toThrow(RangeError)
  })
})
