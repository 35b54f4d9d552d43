import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hyperbolicProduct } from '../../../src/math/hyperbolicProduct'
import { dist as distOnLine } from '../../../src/math/line'
import { lineProduct } from '../../../src/math/lineProduct'
import { metricProduct } from '../../../src/math/metricProduct'
import { dist } from '../../../src/math/upperHalfPlane'
import { logUniform, pair, point, seeded, uniform } from '../arbitraries'
import type { Point } from '../arbitraries'
import { factorsOf, permuted } from '../factors'
import type { Factors } from '../factors'

const u = 2 ** -53

/** Points of every kind: generic, one of a near pair, a few fixed ones (so that some coincide), very low or high. */
const mixed: fc.Arbitrary<Point> = fc.oneof(
  point,
  pair.map(([, w]) => w),
  fc.constantFrom<Point>([0, 1], [0, 1 + 1e-12], [1e-9, 1], [-3, 0.25]),
  fc.tuple(uniform(-2, 2), logUniform(1e-100, 1e100)),
)
const inHalfPlane = factorsOf(mixed)
const onLine = factorsOf(fc.oneof(uniform(-10, 10), logUniform(1e-12, 1e12), fc.constantFrom(0, 1)))

const product = ({ a, b, rows, inner, columns }: Factors) =>
  hyperbolicProduct(a, b, rows, inner, columns, new Float64Array(rows * columns))

describe('hyperbolicProduct', () => {
  // Kernel Σ 11u min(1, ρ) + 2u (inner - 1) min(1, C) + 2u C; reference 9u each ρ, u each sum: all relative to C.
  it('is the plain reference within (19 + 3 inner) u C', () => {
    fc.assert(
      fc.property(inHalfPlane, (factors) => {
        const { a, b, rows, inner, columns } = factors
        const reference = metricProduct(dist, a, b, rows, inner, columns, 2, new Float64Array(rows * columns))
        product(factors).forEach((got, n) => {
          const tolerance = (19 + 3 * inner) * u * reference[n]!
          expect(Math.abs(got - reference[n]!)).toBeLessThanOrEqual(tolerance)
        })
      }),
      seeded(300),
    )
  })

  it('does not see the order of the inner index, within 2 (13 + 2 inner) u C', () => {
    const shuffled = inHalfPlane.chain((factors) => {
      const all = Array.from({ length: factors.inner }, (_, i) => i)
      const order = fc.shuffledSubarray(all, { minLength: factors.inner })
      return fc.tuple(fc.constant(factors), order)
    })
    fc.assert(
      fc.property(shuffled, ([factors, order]) => {
        const before = product(factors)
        const after = product({ ...factors, ...permuted(factors, order, 2) })
        after.forEach((got, n) => {
          const tolerance = 2 * (13 + 2 * factors.inner) * u * before[n]!
          expect(Math.abs(got - before[n]!)).toBeLessThanOrEqual(tolerance)
        })
      }),
      seeded(200),
    )
  })
})

describe('lineProduct', () => {
  // The tiles add in the same order, so not one bit may differ.
  it('is the plain reference exactly', () => {
    fc.assert(
      fc.property(onLine, ({ a, b, rows, inner, columns }) => {
        const out = new Float64Array(rows * columns)
        const reference = metricProduct(
          distOnLine,
          a,
          b,
          rows,
          inner,
          columns,
          1,
          new Float64Array(out.length),
        )
        expect(lineProduct(a, b, rows, inner, columns, out)).toEqual(reference)
      }),
      seeded(300),
    )
  })
})
