import { describe, expect, it } from 'vitest'
import type { Document, Element } from '../../../src/document/document'
import { defaultDocument } from '../../../src/document/presets'
import { dilationOf, isSameComparison, isStill } from '../../../src/document/twin'

const still: Document = { ...defaultDocument, element: [1, 0, 0, 1], reflected: false, word: [], time: 1 }
const by = (element: Document['element'], rest: Partial<Document> = {}): Document => ({
  ...still,
  element,
  ...rest,
})

describe('what takes a model to its twin', () => {
  it('is a dilation by k if it is z ↦ kz everywhere, with k as it was typed', () => {
    const k = (of: Document) => dilationOf(of)
    expect(k(by([2, 0, 0, 1]))).toBe(2)
    expect(k(by([-3, 0, 0, -1]))).toBe(3)
    expect(k(by({ x: 0, t: Math.log(5), theta: 0 }))).toBeCloseTo(5, 14)
    expect(k(by([2, 1, 0, 1]))).toBeUndefined()
    expect(k(by([2, 0, 1, 1]))).toBeUndefined()
    expect(k(by({ x: 1, t: 1, theta: 0 }))).toBeUndefined()
    expect(k(by([2, 0, 0, 1], { reflected: true }))).toBeUndefined()
    expect(k(by([[2, 0, 0, 1] as Element, [2, 0, 0, 1] as Element]))).toBeUndefined()
    expect(k({ ...still, space: 'line', element: 2 })).toBeUndefined()
  })

  it('leaves everything where it is if it is the identity, and no mirror', () => {
    expect(isStill(still)).toBe(true)
    expect(isStill(by([-2, 0, 0, -2]))).toBe(true)
    expect(isStill(by({ x: 0, t: 0, theta: 0 }))).toBe(true)
    expect(isStill(by([2, 1, 1, 1], { time: 0 }))).toBe(true)
    expect(isStill(by([1, 1e-9, 0, 1]))).toBe(false)
    expect(isStill(by(still.element, { reflected: true }))).toBe(false)
    expect(isStill(by([[1, 0, 0, 1] as Element, [2, 1, 1, 1] as Element]))).toBe(false)
    expect(isStill({ ...still, space: 'line', element: 0 })).toBe(true)
  })
})

it('a comparison is of another document if what it began with is another one', () => {
  const moved = by([2, 1, 1, 1])
  expect(isSameComparison(still, moved, 'rotation', false)).toBe(true)
  expect(isSameComparison(still, moved, 'page', false)).toBe(false)
  const edited = { ...still, a: [...still.a] }
  expect(isSameComparison(still, edited, 'rotation', false)).toBe(false)
  expect(isSameComparison(still, edited, 'rotation', true)).toBe(true)
  expect(isSameComparison(still, { ...still, selection: [1, 0] }, 'page', false)).toBe(true)
})
