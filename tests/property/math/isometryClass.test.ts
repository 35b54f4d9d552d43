import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../../src/math/isometryClass'
import { exp } from '../../../src/math/oneParameter'
import { actPoint, compose, inverse, norm2, turn } from '../../../src/math/psl2r'
import type { Psl2r } from '../../../src/math/psl2r'
import { dist } from '../../../src/math/upperHalfPlane'
import {
  apart,
  coshFromI,
  element,
  elementWithin,
  epsilon,
  generator,
  point,
  seeded,
  uniform,
} from '../arbitraries'

/** Chordal distance of boundary points on the circle. */
function chordal(e: number, f: number): number {
  const lift = (x: number) => (Number.isFinite(x) ? [x / Math.hypot(1, x), 1 / Math.hypot(1, x)] : [1, 0])
  const [p, q] = [lift(e), lift(f)]
  return Math.abs(p[0]! * q[1]! - p[1]! * q[0]!)
}

/** Where g takes a boundary point. */
function ideal([a, b, c, d]: Psl2r, x: number): number {
  return Number.isFinite(x) ? (a * x + b) / (c * x + d) : a / c
}

const kindOf = (u: number) => (u > 0 ? 'hyperbolic' : u < 0 ? 'elliptic' : 'parabolic')

describe('classify', () => {
  it('exp(sX) has the class of p² + qr wherever |D| > 64ε‖g‖², and length 2s√u or angle -2s√-u', () => {
    fc.assert(
      fc.property(generator, uniform(0.01, 1.5), ([p, q, r], s) => {
        const u = p * p + q * r
        const g = exp(p, q, r, s)
        fc.pre(4 * Math.abs(u) * s * s > 64 * epsilon * norm2(g))
        const found = classify(g)
        // D is known to 16ε‖g‖², and d(length)/dD = 1/sinh(length), d(angle)/dD = 1/|sin(angle)|.
        const root = s * Math.sqrt(Math.abs(u))
        const blur = 16 * epsilon * norm2(g)
        expect(found.kind).toBe(kindOf(u))
        if (found.kind === 'hyperbolic') {
          const tolerance = blur / Math.sinh(2 * root) + 8 * epsilon * root
          expect(Math.abs(found.translationLength - 2 * root)).toBeLessThanOrEqual(tolerance)
        }
        if (found.kind === 'elliptic') {
          const tolerance = blur / Math.max(Math.abs(Math.sin(2 * root)), Math.sqrt(blur)) + 16 * epsilon
          expect(apart(found.rotationAngle, -2 * Math.sign(r) * root)).toBeLessThanOrEqual(tolerance)
          expect(found.rotationAngle > -Math.PI && found.rotationAngle <= Math.PI).toBe(true)
        }
      }),
      seeded(2000),
    )
  })

  it('elliptic: g fixes the point within 8ε‖g‖² cosh ρ(i, z₀) and turns there by the angle', () => {
    fc.assert(
      fc.property(generator, uniform(0.05, 1.5), ([p, q, r], s) => {
        fc.pre(p * p + q * r < -0.01)
        const g = exp(p, q, r, s)
        const found = classify(g)
        fc.pre(found.kind === 'elliptic')
        const z = found.fixedPoint
        const tolerance = 8 * epsilon * norm2(g) * coshFromI(z)
        expect(dist(...actPoint(g, ...z), ...z)).toBeLessThanOrEqual(tolerance)
        expect(apart(turn(g, ...z), found.rotationAngle)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('hyperbolic: both ends are roots, |b + (a - d)ξ - cξ²| ≤ 8ε‖g‖(1 + ξ²), and the axis moves by the length', () => {
    fc.assert(
      fc.property(element, (g) => {
        const found = classify(g)
        fc.pre(found.kind === 'hyperbolic' && found.translationLength > 0.1)
        const [a, b, c, d] = g
        const { attracting: e, repelling: f, translationLength } = found
        for (const xi of [e, f]) {
          const residual = Number.isFinite(xi)
            ? Math.abs(b + (a - d) * xi - c * xi * xi) / (1 + xi * xi)
            : Math.abs(c)
          expect(residual).toBeLessThanOrEqual(8 * epsilon * Math.sqrt(norm2(g)))
        }
        fc.pre(Number.isFinite(e) && Number.isFinite(f))
        const top: [number, number] = [(e + f) / 2, Math.abs(e - f) / 2]
        // The top is misplaced by ε(|e| + |f|)/|e - f| and the action by 4ε‖g‖² cosh ρ(i, top).
        const tolerance = 16 * epsilon * norm2(g) * coshFromI(top)
        expect(Math.abs(dist(...actPoint(g, ...top), ...top) - translationLength)).toBeLessThanOrEqual(
          tolerance,
        )
      }),
      seeded(1000),
    )
  })

  it('attracting is where powers of g carry a point, repelling where those of g⁻¹ do', () => {
    fc.assert(
      fc.property(element, point, (g, z) => {
        const found = classify(g)
        fc.pre(found.kind === 'hyperbolic' && found.translationLength > 0.5)
        let forward = z
        let backward = z
        // 120 steps of length 0.5 are e^-60 of the way, far more than z is away from the axis.
        for (let k = 0; k < 120; k++) {
          forward = actPoint(g, ...forward)
          backward = actPoint(inverse(g), ...backward)
          if (forward[1] < 1e-200 || forward[1] > 1e200 || backward[1] < 1e-200 || backward[1] > 1e200) break
        }
        // A root is known to ε‖g‖ over |cz + d| - |cz + d|⁻¹ ≥ 0.5, in chordal distance to ε‖g‖² at most.
        const landing = ([x, y]: readonly [number, number]) => (y > 1e10 ? Infinity : x)
        expect(chordal(landing(forward), found.attracting)).toBeLessThanOrEqual(1e-9)
        expect(chordal(landing(backward), found.repelling)).toBeLessThanOrEqual(1e-9)
      }),
      seeded(500),
    )
  })

  it('hgh⁻¹ has the class of g, its length or angle, and h of its fixed points', () => {
    fc.assert(
      fc.property(generator, elementWithin(2, 1), ([p, q, r], h) => {
        const u = p * p + q * r
        fc.pre(Math.abs(u) > 0.01 && (u > 0 || u > -2))
        const g = exp(p, q, r, 1)
        const before = classify(g)
        const after = classify(compose(h, compose(g, inverse(h))))
        // Entries of hgh⁻¹ are known to 4ε‖h‖²‖g‖; D, with slope 2‖hgh⁻¹‖ ≤ 2‖h‖²‖g‖, and 1/|D|^½ ≤ 5 after it.
        const tolerance = 64 * epsilon * norm2(h) ** 2 * norm2(g) * 5
        expect(after.kind).toBe(before.kind)
        if (before.kind === 'hyperbolic' && after.kind === 'hyperbolic') {
          expect(Math.abs(after.translationLength - before.translationLength)).toBeLessThanOrEqual(tolerance)
          expect(chordal(after.attracting, ideal(h, before.attracting))).toBeLessThanOrEqual(tolerance)
          expect(chordal(after.repelling, ideal(h, before.repelling))).toBeLessThanOrEqual(tolerance)
        }
        if (before.kind === 'elliptic' && after.kind === 'elliptic') {
          expect(apart(after.rotationAngle, before.rotationAngle)).toBeLessThanOrEqual(tolerance)
          const moved = actPoint(h, ...before.fixedPoint)
          const scale = coshFromI(before.fixedPoint) + coshFromI(moved)
          expect(dist(...after.fixedPoint, ...moved)).toBeLessThanOrEqual(tolerance * scale)
        }
      }),
      seeded(1000),
    )
  })

  it('h z ↦ z + b h⁻¹ is parabolic at h(∞) with the sense of b, translations b from 0.1 to 5', () => {
    fc.assert(
      fc.property(elementWithin(2, 1), uniform(0.1, 5), fc.constantFrom<1 | -1>(-1, 1), (h, size, sense) => {
        const found = classify(compose(h, compose([1, sense * size, 0, 1], inverse(h))))
        if (found.kind !== 'parabolic') throw new Error(`found ${found.kind}`)
        expect(found.sense).toBe(sense)
        // The direction (p, c) of the nilpotent part is known to the rounding of the product over its size.
        const tolerance = (16 * epsilon * norm2(h) ** 2 * (1 + size)) / size
        expect(chordal(found.fixedPoint, ideal(h, Infinity))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('sees g and -g alike', () => {
    fc.assert(
      fc.property(element, (g) => {
        expect(classify(g.map((entry) => -entry) as unknown as Psl2r)).toEqual(classify(g))
      }),
      seeded(200),
    )
  })
})
