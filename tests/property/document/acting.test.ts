import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acted, actingMatrix, unacted } from '../../../src/document/acting'
import { derive } from '../../../src/document/derive'
import type { Document, Element, Point } from '../../../src/document/document'
import { exactTerms } from '../../../src/document/exactTerms'
import { factorFromPacked } from '../../../src/document/packedFactor'
import { fit } from '../../../src/document/fit'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { act, norm2 } from '../../../src/math/psl2r'
import { dist } from '../../../src/math/upperHalfPlane'
import { coshFromI, epsilon, nearPoint, seeded, uniform } from '../arbitraries'

const line = presetNamed('line3')!.document
const runs = (count: number) => ({ ...seeded(count), endOnFailure: true })

const coordinates = fc.record({ x: uniform(-2, 2), t: uniform(-2, 2), theta: uniform(-3, 3) })
const matrix = fc
  .tuple(uniform(-2, 2), uniform(-2, 2), uniform(-2, 2), uniform(-2, 2))
  .filter(([a, b, c, d]) => a * d - b * c > 0.1)
const three = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 3, maxLength: 3 })
const planeElement: fc.Arbitrary<Element> = fc.oneof(coordinates, matrix)

/** A reflection, or a power between -2 and 3, in either space; one element for all or one for each. */
const moving: fc.Arbitrary<Document> = fc
  .record({
    start: fc.constantFrom(defaultDocument, line),
    one: planeElement,
    each: three(planeElement),
    alpha: uniform(-5, 5),
    alphas: three(uniform(-5, 5)),
    isList: fc.boolean(),
    reflected: fc.oneof(fc.boolean(), three(fc.boolean())),
    time: uniform(-2, 3),
    a: three(three(nearPoint)),
    b: three(three(nearPoint)),
  })
  .map(({ start, one, each, alpha, alphas, isList, reflected, time, a, b }) => {
    const isLine = start.space === 'line'
    const element = isLine ? (isList ? alphas : alpha) : isList ? each : one
    return fit({ ...start, element, reflected, time, ...(isLine ? {} : { a, b }) })
  })

describe('what acts', () => {
  it('carries every entry as `acted` does, bit for bit, and a factor that is not moved not at all', () => {
    fc.assert(
      fc.property(moving, fc.constantFrom('both', 'a', 'b'), (start, move) => {
        const document: Document = { ...start, move }
        const { moved, stride } = derive(document)
        const a = document.a.map((row) => row.map((z, i) => (move === 'b' ? z : acted(document, i, z))))
        const b = document.b.map((row, i) => row.map((z) => (move === 'a' ? z : acted(document, i, z))))
        expect(factorFromPacked(moved.a, 3, stride)).toEqual(a)
        expect(factorFromPacked(moved.b, 3, stride)).toEqual(b)
      }),
      runs(300),
    )
  })

  it('comes back by `unacted` within 16ε‖gᵗ‖² (cosh ρ(i, z) + cosh ρ(i, gz))', () => {
    fc.assert(
      fc.property(moving, nearPoint, (document, z) => {
        fc.pre(document.space === 'halfPlane')
        const to = acted(document, 1, z) as Point
        const back = unacted(document, 1, to) as Point
        const size = norm2(actingMatrix(document, 1))
        expect(dist(...back, ...z)).toBeLessThanOrEqual(
          16 * epsilon * size * (coshFromI(z) + coshFromI([...to])),
        )
      }),
      runs(500),
    )
  })

  it('leaves the product alone: within the rounding bound as stored, 1e-13 by differences, and every term exactly', () => {
    const counts = { reflected: 0, power: 0 }
    fc.assert(
      fc.property(moving, (document) => {
        counts[document.time === 1 ? 'reflected' : 'power']++
        const { unchanged, byDifferences } = derive(document)
        expect(unchanged).toBe(true)
        expect(byDifferences).toBeLessThan(1e-13)
        expect(exactTerms(document)).toEqual({ equal: 27, total: 27 })
      }),
      runs(300),
    )
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(30)
  })

  it('is a flow: g to the s and then to the t is g to the s + t, within 64ε‖gˢ‖²‖gᵗ‖² (1 + ‖log g‖) cosh ρ(i, z)', () => {
    fc.assert(
      fc.property(planeElement, uniform(-1, 1.5), uniform(-1, 1.5), nearPoint, (element, s, t, z) => {
        const at = (time: number): Document => ({ ...defaultDocument, element, time })
        const twice = acted(at(s), 0, acted(at(t), 0, z)) as Point
        const once = acted(at(s + t), 0, z) as Point
        const [p, q] = [s, t].map((time) => norm2(actingMatrix(at(time), 0)))
        const tolerance =
          64 * epsilon * p! * q! * (1 + Math.log(norm2(actingMatrix(at(1), 0)))) * coshFromI(z)
        expect(dist(...twice, ...once)).toBeLessThanOrEqual(tolerance)
      }),
      runs(500),
    )
  })
})

it('a reflection twice is g·σgσ, which act finds from the matrices alone', () => {
  fc.assert(
    fc.property(coordinates, nearPoint, (element, z) => {
      const document: Document = { ...defaultDocument, element, reflected: true }
      const twice = acted(document, 0, acted(document, 0, z)) as Point
      const [a, b, c, d] = actingMatrix(document, 0)
      const mirrored = act([a, -b, -c, d], Float64Array.from(z), new Float64Array(2))
      const [x, y] = act([a, b, c, d], mirrored, mirrored)
      expect(dist(...twice, x!, y!)).toBeLessThanOrEqual(
        16 * epsilon * norm2([a, b, c, d]) * coshFromI([...(acted(document, 0, z) as Point)]),
      )
    }),
    runs(300),
  )
})
