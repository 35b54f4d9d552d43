import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glide } from '../../../src/math/glide'
import { classify } from '../../../src/math/isometryClass'
import { actPoint, compose, determinant, norm2, representative, type Psl2r } from '../../../src/math/psl2r'
import { classifyReflected } from '../../../src/math/reflectionClass'
import { dist, midpoint } from '../../../src/math/upperHalfPlane'
import { coshFromI, element, elementWithin, epsilon, nearPoint, seeded, uniform } from '../arbitraries'

const ends = fc.tuple(uniform(-5, 5), uniform(-5, 5)).filter(([e, f]) => Math.abs(e - f) > 0.05)

/** Chordal distance of boundary points on the circle. */
function chordal(e: number, f: number): number {
  const lift = (x: number) => (Number.isFinite(x) ? [x / Math.hypot(1, x), 1 / Math.hypot(1, x)] : [1, 0])
  const [p, q] = [lift(e), lift(f)]
  return Math.abs(p[0]! * q[1]! - p[1]! * q[0]!)
}

/** σgσ */
const mirrored = ([a, b, c, d]: Psl2r): Psl2r => representative(a, -b, -c, d)

/** gσz */
const reflect = (g: Psl2r, [x, y]: readonly [number, number]) => actPoint(g, -x, y)

describe('classifyReflected', () => {
  it('finds the ends within 32ε‖g‖² (chordal) and the length within 32ε‖g‖² of glide; det is 1 within 8ε‖g‖²', () => {
    fc.assert(
      fc.property(ends, uniform(1e-6, 8), ([e, f], length) => {
        const g = glide(e, f, length)
        expect(Math.abs(determinant(g) - 1)).toBeLessThanOrEqual(8 * epsilon * norm2(g))
        const found = classifyReflected(g)
        if (found.kind !== 'glide') throw new Error(found.kind)
        const blur = 32 * epsilon * norm2(g)
        expect(chordal(found.attracting, e)).toBeLessThanOrEqual(blur)
        expect(chordal(found.repelling, f)).toBeLessThanOrEqual(blur)
        expect(Math.abs(found.translationLength - length)).toBeLessThanOrEqual(blur)
      }),
      { ...seeded(1000), endOnFailure: true },
    )
  })

  it('(gσ)² is hyperbolic with the same axis and twice the length, as classify sees it, within 64ε‖g‖²‖g²‖²', () => {
    fc.assert(
      fc.property(element, (g) => {
        const found = classifyReflected(g)
        const squared = compose(g, mirrored(g))
        const twice = classify(squared)
        fc.pre(found.kind === 'glide' && found.translationLength > 1e-2)
        if (found.kind !== 'glide' || twice.kind !== 'hyperbolic') throw new Error(twice.kind)
        // An entry of the square is off by 4ε‖g‖²; an end moves by that over sinh of the length.
        const blur =
          (64 * epsilon * norm2(g) * Math.sqrt(norm2(squared))) / Math.sinh(found.translationLength)
        expect(Math.abs(twice.translationLength - 2 * found.translationLength)).toBeLessThanOrEqual(blur)
        expect(chordal(twice.attracting, found.attracting)).toBeLessThanOrEqual(blur)
        expect(chordal(twice.repelling, found.repelling)).toBeLessThanOrEqual(blur)
      }),
      { ...seeded(1000), endOnFailure: true },
    )
  })

  it('is minimal on the axis: no point moves by less than the length, less 8ε‖g‖² (cosh ρ(i, z) + cosh ρ(i, gσz))', () => {
    fc.assert(
      fc.property(elementWithin(3, 2), nearPoint, (g, z) => {
        const found = classifyReflected(g)
        const length = found.kind === 'glide' ? found.translationLength : 0
        const image = reflect(g, z)
        const away = 8 * epsilon * norm2(g) * (coshFromI(z) + coshFromI(image))
        expect(dist(...z, ...image)).toBeGreaterThanOrEqual(length - away)
        // The middle of z and its image lies on the axis; off it by δ it would move by up to 2δ more.
        const [u, v] = midpoint(...z, ...image, new Float64Array(2))
        const middle = [u!, v!] as const
        expect(Math.abs(dist(...middle, ...reflect(g, middle)) - length)).toBeLessThanOrEqual(3 * away)
      }),
      { ...seeded(1000), endOnFailure: true },
    )
  })

  it('glide(…, 0) fixes every point of its geodesic within 32ε‖g‖² cosh ρ(i, z), and is a reflection', () => {
    fc.assert(
      fc.property(ends, uniform(-3, 3), ([e, f], s) => {
        const g = glide(e, f, 0)
        const radius = Math.abs(e - f) / 2
        const z = [(e + f) / 2 + radius * Math.tanh(s), radius / Math.cosh(s)] as const
        const tolerance = 32 * epsilon * norm2(g) * coshFromI(z)
        expect(dist(...z, ...reflect(g, z))).toBeLessThanOrEqual(tolerance)
        const found = classifyReflected(g)
        expect(found.kind).toBe('reflection')
        if (found.kind !== 'reflection') return
        expect(chordal(found.ends[0], Math.min(e, f))).toBeLessThanOrEqual(32 * epsilon * norm2(g))
        expect(chordal(found.ends[1], Math.max(e, f))).toBeLessThanOrEqual(32 * epsilon * norm2(g))
      }),
      { ...seeded(1000), endOnFailure: true },
    )
  })
})
