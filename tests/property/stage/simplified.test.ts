import fc from 'fast-check'
import { expect, it } from 'vitest'
import { simplified } from '../../../src/stage/sheet/simplified'

const chain = fc
  .array(
    fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((places) => places.flat())

/** How far a point lies from a chain, over all of its segments. */
function away(points: readonly number[], p: number, q: number): number {
  let least = Infinity
  for (let n = 0; n + 3 < points.length || n === 0; n += 2) {
    const [x, y] = [points[n]!, points[n + 1]!]
    const [u, v] = [points[n + 2] ?? x, points[n + 3] ?? y]
    const square = (u - x) ** 2 + (v - y) ** 2
    const part = square > 0 ? Math.min(1, Math.max(0, ((p - x) * (u - x) + (q - y) * (v - y)) / square)) : 0
    least = Math.min(least, Math.hypot(p - x - part * (u - x), q - y - part * (v - y)))
  }
  return least
}

it('a chain with fewer points has both ends and lies within the tolerance of every point', () => {
  fc.assert(
    fc.property(chain, fc.double({ min: 0.01, max: 20, noNaN: true }), (points, tolerance) => {
      const fewer = simplified(points, tolerance)
      expect(fewer.slice(0, 2)).toEqual(points.slice(0, 2))
      expect(fewer.slice(-2)).toEqual(points.slice(-2))
      for (let n = 0; n < points.length; n += 2)
        expect(away(fewer, points[n]!, points[n + 1]!)).toBeLessThanOrEqual(tolerance + 1e-9)
    }),
    { numRuns: 500, seed: 11 },
  )
  // And it does leave some out.
  expect(simplified([0, 0, 1, 0.001, 2, 0, 3, 5], 0.1)).toEqual([0, 0, 2, 0, 3, 5])
})
