import { describe, expect, it } from 'vitest'
import { dyadic, overCommonPower } from '../../../src/math/dyadic'
import { exactImage, exactMatrix, exactPoint } from '../../../src/math/exactImage'
import { countEqualTerms, sameDistance } from '../../../src/math/exactly'
import { random, randomPoint } from '../../../src/math/random'

describe('dyadic', () => {
  it.each([1, -0.1, 3, 1e300, -1e-300, 5e-324, 2 ** -1022, Number.MAX_VALUE])(
    'takes %s apart exactly',
    (x) => {
      const { mantissa, exponent } = dyadic(x)
      // Two exact halves of the power: 2 ** -1074 times 2 ** 52 would be rounded in one go.
      expect(Number(mantissa) * 2 ** Math.ceil(exponent / 2) * 2 ** Math.floor(exponent / 2)).toBe(x)
    },
  )

  it.each([NaN, Infinity, -Infinity])('refuses %s', (x) => {
    expect(() => dyadic(x)).toThrow(RangeError)
  })

  it('puts numbers over the largest common power of two', () => {
    expect(overCommonPower([3, -0.5, 0, 12])).toEqual({ integers: [6n, -1n, 0n, 24n], exponent: -1 })
    expect(overCommonPower([8, 2 ** 40])).toEqual({ integers: [1n, 2n ** 37n], exponent: 3 })
    expect(overCommonPower([0, 0])).toEqual({ integers: [0n, 0n], exponent: 0 })
  })
})

describe('exactImage', () => {
  it('takes i to (3 + i)/2 by [2 1; 1 1]', () => {
    expect(exactImage(exactMatrix([2, 1, 1, 1]), exactPoint(0, 1))).toEqual({ x: 3n, y: 1n, w: 2n })
  })

  it('does not mind a determinant other than 1: [6 0; 0 2] triples', () => {
    const { x, y, w } = exactImage(exactMatrix([6, 0, 0, 2]), exactPoint(0.5, 0.25))
    expect([x * 2n, y * 4n]).toEqual([w * 3n, w * 3n])
  })

  it('takes coordinates in the order N A K: θ = π/2 as float64 has it turns about i', () => {
    const turned = exactImage(exactMatrix({ x: 5, t: 0, theta: Math.PI / 2 }), exactPoint(0, 2))
    expect(Number(turned.x) / Number(turned.w)).toBeCloseTo(5, 15)
    expect(Number(turned.y) / Number(turned.w)).toBeCloseTo(0.5, 15)
  })

  it('takes i to x + i eᵗ, exactly the float64 value of eᵗ', () => {
    const { x, y, w } = exactImage(exactMatrix({ x: 0.75, t: -1, theta: 0 }), exactPoint(0, 1))
    expect(x * 4n).toBe(w * 3n)
    expect(Number(y) / Number(w)).toBe(Math.exp(-1))
  })

  it.each([
    [[1, 2, 2, 4]],
    [[0, 1, 1, 0]],
    // ad = 1 - 2⁻¹⁰⁴ < bc = 1, which float64 rounds to 0.
    [[1 + 2 ** -52, 1, 1, 1 - 2 ** -52]],
  ])('refuses the determinant of %j', (entries) => {
    expect(() => exactMatrix(entries)).toThrow(/determinant/)
  })

  it('refuses what is not a point or not four numbers', () => {
    expect(() => exactPoint(0, 0)).toThrow(RangeError)
    expect(() => exactPoint(NaN, 1)).toThrow(RangeError)
    expect(() => exactMatrix([1, 0, 0])).toThrow(RangeError)
  })
})

