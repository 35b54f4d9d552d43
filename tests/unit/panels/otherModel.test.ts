import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem } from '../../../src/document/problem'
import { heldModel, meaningsIn, otherFrom } from '../../../src/panels/otherModel'
import { readText, withMatrices } from '../../../src/panels/readImport'

const start: Document = { ...defaultDocument, element: [2, 1, 1, 1] }

function matricesOf(text: string) {
  const read = readText(text)
  if (isProblem(read) || read.kind !== 'matrices') throw new Error('no matrices')
  return read.matrices
}

describe('the other model', () => {
  it('that is held is the moved entries, a factor that stays as it is', () => {
    const held = heldModel({ ...start, move: 'a' })
    expect(held.a.flat(2)).toEqual([...derive({ ...start, move: 'a' }).moved.a])
    expect(held.b).toEqual(start.b)
    expect(held.from).toBe('held')
  })

  it('of one matrix has the other factor of the document; of a wrong size, that matrix alone is named', () => {
    const of = (text: string, name: 'a' | 'b') => {
      const matrices = matricesOf(text)
      const [meaning] = meaningsIn(start, matrices)
      return otherFrom(start, withMatrices(start, matrices, name, meaning!), [name])
    }
    const rows = 'i 2i 3i\ni 2i 3i\ni 2i 3i'
    expect(of(rows, 'b')).toEqual({
      space: 'halfPlane',
      a: start.a,
      b: start.b.map(() => [1, 2, 3].map((y) => [0, y])),
      from: 'read',
    })
    expect(of('i 2i', 'a')).toEqual({
      problem: 'the sizes differ: A is 3 × 3 here and 1 × 2 in the other model',
    })
  })

  it('has numbers that mean something in the space of the document', () => {
    const names = (document: Document, text: string) =>
      meaningsIn(document, matricesOf(text)).map(({ name }) => name)
    expect(names(start, '1 2')).toEqual(['exp', 'lift'])
    expect(names({ ...start, space: 'line' }, '1 2')).toEqual(['real'])
    expect(names({ ...start, space: 'line' }, 'i 2i')).toEqual([])
  })
})
