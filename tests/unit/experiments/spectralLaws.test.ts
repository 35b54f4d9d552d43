import { describe, expect, it } from 'vitest'
import {
  distanceBetween,
  distanceToLaw,
  doubleCentred,
  kurtosis,
  productLaw,
  quarterCircle,
  spacingRatios,
  type Law,
} from '../../../src/experiments/spectralLaws'
import { normal, random } from '../../../src/math/random'

/** ∫ s^power of the law, by Simpson's rule in √s, where the pole of the density at 0 is none. */
function moment({ density, most }: Law, power: number): number {
  const count = 20_000
  const root = Math.sqrt(most)
  let sum = 0
  for (let n = 0; n <= count; n++) {
    const r = (root * n) / count
    const weight = n === 0 || n === count ? 1 : n % 2 === 1 ? 4 : 2
    sum += weight * density(r * r) * r ** (2 * power) * 2 * r
  }
  return (sum * root) / count / 3
}

describe('the laws of singular values', () => {
  // Moments of s²: the Catalan numbers 1, 2, 5 and the Fuss-Catalan numbers 1, 3, 12 (binomial(3n, n)/(2n + 1)).
  it.each([
    ['quarter circle', quarterCircle, [1, 1, 2, 5]],
    ['product', productLaw, [1, 1, 3, 12]],
  ] as const)('%s: the moments are the numbers of Catalan and Fuss', (_, law, moments) => {
    moments.forEach((one, n) => expect(moment(law, 2 * n) / one).toBeCloseTo(1, 3))
  })
  it.each([
    ['quarter circle', quarterCircle],
    ['product', productLaw],
  ] as const)('%s: the part up to s is the integral of the density', (_, law) => {
    expect(law.upTo(0)).toBe(0)
    expect(law.upTo(law.most)).toBe(1)
    for (const s of [0.2, 0.7, 1.3, 1.9]) {
      const h = 1e-3
      expect((law.upTo(s + h) - law.upTo(s - h)) / (2 * h)).toBeCloseTo(law.density(s), 3)
    }
  })
})

describe('how spectra are measured', () => {
  it('the distance of Kolmogorov of evenly spread values to their law is half a step', () => {
    const uniform: Law = { density: () => 1, upTo: (s) => Math.min(1, s), most: 1 }
    const values = Array.from({ length: 50 }, (_, n) => (n + 0.5) / 50)
    expect(distanceToLaw(values, uniform)).toBeCloseTo(0.01, 14)
    expect(distanceToLaw([...values.slice(1), 3], uniform)).toBeCloseTo(0.03, 14)
  })
  it('and of two sets it is the largest difference of their parts', () => {
    expect(distanceBetween([1, 2, 3, 4], [4, 3, 2, 1])).toBe(0)
    expect(distanceBetween([1, 2, 3, 4], [2, 3, 4, 5])).toBe(0.25)
    expect(distanceBetween([1, 2], [3, 4])).toBe(1)
  })
  it('independent levels have spacing ratio 2 log 2 - 1, within five standard errors', () => {
    const next = random(3)
    const ratios = spacingRatios(Array.from({ length: 20_000 }, next))
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    // The ratio has density 2/(1 + r)²: deviation 0.28, and neighbours share a spacing.
    expect(Math.abs(mean - (2 * Math.log(2) - 1))).toBeLessThan((5 * 2 * 0.28) / Math.sqrt(20_000))
  })
  it('rows and columns of a centred matrix sum to 0, and normal numbers have kurtosis 3', () => {
    const next = random(5)
    const matrix = Float64Array.from({ length: 6 * 4 }, () => 10 + normal(next))
    const centred = doubleCentred(matrix, 6, 4)
    for (let k = 0; k < 6; k++)
      expect(centred.slice(4 * k, 4 * k + 4).reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12)
    for (let l = 0; l < 4; l++)
      expect(centred.filter((_, n) => n % 4 === l).reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12)
    const normals = Float64Array.from({ length: 40_000 }, () => normal(next))
    expect(Math.abs(kurtosis(normals) - 3)).toBeLessThan(5 * Math.sqrt(24 / 40_000))
    expect(kurtosis(Float64Array.of(-1, 1, -1, 1))).toBe(1)
  })
})
