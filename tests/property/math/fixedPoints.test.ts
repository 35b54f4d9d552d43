import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withFixedPointsMoved } from '../../../src/math/fixedPointDrag'
import { ellipticWith, hyperbolicWith, parabolicWith } from '../../../src/math/fixedPoints'
import { elementWithFixedPoints } from '../../../src/math/fixedPointWall'
import { classify } from '../../../src/math/isometryClass'
import { actPoint, compose, determinant, inverse, norm2, turn, type Psl2r } from '../../../src/math/psl2r'
import { dist } from '../../../src/math/upperHalfPlane'
import { coshFromI, elementWithin, epsilon, nearPoint, seeded, uniform } from '../arbitraries'

const sign = fc.constantFrom<1 | -1>(1, -1)
const ends = fc.tuple(uniform(-5, 5), uniform(-5, 5)).filter(([e, f]) => Math.abs(e - f) > 0.05)

/** Largest difference of entries, of the closer of g and ±h: near trace 0 the sign rule may turn h around. */
function apart(g: Psl2r, h: Psl2r): number {
  const by = (s: number) => Math.max(...g.map((entry, k) => Math.abs(entry - s * h[k]!)))
  return Math.min(by(1), by(-1))
}

describe('hyperbolicWith, ellipticWith, parabolicWith', () => {
  it('have determinant 1 within 8ε‖g‖² and are found again by classify: length, ends, centre, angle, sense', () => {
    fc.assert(
      fc.property(ends, nearPoint, uniform(0.1, 5), sign, ([e, f], z, m, s) => {
        const g = hyperbolicWith(f, e, m)
        expect(Math.abs(determinant(g) - 1)).toBeLessThanOrEqual(8 * epsilon * norm2(g))
        const found = classify(g)
        if (found.kind !== 'hyperbolic') throw new Error(found.kind)
        // As in the test of classify: D is known to 16ε‖g‖², a root to 16ε‖g‖ over c = 2 sinh(m/2)/|e - f|.
        expect(Math.abs(found.translationLength - m)).toBeLessThanOrEqual(
          (32 * epsilon * norm2(g)) / Math.sinh(m),
        )
        const blur = (32 * epsilon * norm2(g) * 36) / Math.sinh(m / 2)
        expect(Math.abs(found.attracting - e)).toBeLessThanOrEqual(blur)
        expect(Math.abs(found.repelling - f)).toBeLessThanOrEqual(blur)

        const angle = (s * m * Math.PI) / 5.01
        const h = ellipticWith(...z, angle)
        const tolerance = 8 * epsilon * norm2(h) * coshFromI(z)
        expect(dist(...actPoint(h, ...z), ...z)).toBeLessThanOrEqual(tolerance)
        expect(Math.abs(turn(h, ...z) - angle)).toBeLessThanOrEqual(tolerance)

        const parabolic = classify(parabolicWith(e, s * m))
        if (parabolic.kind !== 'parabolic') throw new Error(parabolic.kind)
        expect(parabolic.sense).toBe(s)
        expect(Math.abs(parabolic.fixedPoint - e)).toBeLessThanOrEqual(
          (64 * epsilon * (1 + e * e)) / Math.min(1, m),
        )
      }),
      seeded(1000),
    )
  })
})

