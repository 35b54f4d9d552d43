import { describe, expect, it } from 'vitest'
import { hyperbolicProduct } from '../../../src/math/hyperbolicProduct'

const single = (x: number, y: number, u: number, v: number) =>
  hyperbolicProduct(Float64Array.of(x, y), Float64Array.of(u, v), 1, 1, 1, new Float64Array(1))[0]!

describe('hyperbolicProduct', () => {
  it('is log(v/y) on a vertical line', () => {
    expect(single(0, 1, 0, Math.E)).toBeCloseTo(1, 15)
  })

  it('is 2 log((1 + √5)/2) from i to 1 + i, where sinh(ρ/2) = 1/2', () => {
    expect(single(0, 1, 1, 1)).toBeCloseTo(2 * Math.log((1 + Math.sqrt(5)) / 2), 15)
  })

  it('is 0 at coincidence, at every height', () => {
    expect(single(3, 0.5, 3, 0.5)).toBe(0)
    expect(single(3, 1e-300, 3, 1e-300)).toBe(0)
    expect(single(3, 1e300, 3, 1e300)).toBe(0)
  })

  it('adds along the inner index and keeps rows and columns apart', () => {
    // Heights eⁿ on the imaginary axis: distances are differences of exponents.
    const heights = (...exponents: number[]) => Float64Array.from(exponents.flatMap((n) => [0, Math.exp(n)]))
    const a = heights(0, 1, 2, 5)
    const b = heights(1, 3, -1, 2, 4, 0)
    const c = hyperbolicProduct(a, b, 2, 2, 3, new Float64Array(6))
    const expected = [1 + 1, 3 + 3, 1 + 1, 1 + 3, 1 + 1, 3 + 5]
    c.forEach((got, n) => expect(got).toBeCloseTo(expected[n]!, 14))
  })

  it('does an entry past the overflow of exp again, and leaves its neighbours alone', () => {
    const far = 1e150
    const a = Float64Array.of(0, 1 / far, 0, 1 / far)
    const b = Float64Array.of(0, far, 0, 1, 0, far, 0, 1)
    const c = hyperbolicProduct(a, b, 1, 2, 2, new Float64Array(2))
    expect(c[0]).toBeCloseTo(600 * Math.LN10, 11)
    expect(c[1]).toBeCloseTo(300 * Math.LN10, 11)
  })

  it.each([
    [0, 0],
    [0, -1],
    [NaN, 1],
    [0, NaN],
  ])('is NaN, not an error, for a stored point %s + %si', (x, y) => {
    expect(single(x, y, 0, 1)).toBeNaN()
    expect(single(0, 1, x, y)).toBeNaN()
  })

  it('is NaN also where two factors exp(ρ) below 0 would multiply to a positive one', () => {
    const below = Float64Array.of(0, -1, 0, -1)
    const above = Float64Array.of(0, 1, 1, 1)
    expect(hyperbolicProduct(below, above, 1, 2, 1, new Float64Array(1))[0]).toBeNaN()
    expect(hyperbolicProduct(above, below, 1, 2, 1, new Float64Array(1))[0]).toBeNaN()
  })

  it('does not leave traces in its scratch: a small product after a large one', () => {
    const many = Float64Array.from({ length: 2 * 9 * 9 }, (_, n) => 1 + n)
    hyperbolicProduct(many, many, 9, 9, 9, new Float64Array(81))
    expect(single(0, 1, 0, 1)).toBe(0)
  })

  it('refuses lengths that do not fit the shape, naming the argument', () => {
    const two = new Float64Array(2).fill(1)
    expect(() => hyperbolicProduct(two, two, 1, 2, 1, new Float64Array(1))).toThrow(
      new RangeError('a holds 2 numbers, its shape needs 4'),
    )
    expect(() => hyperbolicProduct(two, two, 1, 1, 2, new Float64Array(2))).toThrow(/^b holds 2/)
    expect(() => hyperbolicProduct(two, two, 1, 1, 1, two)).toThrow(/^out holds 2/)
  })
})
