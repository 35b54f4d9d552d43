import { describe, expect, it } from 'vitest'
import { moveA, moveB } from '../../../src/math/factors'
import { element } from '../../../src/math/psl2r'
import { halfPlane, line } from '../../../src/math/space'

describe('halfPlane', () => {
  it('has size cosh ρ(i, z)', () => {
    const sizes = halfPlane.sizes(Float64Array.of(0, 1, 0, Math.E, 1, 1), new Float64Array(3))
    expect(sizes[0]).toBe(1)
    expect(sizes[1]).toBeCloseTo(Math.cosh(1), 15)
    expect(sizes[2]).toBe(1.5)
  })

  it('has growth ‖g‖²', () => {
    expect(halfPlane.growth(halfPlane.identity)).toBe(2)
    expect(halfPlane.growth(element(2, 1, 1, 1))).toBe(7)
  })

  it.each([
    ['[2 1; 1 1]', element(2, 1, 1, 1), [Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2]],
    ['a dilation', element(3, 0, 0, 1), [1, 0, 0, 1]],
    ['a translation', element(1, 7, 0, 1), [1, 0, 0, 1]],
    ['a bottom row of 1e150', element(0, -1e-150, 1e150, 0), [0, -1, 1, 0]],
  ])('turns by the bottom row of %s', (_, g, expected) => {
    halfPlane.compactPart(g).forEach((entry, n) => expect(entry).toBeCloseTo(expected[n]!, 15))
  })
})

describe('line', () => {
  it('composes and inverts by adding', () => {
    expect(line.compose(2, 3)).toBe(5)
    expect(line.compose(2, line.inverse(2))).toBe(line.identity)
    expect(line.compactPart(17)).toBe(0)
  })

  it('has size |x| and shift |α|', () => {
    expect([...line.sizes(Float64Array.of(-2, 3), new Float64Array(2))]).toEqual([2, 3])
    expect(line.shift(-4)).toBe(4)
    expect(line.growth(-4)).toBe(1)
  })
})

describe('one element per inner index', () => {
  // A has columns and B has rows of the inner index; α is 10 for the first and 20 for the second.
  const a = Float64Array.of(1, 2, 3, 4, 5, 6)
  const b = Float64Array.of(1, 2, 3, 4, 5, 6)

  it('moves columns of A and rows of B', () => {
    expect([...moveA(line, [10, 20], a, 2, new Float64Array(6))]).toEqual([11, 22, 13, 24, 15, 26])
    expect([...moveB(line, [10, 20], b, 2, new Float64Array(6))]).toEqual([11, 12, 13, 24, 25, 26])
  })

  it('moves points of two coordinates, in place too', () => {
    const z = Float64Array.of(0, 1, 0, 1)
    const elements = [element(2, 0, 0, 1), element(1, 5, 0, 1)]
    moveA(halfPlane, elements, z, 2, z)
    const expected = [0, 2, 5, 1]
    z.forEach((got, n) => expect(got).toBeCloseTo(expected[n]!, 15))
    moveB(halfPlane, elements, z, 2, z)
    const again = [0, 4, 10, 1]
    z.forEach((got, n) => expect(got).toBeCloseTo(again[n]!, 14))
  })

  it('refuses any other number of elements', () => {
    expect(() => moveA(line, [1, 2, 3], a, 2, a)).toThrow(/^3 elements for 2 inner indices/)
    expect(() => moveB(line, [], b, 2, b)).toThrow(RangeError)
  })
})
