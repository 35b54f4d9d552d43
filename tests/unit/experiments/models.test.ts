import { describe, expect, it } from 'vitest'
import { models } from '../../../src/experiments/models'
import { resultOf, type PageModel } from '../../../src/experiments/record'

const page = {} as PageModel
const small = { members: 3000, length: 8, retrained: 2 } as const
const found = (data: 'spirals' | 'moons', seed: number, starts: 'scattered' | 'atInputs' = 'scattered') =>
  resultOf(models({ ...small, data, starts, seed }, page))

describe('how many models there are', () => {
  it.each([
    ['moons', 1],
    ['moons', 2],
    ['moons', 3],
    ['spirals', 4],
  ] as const)('one in an orbit, others from other seeds: %s, seed %s', (data, seed) => {
    const { tables, plots, findings } = found(data, seed)
    const [byLength, classifiers] = [tables[0]!, tables[1]!]
    expect(byLength.rows.reduce((sum, [, count]) => sum + (count as number), 0)).toBe(3000)
    for (const [, , change, bound] of byLength.rows as number[][]) {
      expect(change).toBeLessThanOrEqual(bound!)
    }
    expect(findings[1]).toMatch(/not one is decided differently in any member/)
    const matrix = plots[1]!
    if (matrix.kind !== 'matrix') throw new Error('a matrix was expected')
    expect(matrix.rows).toEqual(['W', 'g₁W', 'g₂W', 'g₃W', 'g₄W', `seed ${seed + 1}`, `seed ${seed + 2}`])
    matrix.values.forEach((row, p) =>
      row.forEach((percent, q) => {
        if (p === q || (p < 5 && q < 5)) expect(percent).toBe(0)
        // Of 3721 places more than 37, against none in the orbit; CLAIMS.md saw 8.6 to 15.4 % for four models.
        else expect(percent).toBeGreaterThan(1)
        expect(percent).toBe(matrix.values[q]![p])
      }),
    )
    for (const [, accuracy] of classifiers.rows) expect(accuracy).toBeGreaterThan(0.95)
  })

  it('models that start at the same data come out more alike, yet not the same', () => {
    const apart = (starts: 'scattered' | 'atInputs') => {
      const plot = found('moons', 1, starts).plots[1]!
      return plot.kind === 'matrix' ? plot.values[0]![5]! : NaN
    }
    expect(apart('atInputs')).toBeGreaterThan(0)
    expect(apart('scattered')).toBeGreaterThan(2 * apart('atInputs'))
  })

  it('has well-formed plots and tables from the first moment on', () => {
    const first = models({ ...small, data: 'moons', starts: 'atInputs', seed: 1 }, page).next()
    if (first.done) throw new Error('it was not expected to be done')
    const { plots, tables, findings } = first.value.result
    expect(plots.length).toBe(2)
    expect(tables.flatMap(({ rows }) => rows)).toEqual([])
    expect(findings).toEqual([])
  })
})
