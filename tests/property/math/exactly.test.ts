import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactImage, exactMatrix, exactPoint } from '../../../src/math/exactImage'
import { countEqualTerms, sameDistance } from '../../../src/math/exactly'
import type { GivenElement } from '../../../src/math/exactly'
import { angle, logUniform, pair, point, seeded, uniform } from '../arbitraries'
import { factorsOf } from '../factors'

/** As a person types it: any four float64 numbers; the exact determinant decides. */
const typed = fc
  .tuple(uniform(-9, 9), uniform(-9, 9), uniform(-9, 9), uniform(-9, 9), logUniform(1e-3, 1e3))
  .map(([a, b, c, d, scale]) => [a * scale, b, c, d / scale])
  .filter(([a, b, c, d]) => a! * d! - b! * c! > 1e-6)
/** As sliders leave it, to lengths at which the rounded 2×2 is singular. */
const coordinates = fc.record({ x: uniform(-1e3, 1e3), t: uniform(-40, 40), theta: angle })
const element: fc.Arbitrary<GivenElement> = fc.oneof(typed, coordinates)

const upTo3 = fc.integer({ min: 1, max: 3 })
const small = fc.record({ rows: upTo3, inner: upTo3, columns: upTo3 })

describe('countEqualTerms', () => {
  it('finds all terms equal for one element or one per inner index, to length 40', () => {
    const moved = factorsOf(point, small).chain((factors) => {
      const each = fc.array(element, { minLength: factors.inner, maxLength: factors.inner })
      const elements = fc.oneof(
        element.map((g) => [g]),
        each,
      )
      return fc.record({ factors: fc.constant(factors), elements })
    })
    fc.assert(
      fc.property(moved, ({ factors: { a, b, rows, inner, columns }, elements }) => {
        const total = rows * inner * columns
        const both = countEqualTerms('halfPlane', elements, a, b, 'both', rows, inner, columns)
        expect(both).toEqual({ equal: total, total })
      }),
      seeded(200),
    )
  })

  it('finds all terms equal on the line', () => {
    fc.assert(
      fc.property(
        factorsOf(uniform(-9, 9), small),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (of, alpha) => {
          const { a, b, rows, inner, columns } = of
          const total = rows * inner * columns
          const both = countEqualTerms('line', [alpha], a, b, 'both', rows, inner, columns)
          expect(both).toEqual({ equal: total, total })
        },
      ),
      seeded(100),
    )
  })
})

describe('sameDistance', () => {
  it('holds for the exact images and refuses one coordinate one ulp off', () => {
    fc.assert(
      fc.property(pair, element, fc.boolean(), (points, given, real) => {
        const [[x, y], [p, q]] = points
        fc.pre(x !== p && y !== q)
        const g = exactMatrix(given as readonly number[])
        const z = exactPoint(x, y)
        const w = exactPoint(p, q)
        const image = exactImage(g, z)
        expect(sameDistance(z, w, image, exactImage(g, w))).toBe(true)
        const off = real ? exactPoint(nextUp(p), q) : exactPoint(p, nextUp(q))
        expect(sameDistance(z, w, image, exactImage(g, off))).toBe(false)
      }),
      seeded(200),
    )
  })
})

/** The float64 one ulp further from 0. */
function nextUp(x: number): number {
  const float = Float64Array.of(x)
  new BigUint64Array(float.buffer)[0]! += 1n
  return float[0]!
}
