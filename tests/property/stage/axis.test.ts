import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signedDistance } from '../../../src/math/cycles'
import { dist, idealEnds } from '../../../src/math/upperHalfPlane'
import { alongAxis, angleBetween, axisOf, lengthAlong } from '../../../src/stage/axis'
import { halfPlaneChart } from '../../../src/stage/charts/halfPlane'
import { eased } from '../../../src/stage/handles/boundary'
import { viewportOf } from '../../../src/stage/viewport'
import { nearPoint, seeded, uniform } from '../arbitraries'

const chart = halfPlaneChart(viewportOf({ centre: 0, height: 4 }, 1366, 768))
const end = fc.oneof(
  { weight: 6, arbitrary: uniform(-5, 5) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
)
const ends = fc.tuple(end, end).filter(([e, f]) => e !== f && !(Math.abs(e - f) < 0.05))
const out = new Float64Array(2)

describe('an axis by its two ends', () => {
  // sinh δ is known to ε(|x - from||x - to| + y²)/(|to - from| y): below 1e-11 with ends 0.05 apart.
  it('has its foot on it, its points on it, and no other point is nearer to what is looked at', () => {
    fc.assert(
      fc.property(ends, nearPoint, uniform(-3, 3), ([from, to], about, s) => {
        const axis = axisOf(from, to, about, chart)
        expect(Math.abs(signedDistance(...axis.foot, from, to))).toBeLessThan(1e-10)
        alongAxis(axis, s, out)
        expect(Math.abs(signedDistance(out[0]!, out[1]!, from, to))).toBeLessThan(1e-10)
        expect(dist(...axis.foot, out[0]!, out[1]!)).toBeCloseTo(Math.abs(s), 10)
        expect(dist(...about, out[0]!, out[1]!)).toBeGreaterThan(dist(...about, ...axis.foot) - 1e-10)
        expect(lengthAlong(axis, out[0]!, out[1]!)).toBeCloseTo(s, 9)
      }),
      seeded(500),
    )
  })

  it('runs from the one to the other', () => {
    fc.assert(
      fc.property(ends, nearPoint, ([from, to], about) => {
        const axis = axisOf(from, to, about, chart)
        alongAxis(axis, 1, out)
        const [back, ahead] = idealEnds(...axis.foot, out[0]!, out[1]!)
        for (const [seen, wanted] of [
          [back, from],
          [ahead, to],
        ] as const) {
          const near = Number.isFinite(wanted)
            ? Math.abs(seen - wanted) / (1 + Math.abs(wanted))
            : 1 / Math.abs(seen)
          expect(near).toBeLessThan(1e-8)
        }
      }),
      seeded(500),
    )
  })
})

describe('angleBetween', () => {
  it('is the angle of the turn that was made, modulo a whole one', () => {
    // About i the direction to e^s i turned by φ: the disk's e^(iφ), brought back by Cayley's transform.
    fc.assert(
      fc.property(uniform(-3.1, 3.1), uniform(0.2, 2), (phi, s) => {
        const r = Math.tanh(s / 2)
        const at = (angle: number): [number, number] => {
          const [u, v] = [r * Math.cos(angle), r * Math.sin(angle)]
          const n = (1 - u) ** 2 + v * v
          return [(-2 * v) / n, (1 - u * u - v * v) / n]
        }
        expect(angleBetween([0, 1], at(0.3), at(0.3 + phi))).toBeCloseTo(phi, 10)
      }),
      seeded(200),
    )
  })
})

describe('eased', () => {
  it('is 0 up to the snap, the distance itself from the free end on, and increases between them without a jump', () => {
    expect(eased(6)).toBe(0)
    expect(eased(24)).toBe(24)
    for (let d = 6; d < 30; d += 0.01) {
      const step = eased(d + 0.01) - eased(d)
      expect(step).toBeGreaterThan(0)
      expect(step).toBeLessThan(0.02)
    }
  })
})
