import { describe, expect, it } from 'vitest'
import { dist } from '../../../src/math/upperHalfPlane'
import { readHardList, relativeError, worst, worstErrors } from '../../bench/precision'

const hard = readHardList()

describe('accuracy against references of 60 digits', () => {
  it.each(worstErrors(hard).map(({ name, error }) => [name, error] as const))(
    'hyperbolicProduct: relative error ≤ 1e-15 on %s',
    (_, error) => {
      expect(error).toBeLessThanOrEqual(1e-15)
    },
  )

  it.each(hard.distances.map((kind) => [kind.name, kind] as const))(
    'dist: relative error ≤ 1e-15 on %s',
    (name, { points, references }) => {
      const values = points.map((of) => dist(...of))
      expect(worst(name, values, references).error).toBeLessThanOrEqual(1e-15)
    },
  )

  it('covers hundreds of distances and sums', () => {
    const sums = hard.products.reduce((count, { references }) => count + references.length, 0)
    const distances = hard.distances.reduce((count, { references }) => count + references.length, 0)
    expect(distances).toBeGreaterThanOrEqual(300)
    expect(sums).toBeGreaterThanOrEqual(200)
  })
})

describe('relativeError', () => {
  it.each([
    [1, '1.0e+0', 0],
    [1 + 2 ** -52, '1.0', 2 ** -52],
    // 0.1 is stored as 0.1000000000000000055511151231257827….
    [0.1, '1.0e-1', 5.5511151231257827e-17],
    [1e22, '2.0e+22', 0.5],
    [Infinity, '1.0e+0', Infinity],
    [NaN, '1.0e+0', Infinity],
  ])('of %s against %s is %s', (value, reference, error) => {
    expect(relativeError(value, reference)).toBeCloseTo(error, 18)
  })
})