describe('countEqualTerms', () => {
  const next = random(8)
  const n = 8
  const points = () => Float64Array.from(Array.from({ length: n * n }, () => randomPoint(next)).flat())
  const a = points()
  const b = points()

  it.each([
    ['2 1 1 1', [2, 1, 1, 1]],
    ['0.1 0.7 -0.3 12', [0.1, 0.7, -0.3, 12]],
    ['length 40 as a 2×2', [Math.exp(20), 0, 0.3 * Math.exp(20), Math.exp(-20)]],
    ['t = 40 as coordinates', { x: 1234.5, t: 40, theta: 2 }],
    ['t = -40 as coordinates', { x: -0.1, t: -40, theta: 0.1 }],
  ])('says 512 of 512 for %s', (_, g) => {
    expect(countEqualTerms('halfPlane', [g], a, b, 'both', n, n, n)).toEqual({ equal: 512, total: 512 })
  })

  it.each(['a', 'b'] as const)('says 0 of 512 when %s alone is moved', (move) => {
    expect(countEqualTerms('halfPlane', [[2, 1, 1, 1]], a, b, move, n, n, n)).toEqual({
      equal: 0,
      total: 512,
    })
  })

  it('counts a term that survives a move of one factor: i turned about i', () => {
    const one = countEqualTerms(
      'halfPlane',
      [[0, -1, 1, 0]],
      Float64Array.of(0, 1, 0, 2),
      Float64Array.of(3, 1),
      'a',
      2,
      1,
      1,
    )
    expect(one).toEqual({ equal: 1, total: 2 })
  })

  it('applies element i to inner index i', () => {
    const elements = Array.from({ length: n }, (_, i) => (i === 3 ? [2, 1, 1, 1] : [1, 0, 0, 1]))
    expect(countEqualTerms('halfPlane', elements, a, b, 'a', n, n, n)).toEqual({ equal: 448, total: 512 })
    expect(countEqualTerms('halfPlane', elements, a, b, 'b', n, n, n)).toEqual({ equal: 448, total: 512 })
  })

  it('sees a translation of 1e17 on the line that float64 swallows', () => {
    const p = Float64Array.of(0.1, 0.2)
    const q = Float64Array.of(0.3, 7)
    expect(countEqualTerms('line', [1e17], p, q, 'both', 2, 1, 2)).toEqual({ equal: 4, total: 4 })
    expect(countEqualTerms('line', [1e-17], p, q, 'a', 2, 1, 2)).toEqual({ equal: 0, total: 4 })
    expect(countEqualTerms('line', [0, 1], p, q, 'b', 1, 2, 1)).toEqual({ equal: 1, total: 2 })
  })

  it('counts a term on the line that is reflected: |0 - 1| = |2 - 1|', () => {
    const [zero, one] = [Float64Array.of(0), Float64Array.of(1)]
    expect(countEqualTerms('line', [2], zero, one, 'a', 1, 1, 1)).toEqual({ equal: 1, total: 1 })
    expect(countEqualTerms('line', [3], zero, one, 'a', 1, 1, 1)).toEqual({ equal: 0, total: 1 })
  })

  it('refuses elements of the other space, or of the wrong number', () => {
    expect(() => countEqualTerms('line', [[2, 1, 1, 1]], a, b, 'both', n, n, n)).toThrow(/line/)
    expect(() => countEqualTerms('halfPlane', [3], a, b, 'both', n, n, n)).toThrow(/half-plane/)
    expect(() => countEqualTerms('line', [1, 2], a, b, 'both', n, n, n)).toThrow(/^2 elements for 8/)
  })
})

describe('sameDistance', () => {
  it('compares distances of different pairs', () => {
    const [i, twice, four] = [exactPoint(0, 1), exactPoint(0, 2), exactPoint(0, 4)]
    expect(sameDistance(i, twice, twice, four)).toBe(true)
    expect(sameDistance(i, twice, i, four)).toBe(false)
  })

  it('refuses one ulp', () => {
    const [i, w] = [exactPoint(0, 1), exactPoint(0.3, 1)]
    expect(sameDistance(i, w, i, exactPoint(-0.3, 1))).toBe(true)
    expect(sameDistance(i, w, i, exactPoint(0.3 + 2 ** -54, 1))).toBe(false)
  })
})
