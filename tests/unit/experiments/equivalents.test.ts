import { describe, expect, it } from 'vitest'
import { equivalents } from '../../../src/experiments/equivalents'
import { orbitStep, shareInside } from '../../../src/experiments/fitSet'
import { resultOf, type PageModel } from '../../../src/experiments/record'
import { attentionRecipes, buildAttention } from '../../../src/learning/recipes'
import { startRun } from '../../../src/learning/training'
import { random } from '../../../src/math/random'
import { dist } from '../../../src/math/upperHalfPlane'

const page = {} as PageModel
const own = { rows: 5, inner: 1, columns: 5, epsilon: 0.05, directions: 10 }

/** Rank and dimension of the fibre in the half-plane, as they were measured for MATHEMATICS.md, section 2. */
const published: Record<string, readonly [rank: number, fibre: number]> = {
  '3 × 3 × 3': [9, 27],
  '6 × 6 × 6': [36, 108],
  '3 × 1 × 3': [9, 3],
  '15 × 1 × 15': [57, 3],
  '6 × 2 × 6': [36, 12],
  '8 × 2 × 8': [58, 6],
  '10 × 2 × 10': [74, 6],
  '12 × 2 × 12': [90, 6],
  '12 × 3 × 12': [135, 9],
  '16 × 4 × 16': [244, 12],
  '20 × 3 × 20': [231, 9],
}

describe('how many equivalents there are', () => {
  it.each([1, 2, 3])('the ranks are those known, with a clear margin; seed %s', (seed) => {
    const { tables, findings } = resultOf(equivalents({ ...own, seed }, page))
    const rows = tables[0]!.rows
    expect(rows.length).toBe(16)
    for (const row of rows) {
      const [size, outputs, numbers, rank, margin, fibre, group, , line, lineGroup, dot] = row as [
        string,
        ...number[],
      ]
      const [m, h, n] = size.split(' × ').map(Number) as [number, number, number]
      const known = published[size]
      if (known) expect([size, rank, fibre]).toEqual([size, ...known])
      expect(margin).toBeGreaterThan(1000)
      expect([numbers, fibre, group]).toEqual([2 * h * (m + n), numbers! - rank!, 3 * h])
      expect(outputs).toBe(m * n)
      if (m === h && n === h) expect(fibre).toBe(3 * n * n)
      if (Math.min(m, n) >= 4 * h) expect(fibre).toBe(group)
      // On the line the order of the numbers decides; the group is always in it, and all of it for one column.
      expect(line).toBeGreaterThanOrEqual(lineGroup!)
      if (h === 1) expect(line).toBe(1)
      // Matrices of rank h form a manifold of h (m + n - h) dimensions.
      expect(dot).toBe(h * h)
    }
    expect(findings[0]).toMatch(/^5 × 1 × 5 in the half-plane: 20 numbers, rank 17, so 3 dimensions/)
    expect(tables[1]!.rows.map(([, , orbit]) => orbit)).toEqual(Array(11).fill(100))
  })

  it('counts a size of the list once if it is asked for', () => {
    const { tables } = resultOf(equivalents({ ...own, rows: 3, inner: 3, columns: 3, seed: 1 }, page))
    expect(tables[0]!.rows.map(([size]) => size).filter((size) => size === '3 × 3 × 3').length).toBe(1)
  })
})

describe('steps away from a trained head', () => {
  const { task, settings } = buildAttention(attentionRecipes.tree7)
  const run = startRun(task, { ...settings, measureEvery: 1e9 }, 5)
  run.step(attentionRecipes.tree7.steps)
  const model = run.parameters()

  it.each([1, 2, 3])(
    'keep the loss in the orbit, and in every direction while they are short; seed %s',
    (seed) => {
      const at = (length: number) => shareInside(task, model, { length, epsilon: 0.05, directions: 40, seed })
      // A step of length r moves a distance by √2 r at most, a score by 10 √2 r, a divergence by twice that.
      const short = at(1e-3)
      expect(task.loss(model) + 20 * Math.SQRT2 * 1e-3).toBeLessThan(0.05)
      expect([short.any, short.orbit]).toEqual([1, 1])
      const long = at(8)
      expect([long.any, long.orbit]).toEqual([0, 1])
      // 1e-12 a distance is what g of length 8 may cost; scores and divergences as above.
      expect(long.orbitChange).toBeLessThan(20 * 1e-12)
      expect([long.fibre, long.parameters]).toEqual([3, 28])
    },
  )

  it.each([1, 2, 3])('in the orbit have the length that was asked for, to first order; seed %s', (seed) => {
    const length = 1e-5
    const moved = orbitStep(model, length, random(seed))
    let squares = 0
    for (let n = 0; n < model.length; n += 2) {
      squares += dist(model[n]!, model[n + 1]!, moved[n]!, moved[n + 1]!) ** 2
    }
    expect(Math.sqrt(squares) / length).toBeCloseTo(1, 4)
  })
})