describe('elementWithFixedPoints', () => {
  it('is differentiable across the wall at any place: second differences fall 64-fold (at least 32) with h/8', () => {
    fc.assert(
      fc.property(uniform(-3, 3), uniform(0.2, 2), sign, nearPoint, (x, m, sense, about) => {
        const at = (y: number) =>
          y > 0
            ? elementWithFixedPoints({ kind: 'elliptic', fixedPoint: [x, y], sense }, m, about)
            : elementWithFixedPoints(
                { kind: 'hyperbolic', attracting: x + sense * y, repelling: x - sense * y },
                m,
                about,
              )
        const wall = elementWithFixedPoints({ kind: 'parabolic', fixedPoint: x, sense }, m, about)
        const second = (h: number) =>
          Math.max(...wall.map((entry, k) => Math.abs(at(h)[k]! + at(-h)[k]! - 2 * entry)))
        // δ ≤ (h(1 + x²)/y)²-ish stays in the zone, where g is smooth in y² on each side and flat in size.
        const h = 1e-3
        const noise = 64 * epsilon * norm2(wall)
        expect(second(h / 8)).toBeLessThanOrEqual(second(h) / 32 + noise)
        expect(second(h)).toBeLessThanOrEqual(0.05 * norm2(wall))
      }),
      seeded(300),
    )
  })

  it('on the wall about i is parabolicWith of shift ±(21/16) m/0.2, to 64ε‖g‖²', () => {
    fc.assert(
      fc.property(uniform(-5, 5), uniform(0.1, 3), sign, (x, m, sense) => {
        const g = elementWithFixedPoints({ kind: 'parabolic', fixedPoint: x, sense }, m)
        const wanted = parabolicWith(x, (sense * (21 / 16) * m) / 0.2)
        expect(apart(g, wanted)).toBeLessThanOrEqual(64 * epsilon * norm2(wanted))
      }),
      seeded(300),
    )
  })

  it('has no step at η: g changes by at most 1e-6 ‖g‖² (1 + m) over a relative change 1e-8 of the separation', () => {
    fc.assert(
      fc.property(uniform(0.2, 8), sign, (m, sense) => {
        // About i the ends ±t have δ = (t/(1 + t²))²/(1 - 2(t/(1 + t²))²): η = 0.01 at t = 0.10000… ; scan over it.
        const at = (t: number) =>
          elementWithFixedPoints({ kind: 'hyperbolic', attracting: sense * t, repelling: -sense * t }, m)
        const inside = (t: number) =>
          elementWithFixedPoints({ kind: 'elliptic', fixedPoint: [0, t], sense }, m)
        for (let t = 0.01; t < 0.2; t *= 1.05) {
          for (const from of [at, inside]) {
            const g = from(t)
            expect(apart(g, from(t * (1 + 1e-8)))).toBeLessThanOrEqual(1e-6 * norm2(g) * (1 + m))
          }
        }
        const root = rootOf((t) => t / (1 + t * t) - 0.1 * Math.sqrt(1 - 2 * (t / (1 + t * t)) ** 2))
        expect(apart(at(root * (1 - 1e-10)), at(root * (1 + 1e-10)))).toBeLessThanOrEqual(
          1e-8 * (1 + m) * norm2(at(root)),
        )
      }),
      seeded(20),
    )
  })

  it('commutes with h: the element of the moved points, seen from h(about), is hgh⁻¹, to 1e3 ε‖h‖⁴‖g‖²', () => {
    fc.assert(
      fc.property(
        elementWithin(1, 1),
        uniform(-2, 2),
        uniform(0.01, 1),
        uniform(0.2, 2),
        sign,
        (h, x, y, m, sense) => {
          const g = elementWithFixedPoints({ kind: 'elliptic', fixedPoint: [x, y], sense }, m)
          const moved = elementWithFixedPoints(
            { kind: 'elliptic', fixedPoint: actPoint(h, x, y), sense },
            m,
            actPoint(h, 0, 1),
          )
          const wanted = compose(h, compose(g, inverse(h)))
          expect(apart(moved, wanted)).toBeLessThanOrEqual(1e3 * epsilon * norm2(h) ** 2 * norm2(g))
        },
      ),
      seeded(500),
    )
  })
})

describe('withFixedPointsMoved', () => {
  it('to where they are gives g back, far from the wall and near it, to 64ε‖g‖²(1 + 1/|e - f|)', () => {
    fc.assert(
      fc.property(uniform(-3, 3), uniform(-4, 1), uniform(0.1, 3), sign, (x, decade, m, sense) => {
        const y = 10 ** decade
        const g = hyperbolicWith(x - sense * y, x + sense * y, m)
        const found = classify(g)
        if (found.kind !== 'hyperbolic') throw new Error(found.kind)
        const same = withFixedPointsMoved(g, { attracting: found.attracting, repelling: found.repelling })
        expect(apart(same, g)).toBeLessThanOrEqual(64 * epsilon * norm2(g) * (1 + 1 / y))
        const h = ellipticWith(x, y, sense * m)
        const centre = classify(h)
        if (centre.kind !== 'elliptic') throw new Error(centre.kind)
        const back = withFixedPointsMoved(h, { fixedPoint: centre.fixedPoint })
        expect(apart(back, h)).toBeLessThanOrEqual(64 * epsilon * norm2(h) * (1 + 1 / y))
        const p = parabolicWith(x, sense * m)
        expect(apart(withFixedPointsMoved(p, { fixedPoint: [x, 0] }), p)).toBeLessThanOrEqual(1e-12)
      }),
      seeded(500),
    )
  })

  it('an end dragged through the other one: no step larger than the path of 4000 steps allows, 20/4000 ‖g‖²(1 + m)', () => {
    fc.assert(
      fc.property(uniform(0.1, 1.5), sign, (m, sense) => {
        const g = hyperbolicWith(0, sense * 2, m)
        let before = g
        for (let k = 1; k <= 4000; k++) {
          const next = withFixedPointsMoved(g, { attracting: sense * (2 - k / 1000) })
          expect(apart(before, next)).toBeLessThanOrEqual((20 / 4000) * (1 + m) * norm2(next))
          before = next
        }
        expect(apart(before, hyperbolicWith(sense * -2, 0, m))).toBeLessThanOrEqual(
          64 * epsilon * norm2(before),
        )
      }),
      seeded(4),
    )
  })
})

/** The root in [0.05, 0.2] by bisection. */
function rootOf(f: (t: number) => number): number {
  let [lo, hi] = [0.05, 0.2]
  for (let k = 0; k < 60; k++) {
    const mid = (lo + hi) / 2
    if (f(mid) < 0) lo = mid
    else hi = mid
  }
  return lo
}
