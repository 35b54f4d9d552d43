import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { withEntryMoved } from '../../../src/document/edit'
import { attentionWeights, headAccuracy, headSettings } from '../../../src/document/head'
import { tokenNames } from '../../../src/document/tokenNames'
import { headData, headLoss as lossOf } from '../../../src/document/headLoss'
import { presetNamed } from '../../../src/document/presets'
import { fit } from '../../../src/document/fit'
import { lowestOf, sliceLoss, sliceOf } from '../../../src/document/slice'
import { parametersOf, withTrained } from '../../../src/document/trainable'
import { attentionHead } from '../../../src/learning/attentionHead'
import { startedTree } from '../../trees'

const plane = presetNamed('halfPlane3')!.document
const line = presetNamed('line3')!.document
const sequences = { train: 30, heldOut: 20, length: 4, seed: 5 }
const task = { parents: [-1, 0, 0], sequences }
const head = { rule: 'learned', beta: 1.5, task } as const
const headLoss = (document: Document, c: Float64Array) => lossOf(document, c, derive(document).base.a)
const documents: [string, Document][] = [
  ['half-plane', { ...plane, head }],
  ['line', { ...line, head: { ...head, rule: 'fixed' } }],
  ['seven tokens', fit({ ...plane, ...startedTree(7, 2, true, 3) })],
]

describe.each(documents)('a head on %s', (_, document) => {
  const settings = headSettings(document)!
  const model = attentionHead(settings)
  const parameters = parametersOf(document)
  const { before, after } = derive(document)

  it('has the loss and the accuracy that the model itself says, to 1e-12', () => {
    const { train, heldOut } = headData(document.head!.task!)
    expect(headLoss(document, before)).toBeCloseTo(model.loss(parameters, train), 12)
    expect(headAccuracy(document, before, 'train')).toBe(model.accuracy(parameters, train))
    expect(headAccuracy(document, before, 'heldOut')).toBe(model.accuracy(parameters, heldOut))
    expect(headLoss(document, before)).toBeGreaterThan(0.01)
  })
  it('that loss is the loss of the document, whatever the target is', () => {
    const { lossBefore, lossAfter } = derive({ ...document, target: { seed: 1 } })
    expect(lossBefore).toBe(headLoss(document, before))
    expect(lossAfter).toBe(headLoss(document, after))
    expect(lossAfter).toBeCloseTo(lossBefore, 10)
    const { lossAfter: alone } = derive({ ...document, move: 'a' })
    expect(Math.abs(alone - lossBefore)).toBeGreaterThan(1e-3)
  })
  it('weighs a sequence as the model does', () => {
    const sequence = [0, 2, 2, 1]
    const weights = attentionWeights(document, before, derive(document).base.a, sequence)
    const { weights: expected } = model.attend(parameters, sequence)
    weights.forEach((weight, n) => expect(weight).toBeCloseTo(expected[n]!, 12))
    expect(weights[0]).toBe(0)
    expect(weights.slice(0, 4).reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 14)
    expect(() => attentionWeights(document, before, derive(document).base.a, [0, settings.tokens])).toThrow(
      RangeError,
    )
  })
  it('goes to parameters and back, digit for digit but for the logarithm of β', () => {
    const again = withTrained(document, parameters)
    expect([again.a, again.b]).toEqual([document.a, document.b])
    expect(again.head!.beta).toBeCloseTo(document.head!.beta, 12)
    const trained = parameters.map((x, n) => x + (n + 1) / 64)
    expect(parametersOf(withTrained(document, trained)).slice(0, -1)).toEqual(trained.slice(0, -1))
  })
})

describe('β of a head', () => {
  const parameters = (document: Document) => parametersOf(document).with(-1, Math.log(4))
  it('is trained where it is learned, and only there', () => {
    const learned: Document = { ...plane, head }
    expect(withTrained(learned, parameters(learned)).head!.beta).toBeCloseTo(4, 14)
    const fixed: Document = { ...plane, head: { ...head, rule: 'fixed' } }
    expect(withTrained(fixed, parameters(fixed)).head).toBe(fixed.head)
  })
  it('does not matter where each position has one key: loss 0', () => {
    const two = { ...head, task: { parents: [-1, 0], sequences: { ...sequences, length: 2 } } }
    const document: Document = {
      ...plane,
      a: [[[0, 1]], [[3, 2]]],
      b: [
        [
          [5, 1],
          [0, 9],
        ],
      ],
      head: two,
    }
    expect(derive({ ...document, element: [1, 0, 0, 1] }).lossBefore).toBeCloseTo(0, 14)
  })
})

