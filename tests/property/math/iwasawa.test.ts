import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromIwasawa, fromKan, iwasawa, kan, step } from '../../../src/math/iwasawa'
import type { IwasawaCoordinates } from '../../../src/math/iwasawa'
import { exp } from '../../../src/math/oneParameter'
import { actPoint, compose, determinant, element, identity, inverse, norm2 } from '../../../src/math/psl2r'
import type { Psl2r } from '../../../src/math/psl2r'
import { random } from '../../../src/math/random'
import { dist } from '../../../src/math/upperHalfPlane'
import { element as someElement, elementWithin, epsilon, seeded, uniform } from '../arbitraries'

const difference = (g: Psl2r, h: Psl2r) => {
  const sign = Math.sign(g[0] * h[0] + g[1] * h[1] + g[2] * h[2] + g[3] * h[3])
  return Math.hypot(...g.map((entry, k) => entry - sign * h[k]!))
}
const modPi = (theta: number) => Math.abs(Math.sin(theta))
const matrix = ({ x, t, theta }: IwasawaCoordinates) => fromIwasawa(x, t, theta)

describe('Iwasawa coordinates', () => {
  const x = uniform(-5, 5)
  const theta = uniform(0, 3.14159)

  it('coordinates → element → coordinates: x within 8ε(1 + |x|)(1 + e^t), t within 8ε(1 + |t|), θ within 8ε', () => {
    // t = -2 log √(c² + d²) inherits ε|t|/2 from e^(t/2); x is a sum of terms of size |x| + e^t.
    fc.assert(
      fc.property(x, uniform(-690, 690), theta, (s, t, angle) => {
        const back = iwasawa(fromIwasawa(s, t, angle))
        expect(Math.abs(back.t - t)).toBeLessThanOrEqual(8 * epsilon * (1 + Math.abs(t)))
        expect(modPi(back.theta - angle)).toBeLessThanOrEqual(8 * epsilon)
        expect(back.theta >= 0 && back.theta < Math.PI).toBe(true)
        // e^t itself is only known to ε|t|, but it cancels in x: what remains is its rounding.
        expect(Math.abs(back.x - s)).toBeLessThanOrEqual(8 * epsilon * (Math.abs(s) + Math.exp(t)))
      }),
      seeded(1000),
    )
  })

  it('element → NAK → element and element → KAN → element within 16ε‖g‖(1 + |t|)', () => {
    fc.assert(
      fc.property(elementWithin(5, 20), elementWithin(5, 3), (g, h) => {
        for (const m of [g, compose(g, h), inverse(g)]) {
          const nak = iwasawa(m)
          const other = kan(m)
          const tolerance = (t: number) => 16 * epsilon * Math.sqrt(norm2(m)) * (1 + Math.abs(t))
          // gh has determinant 1 only within ε‖g‖²‖h‖², and only the chart's determinant is 1.
          const drift = 4 * epsilon * norm2(g) * norm2(h) * Math.sqrt(norm2(m))
          const allowed = (t: number) => tolerance(t) + (m === g ? 0 : drift)
          expect(difference(matrix(nak), m)).toBeLessThanOrEqual(allowed(nak.t))
          expect(difference(fromKan(other.theta, other.t, other.x), m)).toBeLessThanOrEqual(allowed(other.t))
        }
      }),
      seeded(500),
    )
  })

  it('g·i = x + i eᵗ within 4ε‖g‖² and det = 1 within 2ε‖g‖²', () => {
    fc.assert(
      fc.property(x, uniform(-8, 8), theta, (s, t, angle) => {
        const g = fromIwasawa(s, t, angle)
        expect(dist(...actPoint(g, 0, 1), s, Math.exp(t))).toBeLessThanOrEqual(4 * epsilon * norm2(g))
        expect(Math.abs(determinant(g) - 1)).toBeLessThanOrEqual(2 * epsilon * norm2(g))
      }),
      seeded(500),
    )
  })
})

describe('step', () => {
  it('is multiplication from the left, within 8ε‖h‖²‖g‖²', () => {
    fc.assert(
      fc.property(someElement, someElement, (g, h) => {
        const stepped = matrix(step(iwasawa(g), h))
        expect(difference(stepped, compose(h, g))).toBeLessThanOrEqual(8 * epsilon * norm2(h) * norm2(g))
      }),
      seeded(1000),
    )
  })

  it('100 000 elliptic steps exp(X) arrive at exp(100 000 X), within 4ε a step: a plain product has no such bound', () => {
    const [p, q, r] = [0.002, 0.03, -0.028]
    const h = exp(p, q, r, 1)
    const count = 100_000
    let g = iwasawa(identity)
    for (let k = 0; k < count; k++) g = step(g, h)
    // The steps circle about a point near i, so cosh ρ(i, g i) stays below 2: each adds its own rounding and no more.
    expect(difference(matrix(g), exp(p, q, r, count))).toBeLessThanOrEqual(4 * epsilon * count)
  })

  it('10 000 random steps and their inverses back return to the start within 4ε Σ‖g‖², and never leave the group', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const next = random(seed)
        const walk = Array.from({ length: 10_000 }, () =>
          fromIwasawa(0.02 * (next() - 0.5), 0.04 * (next() - 0.5), Math.PI * next()),
        )
        let g = iwasawa(identity)
        let budget = 0
        let worst = 0
        // Left multiplication is an isometry of the chart: an early error is carried along, not amplified.
        for (const h of [...walk, ...walk.toReversed().map(inverse)]) {
          g = step(g, h)
          const m = matrix(g)
          budget += 4 * epsilon * norm2(m)
          worst = Math.max(worst, Math.abs(determinant(m) - 1) / norm2(m))
        }
        expect(worst).toBeLessThanOrEqual(2 * epsilon)
        expect(budget).toBeLessThan(1e-9)
        expect(difference(matrix(g), identity)).toBeLessThanOrEqual(budget)
      }),
      seeded(5),
    )
  })

  it('350 equal translations arrive at the attracting point and stay in range', () => {
    let g = iwasawa(identity)
    const h = element(2, 1, 1, 1)
    for (let k = 0; k < 350; k++) g = step(g, h)
    // 350 translations of length 2 log((3 + √5)/2): t runs to minus that, x to the attracting point.
    expect(g.x).toBeCloseTo((1 + Math.sqrt(5)) / 2, 14)
    const length = 350 * 2 * Math.log((3 + Math.sqrt(5)) / 2)
    expect(Math.abs(g.t + length)).toBeLessThan(10)
    expect(Number.isFinite(norm2(matrix(g)))).toBe(true)
  })
})
