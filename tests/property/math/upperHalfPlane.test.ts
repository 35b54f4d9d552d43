import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signedDistance } from '../../../src/math/cycles'
import {
  direction,
  dist,
  distGradient,
  expMap,
  geodesic,
  idealEnds,
  logMap,
  midpoint,
  parallelTransport,
  pointAlong,
} from '../../../src/math/upperHalfPlane'
import {
  angle,
  apart,
  epsilon,
  grain,
  logUniform,
  nearPoint,
  pair,
  point,
  seeded,
  uniform,
} from '../arbitraries'
import type { Point } from '../arbitraries'

// Tolerances count roundings. A point whose coordinates carry k roundings is moved by at most k ε/2 (1 + |x|/y), the
// grain; a distance formula adds a few ε of relative error. Eight roundings are allowed for each point involved.
const slack = (rho: number, ...points: Point[]) => 4 * epsilon * (rho + grain(...points))

const at = (out: Float64Array): Point => [out[0]!, out[1]!]
const along = (z: Point, w: Point, t: number) => at(pointAlong(...z, ...w, t, new Float64Array(2)))

describe('dist', () => {
  it('ρ(z, w) = ρ(w, z), bit for bit, and ρ(z, z) = 0', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        expect(dist(...z, ...w)).toBe(dist(...w, ...z))
        expect(dist(...z, ...z)).toBe(0)
      }),
      seeded(500),
    )
  })

  it('ρ(z, w) ≤ ρ(z, m) + ρ(m, w) within 4ε of the sum', () => {
    fc.assert(
      fc.property(pair, point, ([z, w], m) => {
        const detour = dist(...z, ...m) + dist(...m, ...w)
        expect(dist(...z, ...w)).toBeLessThanOrEqual(detour * (1 + 4 * epsilon))
      }),
      seeded(1000),
    )
  })

  it('ρ(λz, λw) = ρ(z, w): bit for bit for λ = 2^±300, within 4ε relative where squares leave the range', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(-300, 300), ([[x, y], [u, v]], k) => {
        const s = 2 ** k
        expect(dist(x * s, y * s, u * s, v * s)).toBe(dist(x, y, u, v))
      }),
      seeded(300),
    )
    fc.assert(
      fc.property(pair, fc.constantFrom(-800, 800), ([[x, y], [u, v]], k) => {
        const s = 2 ** k
        const rho = dist(x, y, u, v)
        expect(Math.abs(dist(x * s, y * s, u * s, v * s) - rho)).toBeLessThanOrEqual(4 * epsilon * rho)
      }),
      seeded(300),
    )
  })

  it('is |log(v/y)| on a vertical line within 4ε relative, heights 1e-150 to 1e150', () => {
    const height = logUniform(1e-150, 1e150)
    fc.assert(
      fc.property(height, height, (y, v) => {
        const rho = Math.abs(Math.log(y) - Math.log(v))
        // The reference subtracts two logarithms, each rounded.
        const tolerance = 4 * epsilon * rho + epsilon * (Math.abs(Math.log(y)) + Math.abs(Math.log(v)))
        expect(Math.abs(dist(0, y, 0, v) - rho)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(500),
    )
  })
})

describe('distGradient', () => {
  const gradient = (z: Point, w: Point) => distGradient(...z, ...w, new Float64Array(4))

  it('has Riemannian norm 1 at both points within 8ε', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        fc.pre(z[0] !== w[0] || z[1] !== w[1])
        const [p, q, r, s] = gradient(z, w)
        expect(Math.abs(z[1] * Math.hypot(p!, q!) - 1)).toBeLessThanOrEqual(8 * epsilon)
        expect(Math.abs(w[1] * Math.hypot(r!, s!) - 1)).toBeLessThanOrEqual(8 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('is the limit of central differences within 1e-8', () => {
    // Step h y: truncation (h/ρ)² with ρ > 0.1, rounding ε ρ/h. With h = 1e-6 both are below 1e-8.
    fc.assert(
      fc.property(nearPoint, nearPoint, (z, w) => {
        fc.pre(dist(...z, ...w) > 0.1)
        const g = gradient(z, w)
        const c = [...z, ...w] as [number, number, number, number]
        for (let k = 0; k < 4; k++) {
          const h = 1e-6 * c[k < 2 ? 1 : 3]
          const plus: typeof c = [...c]
          const minus: typeof c = [...c]
          plus[k]! += h
          minus[k]! -= h
          const slope = (dist(...plus) - dist(...minus)) / (plus[k]! - minus[k]!)
          expect(Math.abs(slope - g[k]!) * c[k < 2 ? 1 : 3]).toBeLessThanOrEqual(1e-8)
        }
      }),
      seeded(300),
    )
  })

  it('points away from w: it is minus the unit vector of logMap within 16ε', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 0)
        const g = gradient(z, w)
        const [p, q] = logMap(...z, ...w, new Float64Array(2))
        const y = z[1]
        expect(Math.hypot(g[0]! * y + p! / y / rho, g[1]! * y + q! / y / rho)).toBeLessThanOrEqual(
          16 * epsilon,
        )
      }),
      seeded(500),
    )
  })
})

