import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acted, mirrored } from '../../../src/document/acting'
import type { Document, Element, Entry, Point } from '../../../src/document/document'
import { elementMatrix } from '../../../src/document/element'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { isProblem, type Problem } from '../../../src/document/problem'
import { factorsOf, withFactorDone, withFactors } from '../../../src/document/word'
import { conjugated, inverted, withFactorMoved, withoutFactor } from '../../../src/document/wordEdits'
import { act, norm2 } from '../../../src/math/psl2r'
import { dist } from '../../../src/math/upperHalfPlane'
import { coshFromI, epsilon, nearPoint, seeded, uniform } from '../arbitraries'

const line = presetNamed('line3')!.document
const runs = (count: number) => ({ ...seeded(count), endOnFailure: true })

const coordinates = fc.record({ x: uniform(-1, 1), t: uniform(-1, 1), theta: uniform(0, 3) })
const matrix = fc
  .tuple(uniform(-2, 2), uniform(-2, 2), uniform(-2, 2), uniform(-2, 2))
  .filter(([a, b, c, d]) => a * d - b * c > 0.5)
const factor: fc.Arbitrary<Element> = fc.oneof(coordinates, matrix)
const factors = fc.array(factor, { minLength: 1, maxLength: 6 })

const done = (of: Document | Problem): Document => {
  if (isProblem(of)) throw new Error(of.problem)
  return of
}

/** A word of which the last factor is not finished, in either space, with a reflection or without. */
const words: fc.Arbitrary<Document> = fc
  .tuple(factors, factor, fc.boolean(), fc.boolean(), fc.boolean(), uniform(-3, 3))
  .map(([word, g, isOpen, isLine, reflected, alpha]) => {
    const start: Document = { ...(isLine ? line : defaultDocument), reflected }
    const held = isLine ? word.map((_, n) => alpha + n) : word
    const document = done(withFactors(start, held))
    return isOpen ? { ...document, element: isLine ? alpha : g } : document
  })

const size = (of: Element) => (typeof of === 'number' ? 1 : Math.sqrt(norm2(elementMatrix(of))))
/** ‖f_n‖² … ‖f_1‖²: what rounding at any place of a word can grow to. */
const growth = (document: Document) => factorsOf(document).reduce<number>((all, f) => all * size(f) ** 2, 1)

/** How far two places are apart. */
function apart(z: Entry, w: Entry): number {
  return typeof z === 'number' ? Math.abs(z - (w as number)) : dist(...z, ...(w as Point))
}

const placeIn = (document: Document, z: Point): Entry => (document.space === 'line' ? z[0] : z)

describe('the word', () => {
  it('its factors, one after the other, do what g does: within 64ε Π‖f‖² cosh ρ(i, z) of it', () => {
    fc.assert(
      fc.property(words, nearPoint, (document, z) => {
        const place = placeIn(document, z)
        const start = document.reflected ? mirrored(place) : place
        const end = factorsOf(document).reduce<Entry>((at, f) => {
          if (typeof at === 'number') return at + (f as number)
          const [x, y] = act(elementMatrix(f), Float64Array.from(at), new Float64Array(2))
          return [x!, y!]
        }, start)
        const whole = acted(document, 0, place)
        expect(apart(end, whole)).toBeLessThanOrEqual(64 * epsilon * growth(document) * coshFromI(z))
      }),
      runs(500),
    )
  })

  it('has no factor too many: what is finished leaves nothing of g', () => {
    fc.assert(
      fc.property(words, (document) => {
        const finished = done(withFactorDone(document))
        expect(factorsOf(finished)).toBe(finished.word)
        expect(withFactorDone(finished)).toBe(finished)
      }),
      runs(500),
    )
  })

  it('inverted: the isometry and its inverse cancel, either way round, and twice is g again, within 640ε Π‖f‖⁴', () => {
    fc.assert(
      fc.property(words, nearPoint, (document, z) => {
        const back = done(inverted(document))
        const again = done(inverted(back))
        const tolerance = 640 * epsilon * growth(document) ** 2
        const place = placeIn(document, z)
        expect(apart(acted(back, 0, acted(document, 0, place)), place)).toBeLessThanOrEqual(tolerance)
        expect(apart(acted(document, 0, acted(back, 0, place)), place)).toBeLessThanOrEqual(tolerance)
        expect(apart(acted(again, 0, place), acted(document, 0, place))).toBeLessThanOrEqual(tolerance)
        expect(factorsOf(back)).toHaveLength(factorsOf(document).length)
        expect(again.reflected).toBe(document.reflected)
      }),
      runs(500),
    )
  })

  it('conjugated: h of the place that the isometry takes z to is where the conjugate takes hz, within 640ε Π‖f‖²‖h‖⁴', () => {
    fc.assert(
      fc.property(words, factor, uniform(-3, 3), nearPoint, (document, k, alpha, z) => {
        const h = document.space === 'line' ? alpha : k
        const by = { ...document, element: h, word: [], reflected: false }
        const place = placeIn(document, z)
        const after = done(conjugated(document, h))
        const wanted = acted(by, 0, acted(document, 0, place))
        const found = acted(after, 0, acted(by, 0, place))
        expect(apart(found, wanted)).toBeLessThanOrEqual(640 * epsilon * growth(document) * size(h) ** 4)
        expect(factorsOf(after)).toHaveLength(
          Math.max(factorsOf(document).length, document.reflected ? 1 : 0),
        )
      }),
      runs(500),
    )
  })

  it('a factor moved and moved back, or put in and taken out, leaves the word as it was', () => {
    fc.assert(
      fc.property(factors, fc.nat(5), fc.nat(5), (word, from, to) => {
        const document = done(withFactors(defaultDocument, word))
        const [p, q] = [from % word.length, to % word.length]
        expect(done(withFactorMoved(done(withFactorMoved(document, p, q)), q, p))).toEqual(document)
        const more = done(withFactors(document, word.toSpliced(p, 0, [2, 1, 1, 1])))
        expect(done(withoutFactor(more, p))).toEqual(document)
      }),
      runs(300),
    )
  })
})
