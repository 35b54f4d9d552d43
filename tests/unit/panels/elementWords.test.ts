import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { classWords, traceWords } from '../../../src/panels/elementWords'
import { store } from '../../../src/store/store'

const line = presetNamed('line3')!.document
const at = (document: Document, column = 0) => ({ ...store.getState(), document, column })
const reflected = (element: Document['element'], column = 0): [string, string] => {
  const state = at({ ...defaultDocument, element, reflected: true }, column)
  return [classWords(state), traceWords(state)]
}

describe('the class of a reflected element, in words', () => {
  it('a reflection, by its geodesic', () => {
    expect(reflected([0, -1, 1, 0])[0]).toBe('reflection in the geodesic from -1.00 to 1.00')
    expect(reflected([1, 2, 0, 1])[0]).toBe('reflection in the geodesic from 1.00 to ∞')
  })
  it('a glide reflection, by its length', () => {
    expect(reflected([2, 0, 0, 0.5])[0]).toBe('glide reflection, translation length 1.39')
  })
  it('on the line, by the point that stays', () => {
    expect(classWords(at({ ...line, element: 3, reflected: true }))).toBe('reflection about 1.50')
  })
  it('has no trace among the walls', () => {
    expect(reflected([2, 1, 1, 1])[1]).toBe('none: determinant −1')
  })
  it('is that of the inner index that is edited', () => {
    const document: Document = { ...line, element: [1, 2, 3], reflected: [false, true, false] }
    expect([0, 1].map((column) => classWords(at(document, column)))).toEqual([
      'translation by 1.00',
      'reflection about 1.00',
    ])
    expect(classWords(at({ ...defaultDocument, element: [2, 1, 1, 1] }))).toBe(
      'hyperbolic, translation length 1.92',
    )
  })
})
