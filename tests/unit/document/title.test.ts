import { describe, expect, it } from 'vitest'
import { resize } from '../../../src/document/edit'
import { fit } from '../../../src/document/fit'
import { startedTree } from '../../trees'
import { decodeLink } from '../../../src/document/link'
import { defaultDocument } from '../../../src/document/presets'
import { plainTitle, retitled } from '../../../src/document/title'

describe('the title of a document', () => {
  const larger = resize(defaultDocument, { rows: 4, inner: 3, columns: 2 })

  it('of a preset gives way when the size is another one', () => {
    expect(retitled(larger, defaultDocument).title).toBe('4 × 3 and 3 × 2 in the half-plane')
  })

  it('follows the size as long as nobody gave one', () => {
    const named = retitled(larger, defaultDocument)
    const smaller = resize(named, { rows: 1, inner: 3, columns: 2 })
    expect(retitled(smaller, named).title).toBe('1 × 3 and 3 × 2 in the half-plane')
  })

  it('of a head says its tree, and is the plain one again without it', () => {
    const head = fit({ ...defaultDocument, ...startedTree(7, 2, true, 1) })
    expect(head.title).toBe('Attention on a tree of 7 nodes, h = 2')
    const deeper = retitled(resize(head, { rows: 7, inner: 3, columns: 7 }), head)
    expect(deeper.title).toBe('Attention on a tree of 7 nodes, h = 3')
    const other = retitled(resize(deeper, { rows: 7, inner: 3, columns: 6 }), deeper)
    expect(other.title).toBe('7 × 3 and 3 × 6 in the half-plane')
  })

  it('stays when a person gave it, and when the size is the same', () => {
    const mine = { ...defaultDocument, title: 'Mine' }
    expect(retitled({ ...larger, title: 'Mine' }, mine).title).toBe('Mine')
    expect(retitled({ ...defaultDocument, move: 'a' }, defaultDocument).title).toBe(defaultDocument.title)
  })

  it('is the plain one for matrices of a link that names none', () => {
    const { document } = decodeLink('v=0&a=i;2i&b=i')
    expect(document.title).toBe('2 × 1 and 1 × 1 in the half-plane')
    expect(document.title).toBe(plainTitle(document))
  })
})
