import { describe, expect, it } from 'vitest'
import { resultOf, type PageModel } from '../../../src/experiments/record'
import { spectra } from '../../../src/experiments/spectra'

const page = {} as PageModel
const of = (seed: number, spread = 0.3) =>
  resultOf(spectra({ size: 80, inner: 80, spread, draws: 2, seed }, page))

/**
 * Kurtosis of Re(gz) for g the turn by that angle about i, x and log y normal, by Simpson's rule over both; and the
 * standard error of the kurtosis of `count` independent entries, from the moments up to the eighth.
 */
function expectedKurtosis(angle: number, spread: number, count: number) {
  const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)]
  const values: [weight: number, value: number][] = []
  const reach = 8
  const steps = 240
  const weightAt = (n: number) => (n === 0 || n === steps ? 1 : n % 2 === 1 ? 4 : 2)
  for (let j = 0; j <= steps; j++) {
    for (let k = 0; k <= steps; k++) {
      const [p, q] = [reach * ((2 * j) / steps - 1), reach * ((2 * k) / steps - 1)]
      const [x, y] = [spread * p, Math.exp(spread * q)]
      const norm = (s * x + c) ** 2 + (s * y) ** 2
      const real = ((c * x - s) * (s * x + c) + c * s * y * y) / norm
      values.push([weightAt(j) * weightAt(k) * Math.exp(-(p * p + q * q) / 2), real])
    }
  }
  const whole = values.reduce((sum, [weight]) => sum + weight, 0)
  const average = (f: (value: number) => number) =>
    values.reduce((sum, [weight, value]) => sum + weight * f(value), 0) / whole
  const mean = average((value) => value)
  const central = (power: number) => average((value) => (value - mean) ** power)
  const [m2, m4] = [central(2), central(4)]
  const kurtosis = m4 / m2 ** 2
  // Delta method for m₄/m₂²: the influence of an entry of standard size t is t⁴ - κ - 2κ(t² - 1).
  const influence = average((value) => {
    const t = (value - mean) ** 2 / m2
    return (t * t - kurtosis - 2 * kurtosis * (t - 1)) ** 2
  })
  return { kurtosis, error: Math.sqrt(influence / count) }
}

describe('random matrices along the orbit', () => {
  it.each([1, 2, 3])('the laws are where they were measured; seed %s', (seed) => {
    const rows = of(seed).tables[0]!.rows as [string, number, number, number][]
    // MATHEMATICS.md 5 (vi), 12 draws: to Marchenko-Pastur, to the product law, spacing ratio. Two draws scatter more:
    // levels are rigid, so a distance moves by about 1/80, and 2·77 ratios of deviation 0.25 by 0.02.
    const published = [
      [0.008, 0.163, 0.53],
      [0.161, 0.013, 0.523],
      [0.12, 0.074, 0.54],
      [0.068, 0.11, 0.54],
    ]
    rows.forEach(([, ...numbers], n) => {
      published[n]!.forEach((one, m) =>
        expect(Math.abs(numbers[m]! - one)).toBeLessThan(m === 2 ? 0.08 : 0.025),
      )
    })
  })
  it.each([1, 2, 3])('C keeps its singular values, Re A does not keep its tails; seed %s', (seed) => {
    const places = of(seed).tables[1]!.rows as number[][]
    expect(places).toHaveLength(13)
    for (const [degrees, ...row] of places) {
      // Relative change 1e-13 (MATHEMATICS.md 5 (vi)).
      expect(row.at(-1)).toBeLessThan(1e-13)
      const { kurtosis, error } = expectedKurtosis((degrees! * Math.PI) / 180, 0.3, 80 * 80)
      expect(Math.abs(row[3]! - kurtosis)).toBeLessThan(5 * error)
      // Independent entries of small spread: Marchenko-Pastur everywhere on the orbit.
      expect(row[6]).toBeLessThan(0.04)
    }
    expect(places[3]![4]! - places[0]![4]!).toBeGreaterThan(0.4)
  })
  it('says the same for the same inputs, in pieces that tell how far it is', () => {
    const inputs = { size: 20, inner: 30, spread: 1, draws: 1, seed: 4 }
    const parts = [...spectra(inputs, page)].map(({ part }) => part)
    expect(parts.at(-1)).toBe(1)
    expect([...parts].sort((p, q) => p - q)).toEqual(parts)
    expect(resultOf(spectra(inputs, page))).toEqual(resultOf(spectra(inputs, page)))
  })
})
