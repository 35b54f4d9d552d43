import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equivalents } from '../../../src/math/equivalents'
import { moveA, moveB } from '../../../src/math/factors'
import { productJacobian } from '../../../src/math/jacobian'
import { norm2, type Psl2r } from '../../../src/math/psl2r'
import { singularValues } from '../../../src/math/singularValues'
import { halfPlane, line } from '../../../src/math/space'
import { dist } from '../../../src/math/upperHalfPlane'
import { coshFromI, elementWithin, epsilon, nearPoint, seeded, uniform, type Point } from '../arbitraries'
import { factorsOf, permuted, type Factors } from '../factors'

const upTo4 = fc.integer({ min: 1, max: 4 })
const size = fc.record({ rows: upTo4, inner: upTo4, columns: upTo4 })

/** z ↦ -z̄, or x ↦ -x, for the inner indices with a 1: exact. */
function reflected({ a, b, inner, columns }: Factors, flips: readonly boolean[], stride: 1 | 2) {
  const flip = (i: number, n: number) => n % stride === 0 && flips[i % flips.length]!
  return {
    a: a.map((x, n) => (flip(Math.floor(n / stride) % inner, n) ? -x : x)),
    b: b.map((x, n) => (flip(Math.floor(n / stride / columns), n) ? -x : x)),
  }
}

const valuesOf = (
  space: 'line' | 'halfPlane',
  { rows, inner, columns }: Factors,
  a: Float64Array,
  b: Float64Array,
) => singularValues(productJacobian(space, a, b, rows, inner, columns), rows * columns, a.length + b.length)

/** The error of the Jacobian and of its singular values, for one pair of factors; see rank.ts. */
const ownError = ({ a, b, rows, columns }: Factors, largest: number) =>
  16 * Math.max(a.length + b.length, rows * columns) * epsilon * largest

/**
 * Rounding moves gz by 4ε‖g‖² cosh ρ(i, z). Where z and w are so moved, the gradients of a term turn, apart from
 * the frame at each point, by at most coth ρ (or 1/sinh ρ) times that; both gradients, all terms squared.
 */
function movedError(elements: readonly Psl2r[], { a, b, rows, inner, columns }: Factors): number {
  let squares = 0
  for (let k = 0; k < rows; k++) {
    for (let i = 0; i < inner; i++) {
      for (let l = 0; l < columns; l++) {
        const z = pointAt(a, k * inner + i)
        const w = pointAt(b, i * columns + l)
        const off = 4 * epsilon * norm2(elements[i]!) * (coshFromI(z) + coshFromI(w))
        squares += 2 * (off / Math.tanh(dist(...z, ...w))) ** 2
      }
    }
  }
  return Math.sqrt(squares)
}

const pointAt = (of: Float64Array, n: number): Point => [of[2 * n]!, of[2 * n + 1]!]

describe('equivalents', () => {
  it('half-plane: every singular value is the same at moved, reflected and permuted points, to rounding', () => {
    fc.assert(
      fc.property(
        factorsOf(nearPoint, size),
        fc.array(elementWithin(3, 2), { minLength: 4, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        (of, four, flips) => {
          const elements = four.slice(0, of.inner)
          const before = valuesOf('halfPlane', of, of.a, of.b)
          const mirrored = reflected(of, flips, 2)
          const moved = {
            ...of,
            a: moveA(halfPlane, elements, mirrored.a, of.inner, new Float64Array(of.a.length)),
            b: moveB(halfPlane, elements, mirrored.b, of.inner, new Float64Array(of.b.length)),
          }
          const order = Array.from({ length: of.inner }, (_, i) => (i + 1) % of.inner)
          const { a, b } = permuted(moved, order, 2)
          const after = valuesOf('halfPlane', of, a, b)
          const allowed = 2 * ownError(of, before[0]!) + movedError(elements, of)
          before.forEach((value, k) => expect(Math.abs(value - after[k]!)).toBeLessThanOrEqual(allowed))
        },
      ),
      { ...seeded(200), endOnFailure: true },
    )
  })

  it('line: the same count after translations, flips and a permutation', () => {
    fc.assert(
      fc.property(
        factorsOf(uniform(-3, 3), size),
        fc.array(uniform(-5, 5), { minLength: 4, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        (of, four, flips) => {
          const elements = four.slice(0, of.inner)
          const mirrored = reflected(of, flips, 1)
          const a = moveA(line, elements, mirrored.a, of.inner, new Float64Array(of.a.length))
          const b = moveB(line, elements, mirrored.b, of.inner, new Float64Array(of.b.length))
          const order = Array.from({ length: of.inner }, (_, i) => (i + 1) % of.inner)
          const moved = permuted({ ...of, a, b }, order, 1)
          expect(equivalents('line', moved.a, moved.b, of).rank).toBe(
            equivalents('line', of.a, of.b, of).rank,
          )
        },
      ),
      { ...seeded(200), endOnFailure: true },
    )
  })

  it('group ≤ fibre, where the verdict is clear', () => {
    fc.assert(
      fc.property(factorsOf(nearPoint, size), (of) => {
        const { verdict, fibre, group, rank, parameters } = equivalents('halfPlane', of.a, of.b, of)
        expect(rank + fibre).toBe(parameters)
        if (verdict === 'clear') expect(fibre).toBeGreaterThanOrEqual(group)
      }),
      { ...seeded(200), endOnFailure: true },
    )
  })
})
