import { describe, expect, it } from 'vitest'
import { resultOf, type PageModel } from '../../../src/experiments/record'
import { scale } from '../../../src/experiments/scale'

const tablesOf = (seed: number) =>
  resultOf(scale({ triangles: 30, tokens: 8, inner: 2, beta: 2, seed }, {} as PageModel)).tables.map(
    ({ rows }) => rows as number[][],
  )

describe('what β is', () => {
  it.each([1, 2, 3])('with the distance βρ the half-plane has curvature -1/β²; seed %s', (seed) => {
    for (const [beta, median, least, most] of tablesOf(seed)[0]!) {
      expect(median! * beta! ** 2).toBeCloseTo(1, 10)
      // A flat triangle says little: distances to 1e-15, a bend of κ² m² down to 1e-6.
      expect(least! * beta! ** 2).toBeGreaterThan(1 - 1e-6)
      expect(most! * beta! ** 2).toBeLessThan(1 + 1e-6)
    }
  })
  it.each([1, 2, 3])('on the line it is a redundant number, in the half-plane not; seed %s', (seed) => {
    const rows = tablesOf(seed)[1]!
    // β C is below 20, each distance and the sum rounded once more.
    for (const [, line] of rows) expect(line).toBeLessThan(20 * 8 * Number.EPSILON)
    expect(Math.max(...rows.map((row) => row[2]!))).toBeGreaterThan(0.02)
    const same = rows.find(([s]) => s === 1)!
    expect(same[1]).toBe(0)
    // There and back through the exponential map: 8ε (sinh 4 + grain) in a distance.
    expect(same[2]).toBeLessThan(2 * 4 * 8 * Number.EPSILON * 60)
  })
})