describe('pointAlong and midpoint', () => {
  it('ρ(z, p(t)) = |t| and ρ(p(t), w) = |ρ - t|, t from -2 to ρ + 2, within 4ε(ρ + grain)', () => {
    fc.assert(
      fc.property(pair, uniform(0, 1), ([z, w], s) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 0)
        const t = -2 + (rho + 4) * s
        const p = along(z, w, t)
        // Outside the segment the point is shot along a direction that is only known to a few ε.
        const outside = Math.max(0, -t, t - rho)
        const miss = outside > 0 ? 8 * epsilon * Math.sinh(rho + outside) : 0
        const tolerance = slack(rho + outside, z, w, p) + miss
        expect(Math.abs(dist(...z, ...p) - Math.abs(t))).toBeLessThanOrEqual(tolerance)
        expect(Math.abs(dist(...p, ...w) - Math.abs(rho - t))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('p(0) = z and p(ρ) = w within 4ε(ρ + grain)', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        const rho = dist(...z, ...w)
        expect(dist(...along(z, w, 0), ...z)).toBeLessThanOrEqual(slack(0, z, w))
        expect(dist(...along(z, w, rho), ...w)).toBeLessThanOrEqual(slack(rho, z, w))
      }),
      seeded(500),
    )
  })

  it('midpoint = p(ρ/2) within 4ε(ρ + grain)', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        const rho = dist(...z, ...w)
        const m = at(midpoint(...z, ...w, new Float64Array(2)))
        expect(dist(...m, ...along(z, w, rho / 2))).toBeLessThanOrEqual(slack(rho, z, w, m))
      }),
      seeded(500),
    )
  })
})

describe('geodesic and idealEnds', () => {
  it('the arc passes through both points: | |w - c| - r | ≤ 8ε(r + |c|)', () => {
    // The centre is rounded at its own size and the radius at its: nothing else enters.
    fc.assert(
      fc.property(point, point, (z, w) => {
        const curve = geodesic(...z, ...w)
        fc.pre(curve.kind === 'arc')
        const tolerance = 8 * epsilon * (curve.radius + Math.abs(curve.centre) + Math.abs(z[0]))
        for (const [x, y] of [z, w]) {
          expect(Math.abs(Math.hypot(x - curve.centre, y) - curve.radius)).toBeLessThanOrEqual(tolerance)
        }
      }),
      seeded(500),
    )
  })

  it('z and w are at distance 0 from the geodesic between their ends e, within 4ε(1 + Σ(|e| + |e - x|)/y)', () => {
    // An end is known to ε/2 of itself and a few ε of its offset from z; a line through a point at height y moves
    // there by at most that over y, for the point is no farther from the other end than the ends are apart.
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(point, point)), ([z, w]) => {
        const ends = idealEnds(...z, ...w)
        fc.pre(dist(...z, ...w) > 0)
        for (const [x, y] of [z, w]) {
          const offsets = ends.map((e) => Math.abs(e) + Math.abs(e - z[0]) + Math.abs(e - x))
          const spread = offsets.filter(Number.isFinite).reduce((sum, size) => sum + size / y, 1)
          expect(Math.abs(signedDistance(x, y, ...ends))).toBeLessThanOrEqual(4 * epsilon * spread)
        }
      }),
      seeded(1000),
    )
  })

  it('the ends agree with where the geodesic goes: p(-30) and p(ρ + 30) are at them', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, (z, w) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 0.1)
        const ends = idealEnds(...z, ...w)
        const reached = [along(z, w, -30), along(z, w, rho + 30)]
        reached.forEach(([x, y], k) => {
          const end = ends[k]!
          // Chordal distance on the sphere, at most 2e^-(30 - 3.3): ρ(i, z) is at most 3.3.
          const chordal = Number.isFinite(end)
            ? Math.hypot(x - end, y) / Math.sqrt((1 + x * x + y * y) * (1 + end * end))
            : 1 / Math.hypot(1, x, y)
          expect(chordal).toBeLessThanOrEqual(1e-10)
        })
      }),
      seeded(500),
    )
  })
})

