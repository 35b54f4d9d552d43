import { describe, expect, it } from 'vitest'
import { dist } from '../../../src/math/line'
import { lineProduct } from '../../../src/math/lineProduct'
import { metricProduct } from '../../../src/math/metricProduct'

describe('lineProduct', () => {
  const a = Float64Array.of(0, 1, 2, -3, 5, 4)
  const b = Float64Array.of(1, 0, -2, 0.5, 7)

  it('is Σ |a - b| by hand', () => {
    // Rows (0, 1), (2, -3), (5, 4); B has columns (1, -2) and (0, 0.5).
    const c = lineProduct(a, b.slice(0, 4), 3, 2, 2, new Float64Array(6))
    expect([...c]).toEqual([1 + 3, 0 + 0.5, 1 + 1, 2 + 3.5, 4 + 6, 5 + 3.5])
  })

  it('has a column for each of five, the fifth in a tile of its own', () => {
    const c = lineProduct(Float64Array.of(3), b, 1, 1, 5, new Float64Array(5))
    expect([...c]).toEqual([2, 3, 5, 2.5, 4])
  })

  it('refuses lengths that do not fit the shape', () => {
    expect(() => lineProduct(a, b, 3, 2, 2, new Float64Array(6))).toThrow(RangeError)
  })
})

describe('metricProduct', () => {
  it('is the same definition for any metric', () => {
    const discrete = (x: number, u: number) => (x === u ? 0 : 1)
    const a = Float64Array.of(1, 2, 3, 3)
    const b = Float64Array.of(1, 3, 2, 3)
    expect([...metricProduct(discrete, a, b, 2, 2, 2, 1, new Float64Array(4))]).toEqual([0, 2, 2, 0])
  })

  it('passes both coordinates of both points in a plane', () => {
    const plane = (x: number, y: number, u: number, v: number) => Math.hypot(x - u, y - v)
    const c = metricProduct(
      plane,
      Float64Array.of(0, 0),
      Float64Array.of(3, 4),
      1,
      1,
      1,
      2,
      new Float64Array(1),
    )
    expect(c[0]).toBe(5)
  })

  it('refuses lengths that do not fit the shape', () => {
    const one = Float64Array.of(1)
    expect(() => metricProduct(dist, one, one, 1, 1, 1, 2, one)).toThrow(RangeError)
  })
})
