import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geodesicPoint, moved, pointOn } from '../../../src/math/curves'
import type { Curve } from '../../../src/math/curves'
import { horocycle, signedDistance } from '../../../src/math/cycles'
import { parabolicWith } from '../../../src/math/fixedPoints'
import { classify } from '../../../src/math/isometryClass'
import { exp, log } from '../../../src/math/oneParameter'
import { orbitPoint, orbitSpeed, reach } from '../../../src/math/orbits'
import { actPoint, norm2 } from '../../../src/math/psl2r'
import { dist } from '../../../src/math/upperHalfPlane'
import {
  coshFromI,
  elementWithin,
  epsilon,
  generator,
  logUniform,
  nearPoint,
  seeded as runs,
  uniform,
  type Point,
} from '../arbitraries'

const seeded = (numRuns: number) => ({ ...runs(numRuns), endOnFailure: true })

const out = new Float64Array(2)
const point = (curve: Curve, s: number): Point => [...pointOn(curve, s, out)] as Point
const share = uniform(0, 1)

/** Two ends, from 1e-3 to 10 apart, one of them ∞ now and then. */
const ends: fc.Arbitrary<[from: number, to: number]> = fc
  .tuple(uniform(-5, 5), logUniform(1e-3, 10), fc.constantFrom(-1, 1), fc.nat(9))
  .map(([from, gap, sign, n]) => {
    if (n === 0) return [Infinity, from]
    return [from, n === 1 ? Infinity : from + sign * gap]
  })

const finite = (end: number) => (Number.isFinite(end) ? Math.abs(end) : 0)
/** x is a mean of the ends, so an error of it is as large as that of the larger end. */
const endGrain = (from: number, to: number, y: number) => 1 + (finite(from) + finite(to)) / y

