import { describe, expect, it } from 'vitest'
import { resultOf, type PageModel } from '../../../src/experiments/record'
import { spike } from '../../../src/experiments/spike'

const page = {} as PageModel
const size = 64
const rowsOf = (seed: number, draws: number, spread = 1) =>
  resultOf(spike({ size, spread, farthest: 4, draws, seed }, page)).tables[0]!.rows as number[][]

describe('a translation of A and B on the line', () => {
  it.each([1, 2, 3])(
    'has a spike at σ√n (θ + 1/θ), and the stable rank that goes with it; seed %s',
    (seed) => {
      const draws = 6
      for (const [, theta, top, , rank] of rowsOf(seed, draws, 0.5)) {
        if (theta! < 1.5) continue
        // Above the threshold the spike is normal with deviation at most σ; the median of the draws has 1.25 of the
        // error of their mean. Terms of order 1/n are of that size here.
        const error = (5 * 1.25) / Math.sqrt(size * draws) + 1 / size
        expect(Math.abs(top! - (theta! + 1 / theta!))).toBeLessThan(error)
        const law = (size + theta! ** 2) / (theta! + 1 / theta!) ** 2
        // The sum of squares has a relative deviation of √2/n, the square of the spike twice its own.
        expect(Math.abs(rank! / law - 1)).toBeLessThan((2.5 * error) / (theta! + 1 / theta!) + (5 * 2) / size)
      }
    },
  )
  it.each([1, 2, 3])('moves no other singular value past a neighbour and leaves C alone; seed %s', (seed) => {
    for (const [alpha, , , , , , moved, change, ratio] of rowsOf(seed, 1)) {
      // Weyl: adding rank one interlaces the singular values.
      expect(moved).toBeLessThanOrEqual(1 / size)
      expect(ratio).toBeLessThanOrEqual(1)
      // 64 terms below 10 + 2α each.
      expect(change).toBeLessThan(2 * Number.EPSILON * 64 * (10 + 2 * alpha!))
    }
  })
  it('takes the stable rank from n/4 to 1.06 at α = 4σ (CLAIMS.md C8)', () => {
    const rows = rowsOf(5, 4)
    // σ₁ is 2σ√n less a few σ n^(-1/6).
    expect(rows[0]![4]! / (size / 4)).toBeGreaterThan(0.98)
    expect(rows[0]![4]! / (size / 4)).toBeLessThan(1.2)
    expect(rows.at(-1)![4]).toBeCloseTo(1.06, 2)
  })
})
