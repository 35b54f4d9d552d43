import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { presets } from '../../../src/document/presets'
import { documentFromJson } from '../../../src/document/schema'
import { anyDocument, anyView } from './arbitraries'

it('decodeLink(encodeLink(document, view)) is the same, bit for bit', () => {
  let most = 0
  fc.assert(
    fc.property(anyDocument, anyView, (document, view) => {
      const link = encodeLink(document, view)
      most = Math.max(most, link.length)
      expect(decodeLink(link)).toEqual({ document, view, rejected: [] })
    }),
    { seed: 7, numRuns: 500 },
  )
  expect(most).toBeGreaterThan(1000)
})

it('the same for a document that differs from a preset in everything but its entries', () => {
  fc.assert(
    fc.property(anyDocument, anyView, fc.constantFrom(...presets), (other, view, preset) => {
      const made = documentFromJson(
        { title: other.title, move: other.move, target: { seed: 3 } },
        preset.document,
      )
      if (!('document' in made)) throw new Error(made.rejected.join())
      const link = encodeLink(made.document, view)
      expect(decodeLink(link)).toEqual({ document: made.document, view, rejected: [] })
      expect(link).not.toContain('&a=')
    }),
    { seed: 7, numRuns: 200 },
  )
})