describe('a complete geodesic', () => {
  const from8 = uniform(-8, 8)

  it('its points are on it: signed distance 0 within 8ε(1 + (|from| + |to|)/y)', () => {
    fc.assert(
      fc.property(ends, from8, ([from, to], t) => {
        const [x, y] = geodesicPoint(from, to, t, out) as unknown as Point
        expect(Math.abs(signedDistance(x, y, from, to))).toBeLessThanOrEqual(
          8 * epsilon * endGrain(from, to, y),
        )
      }),
      seeded(1000),
    )
  })

  it('t is arclength, forwards: ρ = |t - t′| within 8ε of that at both points', () => {
    fc.assert(
      fc.property(ends, from8, from8, ([from, to], t, later) => {
        const z = [...geodesicPoint(from, to, t, out)] as Point
        const w = [...geodesicPoint(from, to, later, out)] as Point
        const tolerance = 8 * epsilon * (endGrain(from, to, z[1]) + endGrain(from, to, w[1]))
        expect(Math.abs(dist(...z, ...w) - Math.abs(t - later))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('its middle is nearest to i: at the distance of i from the geodesic, within 16ε of the ends over y', () => {
    fc.assert(
      fc.property(ends, ([from, to]) => {
        const z = point({ kind: 'geodesic', from, to }, 0.5)
        const delta = Math.abs(signedDistance(0, 1, from, to))
        expect(Math.abs(dist(0, 1, ...z) - delta)).toBeLessThanOrEqual(
          16 * epsilon * endGrain(from, to, z[1]),
        )
      }),
      seeded(1000),
    )
  })
})

it('a segment: ρ(z, pointOn s) = sρ(z, w) and ρ(pointOn s, w) = (1 - s)ρ(z, w) within 16ε(4 + grain)', () => {
  fc.assert(
    fc.property(nearPoint, nearPoint, share, ([x, y], [u, v], s) => {
      const z = point({ kind: 'segment', x, y, u, v }, s)
      const rho = dist(x, y, u, v)
      const tolerance = 16 * epsilon * (4 + Math.abs(x) / y + Math.abs(u) / v + Math.abs(z[0]) / z[1])
      expect(Math.abs(dist(x, y, ...z) - s * rho)).toBeLessThanOrEqual(tolerance)
      expect(Math.abs(dist(...z, u, v) - (1 - s) * rho)).toBeLessThanOrEqual(tolerance)
    }),
    seeded(500),
  )
})

/** ‖tX‖. */
const size = (X: readonly number[], t: number) => Math.abs(t) * Math.hypot(X[0]!, X[0]!, X[1]!, X[2]!)

describe('an orbit', () => {
  it('is exp(tX)z, within 32ε(1 + ‖tX‖)‖exp tX‖² cosh ρ(i, z)', () => {
    fc.assert(
      fc.property(generator, nearPoint, uniform(-3, 3), (X, z, t) => {
        const g = exp(...X, t)
        const w = [...orbitPoint(...X, ...z, t, out)] as Point
        const scale = (1 + size(X, t)) * norm2(g) * coshFromI(z)
        expect(dist(...w, ...actPoint(g, ...z))).toBeLessThanOrEqual(32 * epsilon * scale)
      }),
      seeded(1000),
    )
  })

  it('keeps its distance from the fixed point, the axis, or the cusp, within 1e-9 for ‖tX‖ < 4', () => {
    fc.assert(
      fc.property(generator, nearPoint, uniform(-1, 1), (X, z, t) => {
        const kind = classify(exp(...X, 1))
        // Near the wall, and for whole turns, the fixed points themselves are not known to 1e-9.
        if (Math.abs(X[0] ** 2 + X[1] * X[2]) < 0.01 || kind.kind === 'identity') return
        const w = [...orbitPoint(...X, ...z, t, out)] as Point
        if (X[0] ** 2 + X[1] * X[2] < 0) {
          const y = Math.sqrt(-(X[0] ** 2) - X[1] * X[2]) / Math.abs(X[2])
          const x = X[0] / X[2]
          expect(Math.abs(dist(x, y, ...w) - dist(x, y, ...z))).toBeLessThan(1e-9)
        } else if (kind.kind === 'hyperbolic') {
          const { repelling, attracting } = kind
          const delta = signedDistance(...w, repelling, attracting)
          expect(Math.abs(Math.sinh(delta - signedDistance(...z, repelling, attracting)))).toBeLessThan(1e-9)
        }
      }),
      seeded(1000),
    )
  })

  it('of a parabolic group stays on the horocycle: its diameter within 1e-9 relative', () => {
    fc.assert(
      fc.property(uniform(-3, 3), nearPoint, uniform(-2, 2), (cusp, z, t) => {
        const w = [...orbitPoint(...log(parabolicWith(cusp, 1)), ...z, t, out)] as Point
        const [before, after] = [horocycle(...z, cusp), horocycle(...w, cusp)]
        if (before.kind !== 'circle' || after.kind !== 'circle') throw new Error('not a circle')
        expect(Math.abs(after.radius / before.radius - 1)).toBeLessThan(1e-9)
      }),
      seeded(500),
    )
  })

  it('has constant speed: over a time of 1e-4 it moves by 1e-4 of the speed, within 1e-7 relative', () => {
    fc.assert(
      fc.property(generator, nearPoint, (X, z) => {
        const w = [...orbitPoint(...X, ...z, 1e-4, out)] as Point
        const speed = orbitSpeed(...X, ...z)
        // The chord is shorter than the arc by at most (speed · t)³/24, and speeds are below 200.
        fc.pre(speed > 0.1)
        expect(Math.abs(dist(...z, ...w) / (1e-4 * speed) - 1)).toBeLessThan(1e-7 + (1e-4 * speed) ** 2 / 12)
      }),
      seeded(500),
    )
  })

  it('without ends, and with one, is spread evenly in the distance from z: 16|2s - 1| and 16s, within 1e-4', () => {
    fc.assert(
      fc.property(generator, nearPoint, share, (X, [x, y], s) => {
        fc.pre(X[0] ** 2 + X[1] * X[2] > 1e-3)
        const whole: Curve = { kind: 'orbit', generator: X, x, y, from: -Infinity, to: Infinity }
        const far = dist(x, y, ...point(whole, s))
        // ε‖exp tX‖² cosh ρ(i, z) at distance 16: e¹⁶ ε, and up to e⁴ and cosh² for where z and its axis are.
        expect(Math.abs(far - reach * Math.abs(2 * s - 1))).toBeLessThan(1e-4)
        const start = point({ ...whole, from: 0.25 }, 0)
        const later = point({ ...whole, from: 0.25 }, s)
        expect(dist(...start, ...(orbitPoint(...X, x, y, 0.25, out) as unknown as Point))).toBe(0)
        expect(Math.abs(dist(...start, ...later) - reach * s)).toBeLessThan(1e-4)
      }),
      seeded(500),
    )
  })

  it('a whole circle ends where it begins, opposite to z, and no step is e²ʳ times another', () => {
    fc.assert(
      fc.property(nearPoint, logUniform(0.05, 4), uniform(-3, 3), (centre, r, turn) => {
        const [x, y] = centre
        const speed = Math.exp(turn)
        const X: [number, number, number] = [(speed * x) / y, (-speed * (x * x + y * y)) / y, speed / y]
        const z: Point = [x, y * Math.exp(r)]
        const circle: Curve = {
          kind: 'orbit',
          generator: X,
          x: z[0],
          y: z[1],
          from: -Infinity,
          to: Infinity,
        }
        const points = Array.from({ length: 25 }, (_, n) => point(circle, n / 24))
        expect(dist(...points[0]!, ...points[24]!)).toBeLessThan(1e-9)
        expect(dist(...points[12]!, ...z)).toBeLessThan(1e-9)
        expect(Math.abs(dist(...points[0]!, ...z) - 2 * r)).toBeLessThan(1e-9)
        // A chord is 2 asinh(sinh r sin φ): where turns are φ and φ′, chords are within their ratio.
        const turns = points.slice(1).map((w, n) => Math.sinh(dist(...w, ...points[n]!) / 2) / Math.sinh(r))
        const angles = turns.map((sine) => Math.asin(Math.min(1, sine)))
        expect(Math.max(...angles) / Math.min(...angles)).toBeLessThanOrEqual(Math.exp(2 * r) * (1 + 1e-6))
      }),
      seeded(300),
    )
  })
})

describe('moved', () => {
  const g = elementWithin(1.5, 1)

  it('a geodesic: g of its points is on it, within 16ε‖g‖²(cosh ρ(i, z) + cosh ρ(i, gz))', () => {
    fc.assert(
      fc.property(g, ends, uniform(-3, 3), (h, [from, to], t) => {
        const z = [...geodesicPoint(from, to, t, out)] as Point
        const after = moved(h, { kind: 'geodesic', from, to })
        if (after.kind !== 'geodesic') throw new Error('not a geodesic')
        const w = actPoint(h, ...z)
        // An end e is wrong by ε‖g‖²(1 + e²), which w sees under y(1 + e²)/|w - e|² ≤ 2 cosh ρ(i, w) of that.
        const tolerance = 16 * epsilon * norm2(h) * (coshFromI(z) + coshFromI(w))
        expect(Math.abs(signedDistance(...w, after.from, after.to))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('a segment: pointOn(moved, s) = g pointOn(s) within 16ε‖g‖²(cosh ρ(i, z) + cosh ρ(i, w))', () => {
    fc.assert(
      fc.property(g, nearPoint, nearPoint, share, (h, z, w, s) => {
        const segment: Curve = { kind: 'segment', x: z[0], y: z[1], u: w[0], v: w[1] }
        const error = dist(...point(moved(h, segment), s), ...actPoint(h, ...point(segment, s)))
        expect(error).toBeLessThanOrEqual(16 * epsilon * norm2(h) * (coshFromI(z) + coshFromI(w)))
      }),
      seeded(500),
    )
  })

  it('an orbit: the same, within 32ε(1 + ‖g‖²‖tX‖) of the squared norm ‖g‖⁴e^(2‖tX‖) of exp(t gXg⁻¹), times cosh', () => {
    fc.assert(
      fc.property(g, generator, nearPoint, uniform(-1, 1), share, (h, X, [x, y], to, s) => {
        const orbit: Curve = { kind: 'orbit', generator: X, x, y, from: 0, to }
        const w = actPoint(h, ...point(orbit, s))
        const long = size(X, to)
        const scale = (1 + norm2(h) * long) * norm2(h) ** 2 * Math.exp(2 * long)
        const error = dist(...point(moved(h, orbit), s), ...w)
        expect(error).toBeLessThanOrEqual(32 * epsilon * scale * coshFromI(actPoint(h, x, y)))
      }),
      seeded(500),
    )
  })
})
