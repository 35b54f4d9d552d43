import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTorus, parabolicRadius, toTorus } from '../../../src/math/groupTorus'
import type { TorusPoint } from '../../../src/math/groupTorus'
import { classify, discriminant } from '../../../src/math/isometryClass'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { toDisk } from '../../../src/math/models'
import { exp, power } from '../../../src/math/oneParameter'
import { actPoint, compose, inverse, norm2 } from '../../../src/math/psl2r'
import type { Psl2r } from '../../../src/math/psl2r'
import { transvection } from '../../../src/math/frames'
import { angle, apart, element, epsilon, generator, seeded, uniform } from '../arbitraries'

const place: fc.Arbitrary<TorusPoint> = fc
  .tuple(uniform(0, 0.999), angle, angle)
  .map(([radius, phi, psi]) => ({ re: radius * Math.cos(phi), im: radius * Math.sin(phi), angle: psi }))

const rotation = (theta: number) => fromIwasawa(0, 0, theta)

/** Positive outside the parabolic surface, negative inside. */
const outside = ({ re, im, angle: psi }: TorusPoint) => re * re + im * im - parabolicRadius(psi) ** 2

const gap = (p: TorusPoint, q: TorusPoint) =>
  Math.max(Math.hypot(p.re - q.re, p.im - q.im), apart(p.angle, q.angle))

const turned = ({ re, im, angle: psi }: TorusPoint, by: number): TorusPoint => ({
  re: re * Math.cos(by) - im * Math.sin(by),
  im: re * Math.sin(by) + im * Math.cos(by),
  angle: psi,
})

const difference = (g: Psl2r, h: Psl2r) => {
  const sign = Math.sign(g[0] * h[0] + g[1] * h[1] + g[2] * h[2] + g[3] * h[3])
  return Math.hypot(...g.map((entry, k) => entry - sign * h[k]!))
}

// Sums and differences of entries are rounded once, so α and β are right to a few ε|α|, and w and ψ to 8ε.
describe('the solid torus', () => {
  it('place → g → place within 16ε: an entry is rounded to ε|α|, which cancels in w and ψ', () => {
    fc.assert(
      fc.property(place, (p) => {
        expect(gap(toTorus(fromTorus(p)), p)).toBeLessThanOrEqual(16 * epsilon)
      }),
      seeded(2000),
    )
  })

  it('g → place → g within 16ε‖g‖³: 1 - |w|² = 4/(‖g‖² + 2) is known to a few ε', () => {
    fc.assert(
      fc.property(element, (g) => {
        expect(difference(fromTorus(toTorus(g)), g)).toBeLessThanOrEqual(16 * epsilon * norm2(g) ** 1.5)
      }),
      seeded(1000),
    )
  })

  it('w is g·i in the disk, within 32ε: acting moves it by 4ε‖g‖², which the disk shows at 2/(‖g‖² + 2)', () => {
    fc.assert(
      fc.property(element, (g) => {
        const [re, im] = toDisk(...actPoint(g, 0, 1))
        const w = toTorus(g)
        expect(Math.hypot(w.re - re, w.im - im)).toBeLessThanOrEqual(32 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('g is the turn about i by ψ, then the transvection from i to g·i, within 16ε‖g‖³', () => {
    fc.assert(
      fc.property(element, (g) => {
        const straight = transvection(0, 1, ...actPoint(g, 0, 1))
        const again = compose(straight, rotation(-toTorus(g).angle / 2))
        expect(difference(again, g)).toBeLessThanOrEqual(16 * epsilon * norm2(g) ** 1.5)
      }),
      seeded(1000),
    )
  })

  it('|w|² - sin²(ψ/2) = (tr² - 4)/(‖g‖² + 2) within 32ε', () => {
    fc.assert(
      fc.property(element, (g) => {
        const expected = discriminant(g) / (norm2(g) + 2)
        expect(Math.abs(outside(toTorus(g)) - expected)).toBeLessThanOrEqual(32 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('elliptic elements lie inside the parabolic surface and hyperbolic ones outside, 32ε away from it', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(generator, (x) => {
        const g = exp(...x, 1)
        fc.pre(Math.abs(discriminant(g)) > 32 * epsilon * (norm2(g) + 2))
        const { kind } = classify(g)
        met.add(kind)
        expect(Math.sign(outside(toTorus(g)))).toBe(kind === 'elliptic' ? -1 : 1)
      }),
      seeded(1000),
    )
    expect([...met].sort()).toEqual(['elliptic', 'hyperbolic'])
  })

  it('parabolic elements lie on it, within 32ε: conjugates of z ↦ z + s', () => {
    fc.assert(
      fc.property(uniform(-20, 20), angle, (s, phi) => {
        const [cos, sin] = [Math.cos(phi), Math.sin(phi)]
        const g = exp(s * cos * sin, s * cos * cos, -s * sin * sin, 1)
        expect(Math.abs(outside(toTorus(g)))).toBeLessThanOrEqual(32 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('conjugation by K(θ) turns w by -2θ and keeps ψ, within 64ε: composing twice costs 8ε‖g‖ ≤ 16ε|α|', () => {
    fc.assert(
      fc.property(element, angle, (g, theta) => {
        const conjugate = compose(rotation(theta), compose(g, rotation(-theta)))
        expect(gap(toTorus(conjugate), turned(toTorus(g), -2 * theta))).toBeLessThanOrEqual(64 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('the inverse is w ↦ -w e^(-iψ), ψ ↦ -ψ, within 32ε', () => {
    fc.assert(
      fc.property(element, (g) => {
        const p = toTorus(g)
        const expected = { ...turned(p, Math.PI - p.angle), angle: -p.angle }
        expect(gap(toTorus(inverse(g)), expected)).toBeLessThanOrEqual(32 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('exp(tX) leaves the pinch with velocity w = p - i(q + r)/2, ψ = q - r, within 2‖tX‖²', () => {
    fc.assert(
      fc.property(generator, uniform(-1e-3, 1e-3), ([p, q, r], t) => {
        const start = { re: t * p, im: (-t * (q + r)) / 2, angle: t * (q - r) }
        const size = t * t * (2 * p * p + q * q + r * r)
        expect(gap(toTorus(exp(p, q, r, t)), start)).toBeLessThanOrEqual(2 * size + 8 * epsilon)
      }),
      seeded(1000),
    )
    expect(toTorus(exp(1, -2, 0.5, 0))).toEqual({ re: 0, im: 0, angle: 0 })
  })

  it('a one-parameter group stays on its side of the surface, within 32ε', () => {
    fc.assert(
      fc.property(generator, uniform(-1, 2), (x, t) => {
        const g = exp(...x, 1)
        fc.pre(Math.abs(discriminant(g)) > 1e-6)
        const side = Math.sign(discriminant(g)) * outside(toTorus(power(g, t)))
        expect(side).toBeGreaterThanOrEqual(-32 * epsilon)
      }),
      seeded(1000),
    )
  })
})
