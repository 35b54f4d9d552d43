import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frechetMean } from '../../../src/math/frechetMean'
import { act, actPoint, norm2 } from '../../../src/math/psl2r'
import { dist, expMap, midpoint } from '../../../src/math/upperHalfPlane'
import { angle, coshFromI, element, epsilon, nearPoint, point, seeded } from '../arbitraries'

const cloud = fc
  .array(nearPoint, { minLength: 1, maxLength: 12 })
  .map((points) => Float64Array.from(points.flat()))

function sumOfSquares(points: Float64Array, x: number, y: number): number {
  let sum = 0
  for (let n = 0; n < points.length; n += 2) sum += dist(x, y, points[n]!, points[n + 1]!) ** 2
  return sum
}

describe('frechetMean', () => {
  it('of two points is their midpoint, to 64ε(1 + ρ)(1 + |x|/y)', () => {
    fc.assert(
      fc.property(point, point, (z, w) => {
        const { x, y } = frechetMean(Float64Array.of(...z, ...w))
        const [u, v] = midpoint(...z, ...w, new Float64Array(2))
        const tolerance = 64 * epsilon * (1 + dist(...z, ...w)) * (1 + Math.abs(x) / y)
        expect(dist(x, y, u!, v!)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('is a minimum: no point at distance 1e-3 has a smaller sum of squared distances', () => {
    fc.assert(
      fc.property(cloud, angle, (points, phi) => {
        const { x, y } = frechetMean(points)
        const there = expMap(x, y, 1e-3 * y * Math.cos(phi), 1e-3 * y * Math.sin(phi), new Float64Array(2))
        // The Hessian of the sum is at least 2n, so it grows by (n/2)·2·1e-6; n counts points, the array two numbers each.
        const growth = sumOfSquares(points, there[0]!, there[1]!) - sumOfSquares(points, x, y)
        expect(growth).toBeGreaterThan(0.9e-6 * (points.length / 2))
      }),
      seeded(500),
    )
  })

  it('the mean of gz_j is g of the mean, to 64ε‖g‖²(1 + ρ) max cosh ρ(i, ·), in at most 12 steps', () => {
    fc.assert(
      fc.property(element, cloud, (g, points) => {
        const { x, y } = frechetMean(points)
        const moved = frechetMean(act(g, points, new Float64Array(points.length)))
        let size = coshFromI([x, y])
        for (let n = 0; n < points.length; n += 2)
          size = Math.max(size, coshFromI([points[n]!, points[n + 1]!]))
        const tolerance = 64 * epsilon * norm2(g) * 5 * size
        expect(dist(moved.x, moved.y, ...actPoint(g, x, y))).toBeLessThanOrEqual(tolerance)
        expect(moved.steps).toBeLessThanOrEqual(12)
      }),
      seeded(1000),
    )
  })
})
