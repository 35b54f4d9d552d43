import { describe, expect, it } from 'vitest'
import { curvature } from '../../../src/experiments/curvature'
import { resultOf, type CurvePlot, type PageModel } from '../../../src/experiments/record'
import { exactFit, lossOf } from '../../../src/experiments/smallModel'
import { random } from '../../../src/math/random'

const page = {} as PageModel
const inputs = { size: 5, spread: 0.5, elements: 20, length: 3, decay: 0.01, seed: 1 }
const of = (seed: number, more = {}) => resultOf(curvature({ ...inputs, ...more, seed }, page))

describe('the Hessian at an exact fit', () => {
  it.each([1, 2, 3])(
    'has 17 positive and 3 zero eigenvalues, whatever g is (CLAIMS.md C6); seed %s',
    (seed) => {
      const rows = of(seed).tables[0]!.rows as [string, ...number[]][]
      expect(rows).toHaveLength(22)
      for (const [, , ...signs] of rows) expect(signs.slice(0, 3)).toEqual([17, 3, 0])
    },
  )
  it.each([1, 2, 3])(
    'a dilation by 2 divides it by 4, the metric keeps it, and others do not; seed %s',
    (seed) => {
      const rows = of(seed).tables[0]!.rows as [string, ...number[]][]
      const tops = rows.map((row) => row[5] as number)
      // Eigenvalues to 64ε of the largest, of a matrix whose entries have error 30 · 8ε.
      const error = 500 * Number.EPSILON
      expect(Math.abs((4 * tops[1]!) / tops[0]! - 1)).toBeLessThan(error)
      for (const row of rows) {
        // The points of gW are rounded: ‖g‖² cosh ρ(i, z) more, at most 2 cosh 3 cosh 2.
        expect(Math.abs((row[7] as number) / (rows[0]![7] as number) - 1)).toBeLessThan(80 * error)
      }
      expect(Math.max(...tops) / Math.min(...tops)).toBeGreaterThan(4)
    },
  )
  it.each([1, 2, 3])('sums to the second differences of the loss; seed %s', (seed) => {
    const spectrum = (of(seed).plots[0] as CurvePlot).series[0]!.points
    const trace = spectrum.reduce((sum, [, value]) => sum + value, 0)
    const model = exactFit(random(seed), inputs.size, inputs.spread)
    const h = 1e-4
    const second = model.points.reduce((sum, at, n) => {
      const shifted = (by: number) => lossOf(model, model.points.with(n, at + by))
      // Of fourth order; L = 0 in the middle.
      return sum + (16 * (shifted(h) + shifted(-h)) - shifted(2 * h) - shifted(-2 * h)) / (12 * h * h)
    }, 0)
    // Rounding of L (1e-15 of distances, squared residuals of order h) is below 1e-6; so is the next term.
    expect(Math.abs(second / trace - 1)).toBeLessThan(1e-5)
  })
  it('weight decay tells representatives apart, and nothing else does', () => {
    const [without, decayed] = (of(1).plots[2] as CurvePlot).series.map(({ points }) =>
      points.map(([, y]) => y),
    )
    // 25 residuals within the rounding bound of the dilation by e², squared.
    expect(Math.max(...without!)).toBeLessThan(1e-26)
    expect(Math.max(...decayed!) / Math.min(...decayed!)).toBeGreaterThan(2)
    const [, flat] = (of(1, { decay: 0 }).plots[2] as CurvePlot).series
    expect(Math.max(...flat!.points.map(([, y]) => y))).toBeLessThan(1e-26)
  })
  it('4n - 3 eigenvalues are positive for n points each', () => {
    for (const size of [3, 4, 7]) {
      const [row] = of(4, { size, elements: 1 }).tables[0]!.rows as [string, ...number[]][]
      expect(row!.slice(2, 5)).toEqual([4 * size - 3, 3, 0])
    }
  })
})
