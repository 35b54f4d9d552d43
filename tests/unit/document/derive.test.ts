import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { defaultDocument } from '../../../src/document/presets'
import { exactTerms } from '../../../src/document/exactTerms'
import { lowestOf, pictured, sliceLoss, sliceOf } from '../../../src/document/slice'

const onLine: Document = {
  ...defaultDocument,
  space: 'line',
  a: [
    [0, 2],
    [1, -1],
  ],
  b: [
    [3, 1],
    [0, 5],
  ],
  element: 10,
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
}

/** One row, one column: log 2 between i and 2i, log 8 between 8i and i. */
const vertical: Document = {
  ...defaultDocument,
  a: [
    [
      [0, 1],
      [0, 8],
    ],
  ],
  b: [[[0, 2]], [[0, 1]]],
  element: [3, 0, 0, 1],
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
}

describe('what follows from a document', () => {
  it('on the line: products by hand, unchanged by a translation of both', () => {
    const { before, after, moved, unchanged, byDifferences } = derive(onLine)
    expect([...before]).toEqual([5, 4, 3, 6])
    expect([...after]).toEqual([5, 4, 3, 6])
    expect([...moved.a]).toEqual([10, 12, 11, 9])
    expect(unchanged).toBe(true)
    expect(byDifferences).toBe(0)
  })

  it('on the line, one side only: every term by hand, and no longer the same', () => {
    const { after, unchanged, byDifferences, largestChange, lossBefore, lossAfter } = derive({
      ...onLine,
      move: 'a',
    })
    expect([...after]).toEqual([7 + 12, 9 + 7, 8 + 9, 10 + 4])
    expect(unchanged).toBe(false)
    expect(byDifferences).toBeUndefined()
    expect(largestChange).toBe(14)
    expect(lossBefore).toBe(0)
    expect(lossAfter).toBe((14 ** 2 + 12 ** 2 + 14 ** 2 + 8 ** 2) / 4)
  })

  it('in the half-plane: a dilation by 3 keeps log 2 + log 8; on one side it adds its length to each term', () => {
    const both = derive(vertical)
    expect(both.before[0]).toBeCloseTo(Math.log(16), 14)
    expect(both.after[0]).toBeCloseTo(Math.log(16), 14)
    expect([...both.moved.a].map((x) => Math.round(x * 1e12) / 1e12)).toEqual([0, 3, 0, 24])
    const one = derive({ ...vertical, move: 'a' })
    expect(one.after[0]).toBeCloseTo(Math.log(3 / 2) + Math.log(24), 13)
  })

  it('with one element for each inner index: each column moves by its own', () => {
    const { moved, after } = derive({ ...vertical, element: [{ x: 1, t: 0, theta: 0 }, [2, 0, 0, 1]] })
    expect([...moved.a].map((x) => Math.round(x * 1e12) / 1e12)).toEqual([1, 1, 0, 16])
    expect([...moved.b].map((x) => Math.round(x * 1e12) / 1e12)).toEqual([1, 2, 0, 2])
    expect(after[0]).toBeCloseTo(Math.log(16), 13)
  })

  it('measures the loss against a typed target', () => {
    const { lossBefore } = derive({
      ...onLine,
      target: [
        [5, 4],
        [3, 2],
      ],
    })
    expect(lossBefore).toBe(16 / 4)
  })

  it('is computed once for one document', () => {
    expect(derive(onLine)).toBe(derive(onLine))
  })

  it('counts exactly equal terms: all when both move, those of fixed distance when one does', () => {
    expect(exactTerms(onLine)).toEqual({ equal: 8, total: 8 })
    expect(exactTerms({ ...onLine, move: 'b' }).equal).toBe(0)
    expect(exactTerms(vertical)).toEqual({ equal: 2, total: 2 })
  })
})

describe('the slice of the loss', () => {
  it('has at the model the loss of the model', () => {
    for (const document of [
      defaultDocument,
      { ...onLine, target: { seed: 3 } },
      { ...defaultDocument, target: { seed: 5 } },
    ]) {
      for (const through of ['base', 'moved'] as const) {
        const slice = sliceOf(document, through)
        const { lossBefore, lossAfter } = derive(document)
        const loss = through === 'base' ? lossBefore : lossAfter
        expect(sliceLoss(slice, slice.model)).toBeCloseTo(loss, 12)
      }
    }
  })

  it('is lowest at the model when the target is the base product', () => {
    const { x, y, loss } = lowestOf(defaultDocument, 'moved')
    const { model } = sliceOf(defaultDocument, 'moved')
    expect(loss).toBeLessThan(1e-28)
    expect(x).toBeCloseTo(model[0], 9)
    expect(y).toBeCloseTo(model[1], 9)
  })
})

describe('the verdict', () => {
  it('is not "unchanged" when the rounding bound is as large as the product', () => {
    const far = derive({ ...vertical, element: { x: 1e16, t: 0, theta: 0 } })
    expect(far.bound).toBeGreaterThan(1)
    expect(far.isBeyondFloat64).toBe(true)
    expect(far.unchanged).toBe(false)
    expect(derive(vertical).isBeyondFloat64).toBe(false)
  })
})

describe('the slice that pictures show', () => {
  it('begins at 0 whatever the target adds, at a lowest point that g carries along', () => {
    const document: Document = { ...defaultDocument, target: { seed: 1 } }
    for (const through of ['base', 'moved'] as const) {
      const { x, y, loss } = lowestOf(document, through)
      expect(loss).toBeGreaterThan(0.1)
      expect(sliceLoss(pictured(document, through), [x, y])).toBeCloseTo(0, 12)
      expect(sliceLoss(sliceOf(document, through), [x, y])).toBeCloseTo(loss, 12)
    }
  })
})
