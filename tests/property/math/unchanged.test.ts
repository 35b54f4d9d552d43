import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asStored, baseSizes, roundingBound } from '../../../src/math/asStored'
import { byDifferences } from '../../../src/math/byDifferences'
import { moveA, moveB } from '../../../src/math/factors'
import type { Psl2r } from '../../../src/math/psl2r'
import { halfPlane, line } from '../../../src/math/space'
import type { Space } from '../../../src/math/space'
import { elementWithin, logUniform, point, seeded, uniform } from '../arbitraries'
import { factorsOf } from '../factors'
import type { Factors } from '../factors'

interface Moved<G> {
  readonly factors: Factors
  readonly elements: readonly G[]
}

/** One element for everything, or one per inner index. */
function movedBy<G>(factors: fc.Arbitrary<Factors>, element: fc.Arbitrary<G>): fc.Arbitrary<Moved<G>> {
  return factors.chain((of) => {
    const each = fc.array(element, { minLength: of.inner, maxLength: of.inner })
    const elements = fc.oneof(
      element.map((g) => [g]),
      each,
    )
    return fc.record({ factors: fc.constant(of), elements })
  })
}

function product<G>(space: Space<G>, { a, b, rows, inner, columns }: Factors): Float64Array {
  return space.product(a, b, rows, inner, columns, new Float64Array(rows * columns))
}

function boundOf<G>(space: Space<G>, elements: readonly G[], { a, b, rows, inner, columns }: Factors) {
  const sizes = baseSizes(space, a, b, rows, inner, columns)
  return roundingBound(space, elements, sizes, new Float64Array(rows * columns))
}

function readingOf<G>(space: Space<G>, { factors, elements }: Moved<G>) {
  const { a, b, inner } = factors
  const moved = {
    ...factors,
    a: moveA(space, elements, a, inner, new Float64Array(a.length)),
    b: moveB(space, elements, b, inner, new Float64Array(b.length)),
  }
  return asStored(product(space, factors), product(space, moved), boundOf(space, elements, factors))
}

const short = elementWithin(5, 3)
const long: fc.Arbitrary<Psl2r> = elementWithin(1e4, 40)
const alpha = fc.oneof(uniform(-10, 10), logUniform(1e-9, 1e9))
const inHalfPlane = factorsOf(point)
const onLine = factorsOf(fc.oneof(uniform(-10, 10), logUniform(1e-6, 1e6)))

describe('the stored product of moved factors', () => {
  it('changes by at most 2 ε Σ ‖g_i‖² (cosh ρ(i, a_ki) + cosh ρ(i, b_il)) in the half-plane', () => {
    const moved = movedBy(inHalfPlane, fc.oneof(short, long))
    fc.assert(
      fc.property(moved, (one) => {
        expect(readingOf(halfPlane, one).ratio).toBeLessThanOrEqual(1)
      }),
      seeded(300),
    )
  })

  it('changes by at most 2 ε Σ (|α_i| + |a_ki| + |b_il|) on the line', () => {
    fc.assert(
      fc.property(movedBy(onLine, alpha), (one) => {
        expect(readingOf(line, one).ratio).toBeLessThanOrEqual(1)
      }),
      seeded(300),
    )
  })
})

describe('byDifferences', () => {
  // Only K(θ) is evaluated, and ‖K(θ)‖² = 2 for every g: the stored bound of a mere turn.
  it('changes by at most 4 ε Σ (cosh ρ(i, a_ki) + cosh ρ(i, b_il)) for every length of g', () => {
    fc.assert(
      fc.property(movedBy(inHalfPlane, fc.oneof(short, long)), ({ factors, elements }) => {
        const { a, b, rows, inner, columns } = factors
        const before = product(halfPlane, factors)
        const change = byDifferences(halfPlane, elements, a, b, before, rows, inner, columns)
        const bound = boundOf(halfPlane, [halfPlane.identity], factors)
        expect(change).toBeLessThanOrEqual(Math.max(...bound))
      }),
      seeded(300),
    )
  })

  it('is exactly 0 on the line', () => {
    fc.assert(
      fc.property(movedBy(onLine, alpha), ({ factors, elements }) => {
        const { a, b, rows, inner, columns } = factors
        const before = product(line, factors)
        expect(byDifferences(line, elements, a, b, before, rows, inner, columns)).toBe(0)
      }),
      seeded(50),
    )
  })
})
