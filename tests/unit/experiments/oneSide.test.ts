import { describe, expect, it } from 'vitest'
import { oneSide } from '../../../src/experiments/oneSide'
import { resultOf, type PageModel } from '../../../src/experiments/record'

const rows = resultOf(
  oneSide({ model: 'tree15Twice', steps: 800, seeds: 3, elements: 5, seed: 11 }, {} as PageModel),
).tables[0]!.rows as [string, ...number[]][]
const at = (side: string, length: number) => rows.find((row) => row[0] === side && row[1] === length)!

describe('g on both tables of a trained head, or on one; three seeds', () => {
  it('both: no attention weight changes beyond rounding', () => {
    for (const [side, , , most] of rows) {
      // β C to 2β ε‖g‖² Σ cosh: β near 16, ‖g‖² up to 20, two columns, points as far as 4 from i (MATHEMATICS.md 4.1
      // has 8e-13 for logits at length 4).
      if (side === 'Q and K') expect(most).toBeLessThan(1e-12)
    }
  })
  it.each([
    [0.03, 0.016, undefined],
    [0.1, 0.12, 1],
    [0.3, 0.54, 0.98],
    [1, 3.9, 0.68],
    [2, 11.7, 0.42],
  ])('the queries by %s: KL about %s, accuracy about %s (MATHEMATICS.md 4.1)', (length, loss, accuracy) => {
    const [, , , , kl, right] = at('Q only', length)
    // Other sequences and other seeds: within a factor of 2, and 0.12 of the rows.
    expect(Math.abs(Math.log2(kl! / loss))).toBeLessThan(1)
    if (accuracy !== undefined) expect(Math.abs(right! - accuracy)).toBeLessThan(0.12)
  })
  it('the keys alone are no better than the queries alone', () => {
    for (const length of [0.3, 1, 2]) {
      expect(Math.abs(Math.log2(at('K only', length)[4]! / at('Q only', length)[4]!))).toBeLessThan(1)
    }
  })
})
