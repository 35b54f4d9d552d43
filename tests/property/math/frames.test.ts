import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameToFrame, transvection } from '../../../src/math/frames'
import { classify } from '../../../src/math/isometryClass'
import { actPoint, compose, determinant, identity, inverse, norm2, turn } from '../../../src/math/psl2r'
import type { Psl2r } from '../../../src/math/psl2r'
import { direction, dist, parallelTransport } from '../../../src/math/upperHalfPlane'
import { angle, apart, coshFromI, element, epsilon, nearPoint, point, seeded } from '../arbitraries'
import type { Point } from '../arbitraries'

// Entries carry a few ε‖g‖ and acting carries 4ε‖g‖² cosh ρ(i, z): together 8.
const misplaced = (g: Psl2r, z: Point) => 8 * epsilon * norm2(g) * coshFromI(z)

const difference = (g: Psl2r, h: Psl2r) => {
  const sign = Math.sign(g[0] * h[0] + g[1] * h[1] + g[2] * h[2] + g[3] * h[3])
  return Math.hypot(...g.map((entry, k) => entry - sign * h[k]!))
}

describe('transvection', () => {
  it('takes z to w within 8ε‖g‖² cosh ρ(i, z), with determinant 1 within 8ε‖g‖²', () => {
    fc.assert(
      fc.property(point, point, (z, w) => {
        const g = transvection(...z, ...w)
        expect(dist(...actPoint(g, ...z), ...w)).toBeLessThanOrEqual(misplaced(g, z))
        expect(Math.abs(determinant(g) - 1)).toBeLessThanOrEqual(8 * epsilon * norm2(g))
      }),
      seeded(1000),
    )
  })

  it('is hyperbolic of length ρ(z, w), within 16ε‖g‖²/tanh(ρ/2)', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, (z, w) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 1e-3)
        const g = transvection(...z, ...w)
        const found = classify(g)
        if (found.kind !== 'hyperbolic') throw new Error(`found ${found.kind}`)
        const tolerance = (16 * epsilon * norm2(g)) / Math.tanh(rho / 2)
        expect(Math.abs(found.translationLength - rho)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('carries the direction z → w on along the same geodesic and turns at z as parallel transport does', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, (z, w) => {
        fc.pre(dist(...z, ...w) > 0)
        const g = transvection(...z, ...w)
        const onward = direction(...w, ...z) + Math.PI
        expect(apart(direction(...z, ...w) + turn(g, ...z), onward)).toBeLessThanOrEqual(misplaced(g, z))
        expect(apart(turn(g, ...z), parallelTransport(...z, ...w))).toBeLessThanOrEqual(misplaced(g, z))
      }),
      seeded(1000),
    )
  })

  it('z → z is the identity exactly, w → z the inverse within 8ε‖g‖', () => {
    fc.assert(
      fc.property(point, point, (z, w) => {
        expect(transvection(...z, ...z)).toEqual(identity)
        const g = transvection(...z, ...w)
        const error = difference(transvection(...w, ...z), inverse(g))
        expect(error).toBeLessThanOrEqual(8 * epsilon * Math.sqrt(norm2(g)) * (coshFromI(z) + coshFromI(w)))
      }),
      seeded(500),
    )
  })

  it('is carried by the group: g T(z, w) g⁻¹ = T(gz, gw)', () => {
    fc.assert(
      fc.property(element, nearPoint, nearPoint, (g, z, w) => {
        const carried = compose(g, compose(transvection(...z, ...w), inverse(g)))
        const direct = transvection(...actPoint(g, ...z), ...actPoint(g, ...w))
        // Points are misplaced by 4ε‖g‖² cosh ρ; a transvection seen from i moves by its norm times that.
        const scale = norm2(g) * (coshFromI(z) + coshFromI(w)) * Math.sqrt(norm2(carried))
        expect(difference(carried, direct)).toBeLessThanOrEqual(16 * epsilon * scale * norm2(g))
      }),
      seeded(500),
    )
  })
})

describe('frameToFrame', () => {
  it('takes the point and the direction where they are told, within 8ε‖g‖² cosh ρ(i, z)', () => {
    fc.assert(
      fc.property(point, angle, point, angle, (z, phi, w, psi) => {
        const g = frameToFrame(...z, phi, ...w, psi)
        expect(dist(...actPoint(g, ...z), ...w)).toBeLessThanOrEqual(misplaced(g, z))
        expect(apart(phi + turn(g, ...z), psi)).toBeLessThanOrEqual(misplaced(g, z))
        expect(Math.abs(determinant(g) - 1)).toBeLessThanOrEqual(8 * epsilon * norm2(g))
      }),
      seeded(1000),
    )
  })

  it('is unique: the element that g itself gives a frame is g, within 16ε‖g‖³ cosh ρ(i, z)', () => {
    fc.assert(
      fc.property(element, nearPoint, angle, (g, z, phi) => {
        const found = frameToFrame(...z, phi, ...actPoint(g, ...z), phi + turn(g, ...z))
        expect(difference(found, g)).toBeLessThanOrEqual(16 * epsilon * norm2(g) ** 1.5 * coshFromI(z))
      }),
      seeded(1000),
    )
  })

  it('with the turn of parallel transport is the transvection, within 16ε‖g‖(cosh ρ(i, z) + cosh ρ(i, w))', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, angle, (z, w, phi) => {
        const g = transvection(...z, ...w)
        const h = frameToFrame(...z, phi, ...w, phi + parallelTransport(...z, ...w))
        const scale = Math.sqrt(norm2(g)) * (coshFromI(z) + coshFromI(w))
        expect(difference(h, g)).toBeLessThanOrEqual(16 * epsilon * scale)
      }),
      seeded(1000),
    )
  })
})
