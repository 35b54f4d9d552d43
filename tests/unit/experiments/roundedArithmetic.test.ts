import { describe, expect, it } from 'vitest'
import {
  actIn,
  bfloat16,
  distIn,
  float32,
  float64,
  formats,
  productIn,
} from '../../../src/experiments/roundedArithmetic'
import { hyperbolicProduct } from '../../../src/math/hyperbolicProduct'
import { actPoint, element } from '../../../src/math/psl2r'
import { random, randomPoint } from '../../../src/math/random'
import { dist } from '../../../src/math/upperHalfPlane'

describe('arithmetic of a format', () => {
  it.each([
    [3.14159265, 3.140625],
    [-0.1, -0.10009765625],
    [1 + 2 ** -8, 1],
    [1 + 3 * 2 ** -8, 1 + 2 ** -6],
    [2 ** -130, 2 ** -130],
    [1e39, Infinity],
    [0, 0],
  ])('bfloat16 has %s as %s: to nearest, ties to even', (x, rounded) => {
    expect(bfloat16.round(x)).toBe(rounded)
  })
  it('rounding twice changes nothing, and errs by half a spacing at most', () => {
    const next = random(1)
    for (let n = 0; n < 2000; n++) {
      const x = (1 + next()) * 2 ** Math.floor(40 * (next() - 0.5))
      for (const { round, epsilon } of formats) {
        expect(round(round(x))).toBe(round(x))
        expect(Math.abs(round(x) / x - 1)).toBeLessThanOrEqual(epsilon / 2)
      }
    }
  })
  it('without rounding it is the action, the distance and the product', () => {
    const next = random(2)
    const g = element(2, 1, 1, 1)
    for (let n = 0; n < 200; n++) {
      const z = randomPoint(next)
      const w = randomPoint(next)
      const [x, y] = actIn(float64, g, Float64Array.of(...z))
      const [u, v] = actPoint(g, ...z)
      expect(dist(x!, y!, u, v)).toBeLessThan(1e-14)
      for (const form of ['asinh', 'acosh'] as const)
        expect(distIn(float64, form, ...z, ...w)).toBeCloseTo(dist(...z, ...w), 10)
    }
    const points = () => Float64Array.from(Array.from({ length: 6 }, () => randomPoint(next)).flat())
    const [a, b] = [points(), points()]
    const expected = hyperbolicProduct(a, b, 2, 3, 2, new Float64Array(4))
    productIn(float64, a, b, 2, 3, 2).forEach((value, n) => expect(value).toBeCloseTo(expected[n]!, 12))
    productIn(float32, a, b, 2, 3, 2).forEach((value, n) => {
      expect(value).toBe(Math.fround(value))
      expect(value).toBeCloseTo(expected[n]!, 4)
    })
  })
  it('a point that has left the half-plane has no distance', () => {
    expect(distIn(float64, 'asinh', 0, 0, 0, 1)).toBeNaN()
  })
})