it('is finite and right where every weight but one underflows', () => {
  const document: Document = { ...plane, head: { ...head, beta: 1e6 } }
  const c = derive(document).before
  const { train } = headData(document.head!.task!)
  const expected = attentionHead(headSettings(document)!).loss(parametersOf(document), train)
  expect(headLoss(document, c)! / expected).toBeCloseTo(1, 12)
  expect(expected).toBeGreaterThan(1e4)
})

it('without a head, or with tables of another size, there is nothing to say', () => {
  const c = derive(plane).before
  const wrong: Document = { ...plane, head: { ...head, task: { ...task, parents: [-1, 0] } } }
  for (const document of [plane, wrong]) {
    expect(headLoss(document, c)).toBeUndefined()
    expect(headAccuracy(document, c, 'train')).toBeUndefined()
    expect(headSettings(document)).toBeUndefined()
    expect(() => parametersOf(document)).toThrow('not the tables of a head')
  }
})

describe('the slice with a head', () => {
  const given: Document = { ...plane, head, target: { seed: 2 } }
  it('is of the training loss, through the base and through the moved entries, to 1e-12', () => {
    const { lossBefore, lossAfter } = derive(given)
    const base = sliceOf(given, 'base')
    expect(sliceLoss(base, base.model)).toBeCloseTo(lossBefore, 12)
    const through = sliceOf(given, 'moved')
    expect(sliceLoss(through, through.model)).toBeCloseTo(lossAfter, 12)
    // The one for the base is still held there.
    expect(sliceLoss(base, base.model)).toBeCloseTo(lossBefore, 12)
  })
  it('is lowest where an entry moved there has that loss, and nowhere near is it lower', () => {
    const lowest = lowestOf(given, 'base')
    const { factor, row, column } = given.free
    const moved = withEntryMoved(given, factor, row, column, [lowest.x, lowest.y])
    expect(derive(moved).lossBefore).toBeCloseTo(lowest.loss, 12)
    expect(lowest.loss).toBeLessThanOrEqual(derive(given).lossBefore)
    const slice = sliceOf(given, 'base')
    for (let n = 0; n < 16; n++) {
      const [p, q] = [Math.cos((n * Math.PI) / 8), Math.sin((n * Math.PI) / 8)]
      const near = [lowest.x + 1e-3 * lowest.y * p, lowest.y * (1 + 1e-3 * q)] as const
      expect(sliceLoss(slice, near)).toBeGreaterThanOrEqual(lowest.loss - 1e-9)
    }
  })
  it('follows β, learned or fixed, the free entry and the rule', () => {
    const at = (document: Document) => {
      const slice = sliceOf(document, 'base')
      return [sliceLoss(slice, slice.model), derive(document).lossBefore] as const
    }
    for (const change of [
      { rule: 'fixed', beta: 3 },
      { rule: 'learned', beta: 5 },
      { rule: 'byRow', beta: 2 },
      { rule: 'byNorms', beta: 2 },
      { rule: 'entropy', beta: 1.3 },
    ] as const) {
      for (const free of [given.free, { factor: 'b', row: 0, column: 1 }] as const) {
        const [found, expected] = at({ ...given, head: { ...head, ...change }, free })
        expect(found).toBeCloseTo(expected, 11)
      }
    }
  })
})

it('an entry moved by hand freezes no target where the loss has none', () => {
  expect(withEntryMoved({ ...plane, head }, 'a', 0, 0, [0, 2]).target).toBe('base')
  expect(withEntryMoved(plane, 'a', 0, 0, [0, 2]).target).not.toBe('base')
})

it('names begin with the name of the parent; deep and wide trees are numbered', () => {
  expect(tokenNames({ parents: [-1, 0, 0, 1, 1, 2, 2] })).toEqual([
    '1',
    '11',
    '12',
    '111',
    '112',
    '121',
    '122',
  ])
  expect(tokenNames({ parents: [1, -1, 1] })).toEqual(['11', '1', '12'])
  expect(tokenNames({ parents: [-1, 0, 1, 2, 3, 4, 5] })).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  const wide = tokenNames({ parents: [-1, ...Array.from({ length: 10 }, () => 0)] })
  expect(wide.at(-1)).toBe('11')
  expect(new Set(wide).size).toBe(11)
})

it('a head to start from is the same for the same seed, and another one for another seed', () => {
  const one = startedTree(15, 2, true, 4)
  expect(startedTree(15, 2, true, 4)).toEqual(one)
  expect(startedTree(15, 2, true, 5).a).not.toEqual(one.a)
  expect(one.head).toMatchObject({ beta: 2, rule: 'learned' })
  expect(startedTree(7, 1, false, 4).head).toMatchObject({ beta: 10, rule: 'fixed' })
  expect([one.a.length, one.b.length, one.b[0]!.length]).toEqual([15, 2, 15])
})
