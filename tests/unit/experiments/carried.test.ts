import { describe, expect, it } from 'vitest'
import { carried } from '../../../src/experiments/carried'
import { resultOf, type CurvePlot, type PageModel } from '../../../src/experiments/record'

const inputs = { size: 4, elements: 40, points: 40, length: 2, alpha: 2, seed: 1 }
const of = (more = {}) => resultOf(carried({ ...inputs, ...more }, {} as PageModel))

describe('the loss surface', () => {
  it.each([1, 2, 3])('is carried by g: f_g(gz) = f(z) within rounding; seed %s', (seed) => {
    const rows = of({ seed }).tables[0]!.rows as number[][]
    expect(rows).toHaveLength(40)
    for (const [length, , relative, ratio] of rows) {
      expect(length).toBeLessThanOrEqual(2)
      expect(ratio).toBeLessThan(1)
      // 3.5e-15 over 6000 cases (MATHEMATICS.md, P1), with elements as long as these.
      expect(relative).toBeLessThan(1e-14)
    }
  })
  it('grows its error with g, within the bound that knows it', () => {
    const rows = of({ length: 10, seed: 5 }).tables[0]!.rows as number[][]
    for (const row of rows) expect(row[3]).toBeLessThan(1)
    expect(Math.max(...rows.map((row) => row[2]!))).toBeGreaterThan(1e-13)
  })
  it.each([1, 2, 3])(
    'has moved by α in a fixed window, and not at all in one on the model; seed %s',
    (seed) => {
      const [fixed, centred] = of({ seed }).plots as [CurvePlot, CurvePlot]
      const apart = ({ series: [before, after] }: CurvePlot) =>
        Math.max(...before!.points.map(([, y], n) => Math.abs(y - after!.points[n]![1])))
      expect(apart(fixed)).toBeGreaterThan(0.1)
      // Four squares of numbers below 12, each distance rounded at 14.
      expect(apart(centred)).toBeLessThan(2 * 12 * 14 * 4 * Number.EPSILON)
    },
  )
})
