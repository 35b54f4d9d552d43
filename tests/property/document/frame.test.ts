import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document, Factor } from '../../../src/document/document'
import { centreAtFrame } from '../../../src/document/frame'
import { centreAtMean } from '../../../src/document/centre'
import { factorFromPacked } from '../../../src/document/packedFactor'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem, type Problem } from '../../../src/document/problem'
import { norm2, type Psl2r } from '../../../src/math/psl2r'
import { direction, dist } from '../../../src/math/upperHalfPlane'
import { apart, element, epsilon, nearPoint, seeded, uniform } from '../arbitraries'

const factor = <T>(entry: fc.Arbitrary<T>, rows: number, columns: number) =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })

const plane: Pick<Document, 'space' | 'selection' | 'free' | 'target'> = {
  space: 'halfPlane',
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
  target: 'base',
}
const model: fc.Arbitrary<Document> = fc
  .record({ a: factor(nearPoint, 3, 2), b: factor(nearPoint, 2, 2) })
  .map((factors) => ({ ...defaultDocument, ...plane, ...factors, element: [1, 0, 0, 1] as const }))

function done(result: Document | Problem): Document {
  if (isProblem(result)) throw new Error(result.problem)
  return result
}

const placesOf = (document: Document) => {
  const { moved } = derive(document)
  return Float64Array.of(...moved.a, ...moved.b)
}

function movedFactors(document: Document): { a: Factor; b: Factor } {
  const { moved, size, stride } = derive(document)
  return {
    a: factorFromPacked(moved.a, size.inner, stride),
    b: factorFromPacked(moved.b, size.columns, stride),
  }
}

function largestDistance(z: Float64Array, w: Float64Array): number {
  let most = 0
  for (let n = 0; n < z.length; n += 2) most = Math.max(most, dist(z[n]!, z[n + 1]!, w[n]!, w[n + 1]!))
  return most
}

/**
 * Moved by g and back by an element of norm² up to 28 ‖g‖², a place is off by 4ε‖g‖² cosh ρ there and 4ε times
 * 28 ‖g‖⁴ cosh ρ back, cosh ρ ≤ 14: some 1600ε‖g‖⁴, and as much again by the mean; the turn by that over the distance
 * of the chosen entry.
 */
function tolerance(g: Psl2r, document: Document): number {
  const [x, y] = placesOf(done(centreAtFrame(document)))
  const size = norm2(g)
  return (3200 * epsilon * size * size) / Math.min(dist(0, 1, x!, y!), 1)
}

describe('centreAtFrame', () => {
  it('is a canonical form: any g before it, in the element or in the entries, gives the same places, to 3200ε‖g‖⁴/ρ', () => {
    fc.assert(
      fc.property(model, element, fc.boolean(), (document, g, reflected) => {
        const here = { ...document, reflected }
        const wanted = placesOf(done(centreAtFrame(here)))
        const byElement: Document = { ...here, element: g }
        const byEntries: Document = { ...document, ...movedFactors(byElement) }
        for (const other of [byElement, byEntries]) {
          const off = largestDistance(placesOf(done(centreAtFrame(other))), wanted)
          expect(off).toBeLessThanOrEqual(tolerance(g, here))
        }
      }),
      seeded(300),
    )
  })

  it('leaves the chosen entry at the angle π/2 of i, to 1e-9 over its distance', () => {
    fc.assert(
      fc.property(model, element, fc.nat(2), fc.nat(1), (document, g, row, column) => {
        const next = done(centreAtFrame({ ...document, element: g }, { factor: 'a', row, column }))
        const places = placesOf(next)
        const at = 2 * (2 * row + column)
        const [x, y] = [places[at]!, places[at + 1]!]
        expect(apart(direction(0, 1, x, y), Math.PI / 2)).toBeLessThan(1e-9 / dist(0, 1, x, y))
      }),
      seeded(300),
    )
  })
})

describe('centreAtMean', () => {
  it('on the line is a canonical form too: any α before it gives the same places, to 4ε(|x| + |α|)', () => {
    fc.assert(
      fc.property(
        factor(uniform(-5, 5), 3, 2),
        factor(uniform(-5, 5), 2, 2),
        uniform(-1e6, 1e6),
        fc.boolean(),
        (a, b, alpha, reflected) => {
          const document: Document = {
            ...defaultDocument,
            ...plane,
            space: 'line',
            a,
            b,
            element: 0,
            reflected,
          }
          const wanted = placesOf(done(centreAtMean(document)))
          const got = placesOf(done(centreAtMean({ ...document, element: alpha })))
          // α is rounded once when it is added and once when the mean of what comes of it is taken away.
          got.forEach((x, n) =>
            expect(Math.abs(x - wanted[n]!)).toBeLessThanOrEqual(4 * epsilon * (10 + Math.abs(alpha))),
          )
        },
      ),
      seeded(300),
    )
  })
})
