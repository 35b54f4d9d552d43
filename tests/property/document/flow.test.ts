import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingMatrix } from '../../../src/document/acting'
import { advanced, fastest, firstTime, lastTime, paceOf, timeIn } from '../../../src/document/flow'
import { defaultDocument } from '../../../src/document/presets'
import { compose, inverse, actPoint, type Psl2r } from '../../../src/math/psl2r'
import { dist } from '../../../src/math/upperHalfPlane'
import { element, epsilon, logUniform, seeded, uniform } from '../arbitraries'

const at = (g: Psl2r, time: number) => actingMatrix({ ...defaultDocument, element: g, time }, 0)
const conjugated = (h: Psl2r, g: Psl2r) => compose(compose(h, g), inverse(h))

describe('the speed law', () => {
  it('moves a point of the axis by speed · dτ (to 64ε‖h‖⁴ and the rounding of ℓ)', () => {
    fc.assert(
      fc.property(
        element,
        logUniform(0.1, 4),
        uniform(-1, 1.9),
        logUniform(0.05, 3),
        uniform(0.001, 0.1),
        (h, length, time, speed, seconds) => {
          const g = conjugated(h, [Math.exp(length / 2), 0, 0, Math.exp(-length / 2)])
          const pace = paceOf(g)!
          fc.pre(pace.unit === 'length' && speed / pace.rate < fastest)
          const [x, y] = actPoint(h, 0, 1)
          const z = actPoint(at(g, time), x, y)
          const w = actPoint(at(g, time + timeIn(seconds, speed, pace)), x, y)
          const size2 = h.reduce((sum, entry) => sum + entry * entry, 0)
          const slack = 64 * epsilon * size2 * size2 * Math.exp(2 * length)
          expect(Math.abs(dist(...z, ...w) - speed * seconds)).toBeLessThan(slack)
        },
      ),
      { ...seeded(400), endOnFailure: true },
    )
  })

  it('turns directions at the centre by speed · dτ (to 32ε)', () => {
    fc.assert(
      fc.property(
        uniform(-1.5, 1.5).filter((theta) => Math.abs(theta) > 0.05),
        logUniform(0.05, 3),
        uniform(0.001, 0.1),
        (theta, speed, seconds) => {
          const g: Psl2r = [Math.cos(theta), -Math.sin(theta), Math.sin(theta), Math.cos(theta)]
          const pace = paceOf(g)!
          fc.pre(speed / pace.rate < fastest)
          const [a, , c] = at(g, timeIn(seconds, speed, pace))
          // K(φ) turns by 2φ, and tan φ = c/a.
          expect(Math.abs(2 * Math.abs(Math.atan2(c, a)) - speed * seconds)).toBeLessThan(32 * epsilon)
        },
      ),
      { ...seeded(400), endOnFailure: true },
    )
  })

  it('moves i along its horocycle by speed · dτ: the chord of a horocyclic arc s is 2 asinh(s/2) (to 64ε‖g‖²)', () => {
    fc.assert(
      fc.property(
        uniform(0, Math.PI),
        logUniform(0.1, 5),
        logUniform(0.05, 3),
        uniform(0.001, 0.1),
        (theta, shift, speed, seconds) => {
          const [cos, sin] = [Math.cos(theta), Math.sin(theta)]
          const g = conjugated([cos, -sin, sin, cos], [1, shift, 0, 1])
          const pace = paceOf(g)
          fc.pre(pace?.unit === 'lengthAtI' && speed / pace.rate < fastest)
          const w = actPoint(at(g, timeIn(seconds, speed, pace)), 0, 1)
          expect(Math.abs(2 * Math.sinh(dist(0, 1, ...w) / 2) - speed * seconds)).toBeLessThan(
            64 * epsilon * (2 + shift * shift),
          )
        },
      ),
      { ...seeded(400), endOnFailure: true },
    )
  })

  it('stays between -1 and 2 and goes no farther in a step than it is told', () => {
    fc.assert(
      fc.property(uniform(-1, 2), fc.constantFrom(1, -1), uniform(0, 0.3), (time, direction, by) => {
        const next = advanced(time, direction, by)
        expect(next.time).toBeGreaterThanOrEqual(firstTime)
        expect(next.time).toBeLessThanOrEqual(lastTime)
        expect(Math.abs(next.time - time)).toBeLessThanOrEqual(by + epsilon * 2)
      }),
      { ...seeded(1000), endOnFailure: true },
    )
  })
})
