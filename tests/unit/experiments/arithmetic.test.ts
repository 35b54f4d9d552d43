import { describe, expect, it } from 'vitest'
import { arithmetic } from '../../../src/experiments/arithmetic'
import { resultOf, type PageModel } from '../../../src/experiments/record'

const page = {} as PageModel
const inputs = { longest: 40, draws: 40, size: 4, spread: 1, seed: 1 }
const of = (seed: number) =>
  resultOf(arithmetic({ ...inputs, seed }, page)).tables.map(({ rows }) => rows as number[][])

describe('where arithmetic ends', () => {
  it.each([1, 2, 3])('the change of C is of the published size and within its bound; seed %s', (seed) => {
    const [lengths] = of(seed)
    const at = (length: number) => lengths!.find(([one]) => one === length)!
    // MATHEMATICS.md 1.7 by translation length, and CLAIMS.md scene 1 for float32: largest error seen. Here three
    // distances are summed, and fewer cases tried: one order of magnitude.
    for (const [length, float64, float32] of [
      [4, 3e-14],
      [8, 2e-12, 1.7e-3],
      [12, 1e-10],
      [16, 6e-9],
      [20, 2.4e-7],
    ] as const) {
      expect(Math.abs(Math.log10(at(length)[1]! / float64))).toBeLessThan(1)
      if (float32) expect(Math.abs(Math.log10(at(length)[2]! / float32))).toBeLessThan(1)
    }
    for (const [, , , , , , ratio] of lengths!) expect(ratio).toBeLessThanOrEqual(1)
  })
  it.each([1, 2, 3])('by differences it does not grow; seed %s', (seed) => {
    // A turn about i, ‖K‖² = 2, with the bound for points as far as 4 from i: 2ε · 2 · 3 · 2 cosh 4.
    for (const [, , , , change] of of(seed)[0]!) expect(change).toBeLessThan(2 * Number.EPSILON * 2 * 6 * 28)
  })
  it.each([1, 2, 3])(
    'the acosh form loses what 1 + d²/2 has no room for, the asinh form nothing; seed %s',
    (seed) => {
      for (const [separation, asinh64, acosh64, asinh32] of of(seed)[1]!) {
        // MATHEMATICS.md 1.1: 4.6e-16; here with the rounding of the exact value, half of which is that of a quotient.
        expect(asinh64).toBeLessThan(1e-15)
        if (!Number.isNaN(asinh32)) expect(asinh32).toBeLessThan(8 * 2 ** -24)
        // 1 + d²/2 is rounded by ε/2 at most, so d by ε/2 over d², in part.
        const lost = 2 ** -53 / separation! ** 2
        if (separation! < 0.1) expect(acosh64!).toBeLessThan(6 * lost + 1e-15)
        if (separation! < 1e-3 && separation! > 1e-7) expect(acosh64! / lost).toBeGreaterThan(0.1)
        if (separation! < 1e-9) expect(acosh64).toBe(1)
      }
    },
  )
})
