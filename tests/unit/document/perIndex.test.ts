import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { allAtIdentity, oneForAll, onePerIndex } from '../../../src/document/perIndex'
import { presetNamed } from '../../../src/document/presets'
import { documentFromJson, documentToJson } from '../../../src/document/schema'

const plane = presetNamed('halfPlane3')!.document
const line = presetNamed('line3')!.document
const isValid = (document: Document) => 'document' in documentFromJson(documentToJson(document), plane)

describe('one element for all, or for each inner index', () => {
  it('one per index: all equal to the one for all, so nothing moves', () => {
    for (const document of [plane, { ...plane, reflected: true }, { ...line, element: 2 }]) {
      const each = { ...document, ...onePerIndex(document) }
      expect(each.element).toEqual([document.element, document.element, document.element])
      expect(each.reflected).toEqual([document.reflected, document.reflected, document.reflected])
      expect(derive(each).moved).toEqual(derive(document).moved)
      expect(isValid(each)).toBe(true)
    }
  })

  it('a word is of one element: it ends with the list', () => {
    expect(onePerIndex({ ...line, element: 5, word: [2] }).word).toEqual([])
    expect(oneForAll({ ...line, element: 5, word: [2] }, 0).word).toEqual([2])
  })

  it('one for all: that of the chosen index, with its mirror', () => {
    const each: Document = { ...line, element: [1, 2, 3], reflected: [false, true, false] }
    expect(oneForAll(each, 1)).toEqual({ element: 2, reflected: true, word: [] })
    expect(oneForAll(each, 2)).toEqual({ element: 3, reflected: false, word: [] })
    expect(isValid({ ...each, ...oneForAll(each, 1) })).toBe(true)
  })

  it('all at the identity: every entry is where the document holds it', () => {
    const each: Document = { ...plane, ...onePerIndex(plane), reflected: [true, false, true] }
    for (const document of [each, { ...plane, reflected: true }, { ...line, element: 4, word: [1] }]) {
      const reset = { ...document, ...allAtIdentity(document) }
      expect(derive(reset).moved).toEqual(derive(reset).base)
      expect(Array.isArray(reset.reflected)).toBe(Array.isArray(document.reflected))
      expect(reset.word).toEqual([])
      expect(isValid(reset)).toBe(true)
    }
  })
})
