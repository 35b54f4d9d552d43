import fc from 'fast-check'
import { expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { headData, headLoss } from '../../../src/document/headLoss'
import { parametersOf, withTrained } from '../../../src/document/trainable'
import { fit } from '../../../src/document/fit'
import { defaultDocument } from '../../../src/document/presets'
import { startedTree } from '../../trees'
import { planeElement } from './arbitraries'

const started = fc
  .tuple(fc.constantFrom(7 as const, 15 as const), fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.nat())
  .map(([tree, inner, learns, seed]): Document =>
    fit({ ...defaultDocument, ...startedTree(tree, inner, learns, seed) }),
  )

/** |∂L/∂C_kl| sums to at most 2β over each row, so L changes by at most 2β max|ΔC|, and by its own rounding. */
const slack = (document: Document, change: number) => 2 * document.head!.beta * change + 1e-11

it('the loss of a head is the same all over the orbit, within 2β times the rounding bound of C', () => {
  fc.assert(
    fc.property(started, planeElement, (document, element) => {
      const { lossBefore, lossAfter, bound } = derive({ ...document, element })
      fc.pre(bound < 1e-6)
      expect(Math.abs(lossAfter - lossBefore)).toBeLessThanOrEqual(slack(document, bound))
    }),
    { seed: 7, numRuns: 60, endOnFailure: true },
  )
})

it('the parameters come back from the document, digit for digit, and log β within 4ε', () => {
  fc.assert(
    fc.property(started, (document) => {
      const parameters = parametersOf(document).map((x, n) => x + (n + 1) / 1e7)
      const again = parametersOf(withTrained(document, parameters))
      const points = document.head!.rule === 'learned' ? parameters.length - 1 : parameters.length
      expect(again.slice(0, points)).toEqual(parameters.slice(0, points))
      for (let n = points; n < parameters.length; n++) {
        expect(Math.abs(again[n]! - parameters[n]!)).toBeLessThanOrEqual(
          4 * 2 ** -52 * (1 + Math.abs(parameters[n]!)),
        )
      }
    }),
    { seed: 7, numRuns: 60, endOnFailure: true },
  )
})

it('the loss is at least 0, and that of equal costs is how far equal weights are from the targets', () => {
  fc.assert(
    fc.property(started, fc.double({ min: 0, max: 100, noNaN: true }), (document, cost) => {
      const { train } = headData(document.head!.task!)
      const c = new Float64Array(train.tokens ** 2).fill(cost)
      const keys = train.sequences[0]!.length - 1
      expect(headLoss(document, c, derive(document).base.a)).toBeCloseTo(Math.log(keys) - train.floor, 11)
      expect(derive(document).lossBefore).toBeGreaterThanOrEqual(-1e-12)
    }),
    { seed: 7, numRuns: 60, endOnFailure: true },
  )
})
