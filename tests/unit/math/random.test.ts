import { describe, expect, it } from 'vitest'
import { actPoint, determinant } from '../../../src/math/psl2r'
import { normal, random, randomElement, randomPoint } from '../../../src/math/random'
import { dist } from '../../../src/math/upperHalfPlane'

const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

describe('random', () => {
  // From an independent implementation in Python integers.
  it.each([
    [7, [0.2338277214186818, 0.44891458133395923, 0.5656696667785289]],
    [0, [0.8868539502021594, 0.012474988946590604, 0.032522145755498943]],
    [-1, [0.19461841469507213, 0.5485967281391287, 0.2282790634437124]],
  ])('is xoshiro128** from seed %i', (seed, expected) => {
    expect(times(3, random(seed))).toEqual(expected)
  })

  it('fills [0, 1) evenly: ten bins of 10 000 each within 4 standard deviations', () => {
    const bins = new Array<number>(10).fill(0)
    const next = random(3)
    for (let n = 0; n < 100_000; n++) bins[Math.floor(10 * next())]!++
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(9_000))
  })
})

describe('normal', () => {
  it('has mean 0, variance 1 and fourth moment 3, each within 4 standard errors', () => {
    const next = random(5)
    const values = times(100_000, () => normal(next))
    expect(Math.abs(mean(values))).toBeLessThan(4 * Math.sqrt(1 / 1e5))
    expect(Math.abs(mean(values.map((x) => x ** 2)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 1e5))
    expect(Math.abs(mean(values.map((x) => x ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96 / 1e5))
  })

  it('is finite even where the uniform number is 0', () => {
    expect(normal(() => 0)).toBeCloseTo(0, 300)
  })
})

describe('randomPoint', () => {
  it('lies at a squared distance from i of mean 2 spread², as often above i as below', () => {
    const next = random(9)
    const points = times(20_000, () => randomPoint(next, 0.7))
    const squares = points.map(([x, y]) => dist(0, 1, x, y) ** 2)
    expect(Math.abs(mean(squares) - 0.98)).toBeLessThan(4 * (0.98 / Math.sqrt(2e4)))
    // The geodesic x² + y² = 1 through i halves the plane.
    const above = points.filter(([x, y]) => x * x + y * y > 1).length
    expect(Math.abs(above - 10_000)).toBeLessThan(4 * Math.sqrt(5_000))
    expect(points.every(([, y]) => y > 0)).toBe(true)
  })
})

describe('randomElement', () => {
  // ‖g‖² = 2 cosh length rounds by a few ε; the distance of the rounded image by ε e^length.
  it.each([0, 0.5, 3, 10])('moves i by exactly %f, within 16 ε e^length, with determinant 1', (length) => {
    const next = random(2)
    for (const g of times(200, () => randomElement(next, length))) {
      const tolerance = 16 * Number.EPSILON * Math.exp(length)
      expect(Math.abs(dist(0, 1, ...actPoint(g, 0, 1)) - length)).toBeLessThanOrEqual(tolerance)
      expect(Math.abs(determinant(g) - 1)).toBeLessThanOrEqual(tolerance)
    }
  })

  it('is the same for the same seed, and another for another', () => {
    expect(randomElement(random(1))).toEqual(randomElement(random(1)))
    expect(randomElement(random(1))).not.toEqual(randomElement(random(2)))
  })
})
