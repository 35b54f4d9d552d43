import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentFile } from '../../../src/document/documentJson'
import { readFile } from '../../../src/document/files'
import { fit } from '../../../src/document/fit'
import { presets } from '../../../src/document/presets'
import { documentFromJson, documentToJson } from '../../../src/document/schema'
import { anyDocument, anyView } from './arbitraries'

const seeded = { seed: 7, numRuns: 300 }

it('documentFromJson(documentToJson(d)) is d, bit for bit, over any base', () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom(...presets), (document, base) => {
      const json: unknown = JSON.parse(JSON.stringify(documentToJson(document)))
      expect(documentFromJson(json, base.document)).toEqual({ document })
    }),
    seeded,
  )
})

it('a saved file opens as the same document and the same view, bit for bit', () => {
  fc.assert(
    fc.property(anyDocument, fc.option(anyView, { nil: undefined }), (document, view) => {
      const bytes = new TextEncoder().encode(documentFile(document, view))
      expect(readFile('model.json', bytes)).toEqual({ kind: 'document', document, ...(view && { view }) })
    }),
    seeded,
  )
})

it('any JSON value: never throws, and what is opened needs no fitting', () => {
  const names = [
    'version',
    'title',
    'space',
    'a',
    'b',
    'element',
    'coordinates',
    'reflected',
    'word',
    'time',
    'move',
    'selection',
    'free',
    'target',
    'head',
  ]
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(1, 0, 'a', 'line', true, [true], [3], [[1]], [[[0, 1]]], { seed: 1 }),
  )
  let opened = 0
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }), (fields) => {
      const result = documentFromJson(fields, presets[0]!.document)
      if ('rejected' in result) expect(result.rejected.length).toBeGreaterThan(0)
      else {
        opened++
        expect(fit(result.document)).toBe(result.document)
      }
    }),
    { seed: 7, numRuns: 5000 },
  )
  expect(opened).toBeGreaterThan(100)
})
