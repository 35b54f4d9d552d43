import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signedDistance } from '../../../src/math/cycles'
import { crossRatio, threePointsToThree, threeToThree, twoToTwo } from '../../../src/math/pointsToPoints'
import { actPoint, norm2, type Psl2r } from '../../../src/math/psl2r'
import { dist, idealEnds } from '../../../src/math/upperHalfPlane'
import { coshFromI, element, epsilon, nearPoint, seeded, uniform } from '../arbitraries'

/** Boundary points at least 0.1 apart. */
const separate = (count: number) =>
  fc
    .array(uniform(-5, 5), { minLength: count, maxLength: count })
    .filter((points) => points.every((e, j) => points.every((f, k) => j === k || Math.abs(e - f) > 0.1)))

const ideal = ([a, b, c, d]: Psl2r, x: number) => (a * x + b) / (c * x + d)

/** Largest difference of entries from h or -h. */
const apart = (g: Psl2r, h: Psl2r) =>
  Math.min(...[1, -1].map((s) => Math.max(...g.map((entry, k) => Math.abs(entry - s * h[k]!)))))

/** gz, and then mirrored in the imaginary axis. */
const reflected = (g: Psl2r, z: [number, number]): [number, number] => {
  const [x, y] = actPoint(g, ...z)
  return [-x, y]
}

describe('threeToThree', () => {
  it('finds g from three boundary points and their images, to 1e4 ε‖g‖³', () => {
    fc.assert(
      fc.property(element, separate(3), (g, [a, b, c]) => {
        const from = [a!, b!, c!] as const
        const to = [ideal(g, a!), ideal(g, b!), ideal(g, c!)] as const
        // An image is known to ε‖g‖(1 + |ξ|)/|cξ + d|; kept off the pole, the differences of images are not small.
        fc.pre(from.every((xi) => Math.abs(g[2] * xi + g[3]) > 0.1))
        expect(apart(threeToThree(from, to), g)).toBeLessThanOrEqual(1e4 * epsilon * norm2(g) ** 1.5)
      }),
      seeded(1000),
    )
  })

  it('the fourth point goes where the cross-ratio says: to 1e5 ε‖g‖² of the cross-ratio', () => {
    fc.assert(
      fc.property(separate(4), separate(3), ([a, b, c, d], [p, q, r]) => {
        const isSame = (b! - c!) * (c! - d!) * (d! - b!) * (p! - q!) * (q! - r!) * (r! - p!) > 0
        const to = isSame ? ([p!, q!, r!] as const) : ([p!, r!, q!] as const)
        const g = threeToThree([b!, c!, d!], to)
        const before = crossRatio(a!, b!, c!, d!)
        const after = crossRatio(ideal(g, a!), ...to)
        expect(Math.abs(after / before - 1)).toBeLessThanOrEqual(1e5 * epsilon * norm2(g))
      }),
      seeded(1000),
    )
  })

  it('refuses exactly the triples whose order changes by an odd permutation', () => {
    fc.assert(
      fc.property(separate(3), (points) => {
        const [a, b, c] = points as [number, number, number]
        expect(apart(threeToThree([a, b, c], [a, b, c]), [1, 0, 0, 1])).toBeLessThanOrEqual(1e-11)
        expect(() => threeToThree([a, b, c], [b, c, a])).not.toThrow()
        expect(() => threeToThree([a, b, c], [b, a, c])).toThrow(RangeError)
      }),
      seeded(300),
    )
  })
})

describe('twoToTwo and threePointsToThree', () => {
  it('find g, to 64ε‖g‖² cosh ρ (1 + 1/ρ) of the first pair', () => {
    fc.assert(
      fc.property(element, nearPoint, nearPoint, nearPoint, (g, z, w, v) => {
        const rho = dist(...z, ...w)
        fc.pre(rho > 0.01)
        const moved = [z, w, v].map((point) => actPoint(g, ...point)) as [typeof z, typeof z, typeof z]
        const two = twoToTwo([z, w], [moved[0], moved[1]])
        const three = threePointsToThree([z, w, v], moved)
        const size = coshFromI(z) + coshFromI(w) + coshFromI(v)
        const tolerance = 64 * epsilon * norm2(g) * size * (1 + 1 / rho)
        for (const [k, point] of [z, w, v].entries()) {
          // At the third point an error of the direction has grown by sinh of its distance, e⁷ at most.
          const growth = Math.exp(dist(...point, ...z))
          expect(dist(...actPoint(two, ...point), ...moved[k]!)).toBeLessThanOrEqual(tolerance * growth)
          expect(dist(...actPoint(three, ...point), ...moved[k]!)).toBeLessThanOrEqual(tolerance * growth)
        }
      }),
      seeded(1000),
    )
  })

  it('a mirrored triangle is refused, if its heights are above 1e-3', () => {
    fc.assert(
      fc.property(element, nearPoint, nearPoint, nearPoint, (g, z, w, v) => {
        fc.pre(height(z, w, v) > 1e-3)
        const moved = [z, w, v].map((point) => reflected(g, point)) as [typeof z, typeof z, typeof z]
        expect(() => threePointsToThree([z, w, v], moved)).toThrow('it takes a reflection')
      }),
      seeded(500),
    )
  })
})

/** The smallest distance of one of three points from the line through the other two. */
function height(z: [number, number], w: [number, number], v: [number, number]): number {
  const from = (p: typeof z, q: typeof z, r: typeof z) =>
    Math.abs(signedDistance(...p, ...idealEnds(...q, ...r)))
  return Math.min(from(z, w, v), from(w, v, z), from(v, z, w))
}
