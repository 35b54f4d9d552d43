import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossAt, sliceOver } from '../../../src/learning/entrySlice'
import type { FreeEntry } from '../../../src/learning/entrySlice'
import { lineLossAt, lineSliceOver } from '../../../src/learning/lineSlice'
import { meanSquare } from '../../../src/learning/meanSquare'
import { baseSizes, roundingBound } from '../../../src/math/asStored'
import { moveA, moveB } from '../../../src/math/factors'
import { halfPlane, line } from '../../../src/math/space'
import type { Space } from '../../../src/math/space'
import { elementWithin, nearPoint, point, seeded, uniform } from '../arbitraries'
import { factorsOf } from '../factors'
import type { Factors } from '../factors'

const u = 2 ** -53
const index = fc.nat({ max: 8 })

/** A target of its own for each entry: the loss at the model is not 0. */
const seedOf = ({ rows, columns }: Factors) =>
  Float64Array.from({ length: rows * columns }, (_, n) => 3 + (n % 5))

function inputOf<G>(space: Space<G>, factors: Factors, target = seedOf(factors)) {
  const { a, b, rows, inner, columns } = factors
  return { ...factors, c: space.product(a, b, rows, inner, columns, new Float64Array(target.length)), target }
}

/** By how much L may change when each entry of C changes by at most error_kl: mean (2 |r| error + error²). */
function tolerance(c: Float64Array, target: Float64Array, error: (n: number) => number): number {
  const each = c.map((value, n) => (2 * Math.abs(value - target[n]!) + error(n)) * error(n))
  return each.reduce((sum, x) => sum + x, 0) / c.length
}

function freeIn({ rows, inner, columns }: Factors, inA: boolean, p: number, q: number): FreeEntry {
  return inA
    ? { factor: 'a', row: p % rows, column: q % inner }
    : { factor: 'b', row: p % inner, column: q % columns }
}

/** The factors with one entry replaced. */
function replaced(factors: Factors, free: FreeEntry, [x, y]: readonly [number, number]): Factors {
  const entries = factors[free.factor].slice()
  const at = 2 * (free.row * (free.factor === 'a' ? factors.inner : factors.columns) + free.column)
  entries[at] = x
  entries[at + 1] = y
  return { ...factors, [free.factor]: entries }
}

describe('the entry slice', () => {
  // Both evaluate C: the kernel within (13 + 2 inner) u C, the slice within (9 + inner) u C, then u C* and 4u L.
  it('is the full loss with the entry put there, within the rounding (22 + 3 inner) u (C + C*) of each product', () => {
    fc.assert(
      fc.property(factorsOf(point), point, fc.boolean(), index, index, (factors, z, inA, p, q) => {
        const free = freeIn(factors, inA, p, q)
        const got = lossAt(sliceOver(inputOf(halfPlane, factors), free), ...z)
        const full = inputOf(halfPlane, replaced(factors, free, z))
        const want = meanSquare(full.c, full.target)
        const error = (n: number) => (22 + 3 * factors.inner) * u * (full.c[n]! + full.target[n]!)
        const rounding = tolerance(full.c, full.target, error) + 100 * u * want
        expect(Math.abs(got - want)).toBeLessThanOrEqual(rounding)
      }),
      seeded(200),
    )
  })

  it('is carried by g: f_g(gz) = f(z), within the rounding bound 2 ε ‖g‖² Σ cosh ρ of each product', () => {
    const element = elementWithin(3, 3)
    fc.assert(
      fc.property(
        factorsOf(nearPoint),
        nearPoint,
        element,
        fc.boolean(),
        index,
        index,
        (of, z, g, inA, p, q) => {
          const free = freeIn(of, inA, p, q)
          const moved = {
            ...of,
            a: moveA(halfPlane, [g], of.a, of.inner, new Float64Array(of.a.length)),
            b: moveB(halfPlane, [g], of.b, of.inner, new Float64Array(of.b.length)),
          }
          const [x, y] = halfPlane.act(g, Float64Array.from(z), new Float64Array(2))
          const there = lossAt(sliceOver(inputOf(halfPlane, moved), free), x!, y!)
          const here = lossAt(sliceOver(inputOf(halfPlane, of), free), ...z)
          const full = inputOf(halfPlane, replaced(of, free, z))
          const sizes = baseSizes(halfPlane, full.a, full.b, of.rows, of.inner, of.columns)
          const bound = roundingBound(halfPlane, [g], sizes, new Float64Array(full.c.length))
          const rounding = tolerance(full.c, full.target, (n) => bound[n]!) + 100 * u * here
          expect(Math.abs(there - here)).toBeLessThanOrEqual(rounding)
        },
      ),
      seeded(200),
    )
  })
})

describe('the slice on the line', () => {
  const factors = factorsOf(uniform(-10, 10))
  const coordinate = uniform(-10, 10)

  it('is the full loss with both entries put there, within 2 inner u (C + C*) of each product', () => {
    fc.assert(
      fc.property(factors, index, index, index, coordinate, coordinate, (of, p, q, r, x, y) => {
        const [k, i, l] = [p % of.rows, q % of.inner, r % of.columns]
        const got = lineLossAt(lineSliceOver(inputOf(line, of), k, i, l), x, y)
        const put = { ...of, a: of.a.slice(), b: of.b.slice() }
        put.a[k * of.inner + i] = x
        put.b[i * of.columns + l] = y
        const full = inputOf(line, put)
        const want = meanSquare(full.c, full.target)
        const error = (n: number) => (2 + 2 * of.inner) * u * (full.c[n]! + full.target[n]!)
        const rounding = tolerance(full.c, full.target, error) + 100 * u * want
        expect(Math.abs(got - want)).toBeLessThanOrEqual(rounding)
      }),
      seeded(200),
    )
  })

  it('is translated by (α, α), within the rounding bound 2 ε Σ (|α| + |a| + |b|) of each product', () => {
    const alpha = uniform(-1e3, 1e3)
    fc.assert(
      fc.property(factors, index, index, index, coordinate, coordinate, alpha, (of, p, q, r, x, y, by) => {
        const [k, i, l] = [p % of.rows, q % of.inner, r % of.columns]
        const moved = {
          ...of,
          a: line.act(by, of.a, new Float64Array(of.a.length)),
          b: line.act(by, of.b, new Float64Array(of.b.length)),
        }
        const there = lineLossAt(lineSliceOver(inputOf(line, moved), k, i, l), x + by, y + by)
        const here = lineLossAt(lineSliceOver(inputOf(line, of), k, i, l), x, y)
        const put = { ...of, a: of.a.slice(), b: of.b.slice() }
        put.a[k * of.inner + i] = x
        put.b[i * of.columns + l] = y
        const full = inputOf(line, put)
        const sizes = baseSizes(line, full.a, full.b, of.rows, of.inner, of.columns)
        const bound = roundingBound(line, [by], sizes, new Float64Array(full.c.length))
        const rounding = tolerance(full.c, full.target, (n) => bound[n]!) + 100 * u * here
        expect(Math.abs(there - here)).toBeLessThanOrEqual(rounding)
      }),
      seeded(200),
    )
  })
})
