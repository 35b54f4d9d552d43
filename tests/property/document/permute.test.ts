import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permuteInner } from '../../../src/document/permute'
import { documentFromJson, documentToJson } from '../../../src/document/schema'
import { seeded } from '../arbitraries'
import { anyDocument } from './arbitraries'

const documentAndOrder = anyDocument.chain((document) => {
  const places = document.b.map((_, i) => i)
  return fc.tuple(
    fc.constant(document),
    fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length }),
  )
})

describe('permuteInner', () => {
  it('and the opposite order: the same document', () => {
    fc.assert(
      fc.property(documentAndOrder, ([document, order]) => {
        const opposite = order.map((_, place) => order.indexOf(place))
        expect(permuteInner(permuteInner(document, order), opposite)).toEqual(document)
      }),
      { ...seeded(200), endOnFailure: true },
    )
  })

  it('each entry keeps its place in its row of A and column of B, at the new inner index, with its element', () => {
    fc.assert(
      fc.property(documentAndOrder, ([document, order]) => {
        const after = permuteInner(document, order)
        order.forEach((from, to) => {
          expect(after.a.map((row) => row[to])).toEqual(document.a.map((row) => row[from]))
          expect(after.b[to]).toBe(document.b[from])
        })
        const { factor, row, column } = document.free
        expect(after[factor][after.free.row]![after.free.column]).toBe(document[factor][row]![column])
        expect(documentFromJson(documentToJson(after), document)).not.toHaveProperty('rejected')
      }),
      { ...seeded(200), endOnFailure: true },
    )
  })
})
