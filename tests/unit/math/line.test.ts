import { expect, it } from 'vitest'
import { dist, translate } from '../../../src/math/line'

it('d(x, u) = |x - u|', () => {
  expect(dist(1.5, -2)).toBe(3.5)
  expect(dist(-2, 1.5)).toBe(3.5)
  expect(dist(7, 7)).toBe(0)
})

it('translates packed numbers, also in place', () => {
  const z = Float64Array.of(1, -2, 0.5)
  expect([...translate(0.25, z, new Float64Array(3))]).toEqual([1.25, -1.75, 0.75])
  expect(translate(1, z, z)).toBe(z)
  expect([...z]).toEqual([2, -1, 1.5])
})
