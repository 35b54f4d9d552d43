import { describe, expect, it } from 'vitest'
import type { AttentionHead, Document } from '../../../src/document/document'
import { resize, setEntry, swapSpace } from '../../../src/document/edit'
import { fit } from '../../../src/document/fit'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { presetNamed } from '../../../src/document/presets'
import { documentFromJson } from '../../../src/document/schema'
import { defaultView } from '../../../src/document/view'

const plane = presetNamed('halfPlane3')!.document
const sequences = { train: 200, heldOut: 1000, length: 5, seed: 12 }
const head: AttentionHead = { parents: [-1, 0, 0], beta: 2.5, learnsBeta: true, sequences }
const withHead: Document = { ...plane, head }

const rejected = (change: unknown, base = plane): string[] => {
  const result = documentFromJson({ head: change }, base)
  return 'rejected' in result ? result.rejected : []
}

describe('the head in JSON', () => {
  it('is put in, kept by other changes, and taken out by null', () => {
    expect(documentFromJson({ head }, plane)).toEqual({ document: withHead })
    expect(documentFromJson({ move: 'a' }, withHead)).toEqual({ document: { ...withHead, move: 'a' } })
    expect(documentFromJson({ head: null }, withHead)).toEqual({ document: plane })
  })
  it('may be as large as the ranges allow', () => {
    const largest = {
      ...head,
      beta: 1e6,
      sequences: { train: 1000, heldOut: 2000, length: 16, seed: 2 ** 32 - 1 },
    }
    expect(rejected(largest)).toEqual([])
    expect(
      rejected({ ...head, beta: 5e-324, sequences: { train: 1, heldOut: 1, length: 2, seed: 0 } }),
    ).toEqual([])
  })
  it.each<[unknown, string]>([
    [3, 'head: must be {parents, beta, learnsBeta, sequences} or null, got 3'],
    [[], 'head: must be {parents, beta, learnsBeta, sequences} or null, got a list of 0'],
    [{ ...head, gamma: 1 }, 'head: has the unknown field "gamma"'],
    [
      { ...head, parents: 'x' },
      'head.parents: must be a list of numbers, the parent of each token, got a string',
    ],
    [
      { ...head, parents: [-1, '0', 0] },
      'head.parents: must be a list of numbers, the parent of each token, got a list of 3',
    ],
    [{ ...head, parents: [-1, 0] }, 'head.parents: has 2 tokens, the product is 3 × 3: all must be equal'],
    [
      { ...head, parents: [-1, 2, 1] },
      'head.parents: the parents of node 1 run in a circle and never reach a root',
    ],
    [
      { ...head, parents: [-1, -1, 0] },
      'head.parents: nodes 0 and 1 both have no parent; a tree has one root',
    ],
    [
      { ...head, parents: [-1, 0.5, 0] },
      'head.parents: node 1 has the parent 0.5; a parent is one of 0 … 2, or -1 at the root',
    ],
    [{ ...head, beta: 0 }, 'head.beta: must be a number greater than 0 and at most 1000000, got 0'],
    [{ ...head, beta: 1.1e6 }, 'head.beta: must be a number greater than 0 and at most 1000000, got 1100000'],
    [{ ...head, beta: NaN }, 'head.beta: must be a number greater than 0 and at most 1000000, got NaN'],
    [
      { ...head, beta: undefined },
      'head.beta: must be a number greater than 0 and at most 1000000, got undefined',
    ],
    [{ ...head, learnsBeta: 1 }, 'head.learnsBeta: must be true or false, got 1'],
    [{ ...head, sequences: 7 }, 'head.sequences: must be {train, heldOut, length, seed}, got 7'],
    [{ ...head, sequences: { ...sequences, more: 1 } }, 'head.sequences: has the unknown field "more"'],
    [
      { ...head, sequences: { ...sequences, train: 0 } },
      'head.sequences.train: must be a whole number, 1 to 1000, got 0',
    ],
    [
      { ...head, sequences: { ...sequences, train: 1e9 } },
      'head.sequences.train: must be a whole number, 1 to 1000, got 1000000000',
    ],
    [
      { ...head, sequences: { ...sequences, heldOut: 2001 } },
      'head.sequences.heldOut: must be a whole number, 1 to 2000, got 2001',
    ],
    [
      { ...head, sequences: { ...sequences, length: 1 } },
      'head.sequences.length: must be a whole number, 2 to 16, got 1',
    ],
    [
      { ...head, sequences: { ...sequences, seed: 1.5 } },
      'head.sequences.seed: must be a whole number, 0 to 4294967295, got 1.5',
    ],
  ])('%j', (value, reason) => {
    expect(rejected(value)).toEqual([reason])
  })
})

describe('what becomes of a head', () => {
  it('entries and the space may change, sizes may not', () => {
    expect(setEntry(withHead, 'a', 0, 0, [0, 2]).head).toBe(head)
    expect(swapSpace(withHead)).toMatchObject({ space: 'line', head })
    expect(resize(withHead, { rows: 3, inner: 2, columns: 3 }).head).toBe(head)
    expect(resize(withHead, { rows: 4, inner: 3, columns: 3 }).head).toBeNull()
    expect(resize(withHead, { rows: 3, inner: 3, columns: 2 }).head).toBeNull()
    expect(fit(withHead)).toBe(withHead)
  })
})

describe('the head in a link', () => {
  it('parents from 1, β, whether it is learned, the sequences; none without one', () => {
    const link = 'v=0&head=0,1,1;2.5;1;200,1000,5,12'
    expect(encodeLink(withHead, defaultView)).toBe(link)
    expect(decodeLink(link)).toMatchObject({ document: withHead, rejected: [] })
    expect(decodeLink('v=0&head=none')).toMatchObject({ document: plane, rejected: [] })
    expect(decodeLink('v=0&head=0,1,1;5/2;1;200,1000,5,12').document.head).toEqual(head)
  })
  it.each([
    ['', 'head: row 1, entry 1: '],
    ['0,1,1;2;1', 'head: must be parents;β;0 or 1;train,heldOut,length,seed or none, got "0,1,1;2;1"'],
    [
      '0,1,1;2,3;1;9,9,5,1',
      'head: must be parents;β;0 or 1;train,heldOut,length,seed or none, got "0,1,1;2,3;1;9,9,5,1"',
    ],
    [
      '0,1,1;2;2;9,9,5,1',
      'head: must be parents;β;0 or 1;train,heldOut,length,seed or none, got "0,1,1;2;2;9,9,5,1"',
    ],
    [
      '0,1,1;2;1;9,9,5,1;3',
      'head: must be parents;β;0 or 1;train,heldOut,length,seed or none, got "0,1,1;2;1;9,9,5,1;3"',
    ],
    ['0,1;2;1;9,9,5,1', 'head.parents: has 2 tokens, the product is 3 × 3: all must be equal'],
    ['0,3,2;2;1;9,9,5,1', 'head.parents: the parents of node 1 run in a circle and never reach a root'],
  ])('refuses %j', (text, reason) => {
    const { document, rejected: reasons } = decodeLink(`v=0&head=${text}`)
    expect([document, reasons[0]?.startsWith(reason.slice(0, 60))]).toEqual([plane, true])
    expect(reasons).toHaveLength(1)
  })
})
