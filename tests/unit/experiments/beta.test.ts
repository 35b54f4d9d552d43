import { describe, expect, it } from 'vitest'
import { beta } from '../../../src/experiments/beta'
import { resultOf, type PageModel } from '../../../src/experiments/record'

type Row = [string, ...number[]]
const rows = resultOf(beta({ nodes: '15', inner: 2, steps: 700, seeds: 3, seed: 5 }, {} as PageModel))
  .tables[0]!.rows as Row[]
const of = (name: string) => rows.find(([one]) => one.startsWith(name))!

describe('where β comes from, 15 nodes, h = 2, three seeds', () => {
  // MATHEMATICS.md 4.1, 20 seeds and 1500 steps: in the .01 ball.
  it.each([
    ['learned', 3],
    ['fixed 10', 3],
    ['by row', 3],
    ['fixed 1/√h', 0],
    ['annealed', 0],
  ])('%s: solved by %s of 3, as published', (name, solved) => {
    expect(of(name)[4]).toBe(solved)
  })
  it('a learned β ends near 15, and 1/√h stays near a KL of 0.094', () => {
    expect(of('learned')[7]).toBeGreaterThan(10)
    expect(of('learned')[7]).toBeLessThan(25)
    // 0.5 · 20¹
    expect(of('annealed')[7]).toBeCloseTo(10, 12)
    expect(of('fixed 1/√h')[2]).toBeGreaterThan(0.04)
    expect(of('fixed 1/√h')[2]).toBeLessThan(0.2)
  })
  it('only a β from the norms of Q lets g change the loss', () => {
    for (const [name, , , , , , , , change] of rows) {
      if (name.startsWith('by norms')) expect(change).toBeGreaterThan(1e-6)
      // β C of a few hundred, C within 2ε‖g‖² Σ(cosh ρ + cosh ρ): two terms of points that ran as far as 8 from i.
      else expect(change).toBeLessThan(20 * 2 * Number.EPSILON * 3.1 * 4 * Math.cosh(8))
    }
  })
  it('with +β the farthest is attended to', () => {
    expect(of('learned')[9]).toBeLessThan(0.05)
    expect(of('learned')[10]).toBeGreaterThan(0.9)
  })
})
