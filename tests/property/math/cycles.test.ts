import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circle, horocycle, hypercycle, signedDistance } from '../../../src/math/cycles'
import { actPoint, norm2 } from '../../../src/math/psl2r'
import { direction, dist, expMap, idealEnds, pointAlong } from '../../../src/math/upperHalfPlane'
import { angle, coshFromI, element, epsilon, nearPoint, point, seeded, uniform } from '../arbitraries'
import type { Point } from '../arbitraries'

const ends = fc.tuple(uniform(-5, 5), uniform(-5, 5)).filter(([from, to]) => Math.abs(from - to) > 1e-3)

describe('signedDistance', () => {
  it('is ±ρ to the foot of the perpendicular: shot from the line at a right angle to its left', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, uniform(-4, 4), (z, w, delta) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 0.1)
        const left = direction(...z, ...w) + Math.PI / 2
        const [x, y] = z
        const vector = [delta * y * Math.cos(left), delta * y * Math.sin(left)] as const
        const [u, v] = expMap(x, y, ...vector, new Float64Array(2))
        const found = signedDistance(u!, v!, ...idealEnds(...z, ...w))
        // Everything is within 8 of i: ε e^|δ| from the direction, ε(|e| + |e - u|)/v from the ends.
        const spread = idealEnds(...z, ...w).filter(Number.isFinite)
        const lines = spread.reduce(
          (sum, e) => sum + (Math.abs(e) + Math.abs(e - x) + Math.abs(e - u!)) / v!,
          1,
        )
        const tolerance =
          8 * epsilon * (lines / Math.cosh(delta) + Math.exp(Math.abs(delta)) + Math.abs(u!) / v!)
        expect(Math.abs(found - delta)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('changes sign with the orientation, and no point of the line is nearer', () => {
    fc.assert(
      fc.property(point, nearPoint, nearPoint, uniform(-8, 8), (p, z, w, t) => {
        fc.pre(dist(...z, ...w) > 0.1)
        const [from, to] = idealEnds(...z, ...w)
        const delta = signedDistance(...p, from, to)
        expect(signedDistance(...p, to, from)).toBeCloseTo(-delta, 9)
        const [x, y] = pointAlong(...z, ...w, t, new Float64Array(2))
        expect(Math.abs(delta)).toBeLessThanOrEqual(dist(...p, x!, y!) + 1e-8)
      }),
      seeded(500),
    )
  })

  it('is invariant: g moves the point and the ends, signs included, within 16ε‖g‖² Σ cosh ρ(i, ·) as seen at p', () => {
    fc.assert(
      fc.property(element, nearPoint, nearPoint, nearPoint, (g, p, z, w) => {
        fc.pre(dist(...z, ...w) > 0.1)
        const [gp, gz, gw] = [p, z, w].map((q) => actPoint(g, ...q)) as [Point, Point, Point]
        const before = signedDistance(...p, ...idealEnds(...z, ...w))
        const after = signedDistance(...gp, ...idealEnds(...gz, ...gw))
        // Misplaced points z, w at distance ρ ≥ 0.1 tilt the line by ε/ρ, seen at p from up to 13 away.
        const scale = norm2(g) * (coshFromI(p) + coshFromI(z) + coshFromI(w))
        const reach = Math.exp(dist(...p, ...z)) / Math.min(1, dist(...z, ...w))
        expect(Math.abs(after - before)).toBeLessThanOrEqual(16 * epsilon * scale * reach)
      }),
      seeded(500),
    )
  })
})

describe('cycles', () => {
  it('every point of the hypercycle is at its signed distance δ, sinh δ within 8ε cosh² δ times the size of the circle over y', () => {
    fc.assert(
      fc.property(ends, uniform(-3, 3), uniform(0.01, 0.99), ([from, to], delta, s) => {
        const curve = hypercycle(from, to, delta)
        if (curve.kind !== 'circle') throw new Error(curve.kind)
        const psi = 2 * Math.PI * s
        const x = curve.x + curve.radius * Math.cos(psi)
        const y = curve.y + curve.radius * Math.sin(psi)
        fc.pre(y > 0.01 * curve.radius)
        // sinh δ = (|z - c|² - h²)/(2hy): coordinates rounded at the size of centre and radius, over y.
        const size = (Math.abs(from) + Math.abs(to) + Math.abs(curve.y) + curve.radius) / y
        const error = Math.abs(Math.sinh(signedDistance(x, y, from, to)) - Math.sinh(delta))
        const width = (4 * curve.radius) / Math.abs(to - from)
        expect(error).toBeLessThanOrEqual(8 * epsilon * size * width * Math.cosh(delta))
      }),
      seeded(1000),
    )
  })

  it('a ray is at its signed distance too, within 8ε', () => {
    fc.assert(
      fc.property(uniform(-5, 5), uniform(-3, 3), fc.boolean(), uniform(0.1, 9), (end, delta, up, r) => {
        const line: [number, number] = up ? [end, Infinity] : [Infinity, end]
        const curve = hypercycle(...line, delta)
        if (curve.kind !== 'ray') throw new Error(curve.kind)
        const [x, y] = [curve.end + r * curve.across, r * curve.up]
        const tolerance = 8 * epsilon * (1 + (Math.abs(end) + r) / y)
        expect(Math.abs(signedDistance(x, y, ...line) - delta)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(500),
    )
  })

  it('the circle about z of radius ρ(z, w) passes through w, within 8ε of |x| + its top', () => {
    fc.assert(
      fc.property(point, point, (z, w) => {
        const curve = circle(...z, dist(...z, ...w))
        if (curve.kind !== 'circle') throw new Error(curve.kind)
        const error = Math.abs(Math.hypot(w[0] - curve.x, w[1] - curve.y) - curve.radius)
        // sinh and cosh of a ρ known to ε: relative error ε(1 + ρ).
        const tolerance = 8 * epsilon * (1 + dist(...z, ...w)) * (curve.radius + curve.y)
        expect(error).toBeLessThanOrEqual(tolerance)
      }),
      seeded(500),
    )
  })

  it('the horocycle passes through z and is tangent at ξ; its other points give the same one', () => {
    fc.assert(
      fc.property(point, uniform(-10, 10), angle, ([x, y], ideal, psi) => {
        const curve = horocycle(x, y, ideal)
        if (curve.kind !== 'circle') throw new Error(curve.kind)
        expect([curve.x, curve.y]).toEqual([ideal, curve.radius])
        const error = Math.abs(Math.hypot(x - ideal, y - curve.radius) - curve.radius)
        expect(error).toBeLessThanOrEqual(4 * epsilon * curve.radius)
        // Another point of it lies on the same horocycle, as far as its coordinates over its height tell.
        const u = ideal + curve.radius * Math.sin(psi)
        const v = curve.radius * (1 + Math.cos(psi))
        fc.pre(v > 0.01 * curve.radius)
        const other = horocycle(u, v, ideal)
        if (other.kind !== 'circle') throw new Error(other.kind)
        const tolerance = 800 * epsilon * (curve.radius + Math.abs(ideal))
        expect(Math.abs(other.radius - curve.radius)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(500),
    )
  })
})