describe('directions, exponential map and transport', () => {
  it('direction is the argument of logMap within 16ε, and |logMap|/y = ρ within 4ε relative', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 0)
        const [p, q] = logMap(...z, ...w, new Float64Array(2))
        expect(apart(Math.atan2(q!, p!), direction(...z, ...w))).toBeLessThanOrEqual(16 * epsilon)
        expect(Math.abs(Math.hypot(p!, q!) / z[1] - rho)).toBeLessThanOrEqual(4 * epsilon * rho)
      }),
      seeded(500),
    )
  })

  it('expMap(logMap) = w within 8ε(sinh ρ + grain): a direction error grows like sinh ρ', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        const rho = dist(...z, ...w)
        const [p, q] = logMap(...z, ...w, new Float64Array(2))
        const reached = at(expMap(...z, p!, q!, new Float64Array(2)))
        const tolerance = 8 * epsilon * (Math.sinh(rho) + rho + grain(z, w))
        expect(dist(...reached, ...w)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('logMap(expMap) = (p, q) within 8ε(n + grain), lengths n to 8: logMap never expands', () => {
    fc.assert(
      fc.property(nearPoint, angle, logUniform(1e-3, 8), ([x, y], phi, n) => {
        const p = n * y * Math.cos(phi)
        const q = n * y * Math.sin(phi)
        const w = at(expMap(x, y, p, q, new Float64Array(2)))
        const [r, s] = logMap(x, y, ...w, new Float64Array(2))
        const tolerance = 8 * epsilon * (n + grain([x, y], w))
        expect(Math.hypot(r! - p, s! - q) / y).toBeLessThanOrEqual(tolerance)
      }),
      seeded(500),
    )
  })

  it('transport keeps the tangent of the geodesic: direction at w is that at z turned, within 16ε', () => {
    fc.assert(
      fc.property(pair, ([z, w]) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 0)
        const arriving = direction(...w, ...z) + Math.PI
        expect(apart(direction(...z, ...w) + parallelTransport(...z, ...w), arriving)).toBeLessThanOrEqual(
          16 * epsilon,
        )
        expect(parallelTransport(...z, ...w) + parallelTransport(...w, ...z)).toBe(0)
      }),
      seeded(500),
    )
  })

  it('around a triangle transport turns by minus the area, which is the angle defect, within 32ε', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, nearPoint, (a, b, c) => {
        fc.pre([dist(...a, ...b), dist(...b, ...c), dist(...c, ...a)].every((rho) => rho > 1e-3))
        const around =
          parallelTransport(...a, ...b) + parallelTransport(...b, ...c) + parallelTransport(...c, ...a)
        const corner = (p: Point, q: Point, r: Point) => {
          const turn = direction(...p, ...r) - direction(...p, ...q)
          return Math.atan2(Math.sin(turn), Math.cos(turn))
        }
        const [alpha, beta, gamma] = [corner(a, b, c), corner(b, c, a), corner(c, a, b)]
        const orientation = Math.sign(alpha)
        const area = Math.PI - Math.abs(alpha) - Math.abs(beta) - Math.abs(gamma)
        expect(apart(around, -orientation * area)).toBeLessThanOrEqual(32 * epsilon)
      }),
      seeded(500),
    )
  })
})
