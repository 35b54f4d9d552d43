import { describe, expect, it } from 'vitest'
import { plainLink } from '../../links'
import type { AttentionHead, Document } from '../../../src/document/document'
import { resize, setEntry, swapSpace } from '../../../src/document/edit'
import { fit } from '../../../src/document/fit'
import { decodeLink } from '../../../src/document/link'
import { presetNamed } from '../../../src/document/presets'
import { documentFromJson } from '../../../src/document/schema'
import { defaultView } from '../../../src/document/view'

const plane = presetNamed('halfPlane3')!.document
const sequences = { train: 200, heldOut: 1000, length: 5, seed: 12 }
const task = { parents: [-1, 0, 0], sequences }
const head: AttentionHead = { rule: 'learned', beta: 2.5, task }
const withTask = (change: object) => ({ ...head, task: { ...task, ...change } })
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
      task: { ...task, sequences: { train: 1000, heldOut: 2000, length: 16, seed: 2 ** 32 - 1 } },
    }
    expect(rejected(largest)).toEqual([])
    expect(
      rejected({
        ...withTask({ sequences: { train: 1, heldOut: 1, length: 2, seed: 0 } }),
        beta: 5e-324,
      }),
    ).toEqual([])
  })
  it.each<[unknown, string]>([
    [3, 'head: must be {rule, beta, task} or null, got 3'],
    [[], 'head: must be {rule, beta, task} or null, got a list of 0'],
    [{ ...head, gamma: 1 }, 'head: has the unknown field "gamma"'],
    [
      withTask({ parents: 'x' }),
      'head.task.parents: must be a list of numbers, the parent of each token, got a string',
    ],
    [
      withTask({ parents: [-1, '0', 0] }),
      'head.task.parents: must be a list of numbers, the parent of each token, got a list of 3',
    ],
    [
      withTask({ parents: [-1, 0] }),
      'head.task.parents: has 2 tokens, the product is 3 × 3: all must be equal',
    ],
    [
      withTask({ parents: [-1, 2, 1] }),
      'head.task.parents: the parents of node 1 run in a circle and never reach a root',
    ],
    [
      withTask({ parents: [-1, -1, 0] }),
      'head.task.parents: nodes 0 and 1 both have no parent; a tree has one root',
    ],
    [
      withTask({ parents: [-1, 0.5, 0] }),
      'head.task.parents: node 1 has the parent 0.5; a parent is one of 0 … 2, or -1 at the root',
    ],
    [{ ...head, beta: 0 }, 'head.beta: must be a number greater than 0 and at most 1000000, got 0'],
    [{ ...head, beta: 1.1e6 }, 'head.beta: must be a number greater than 0 and at most 1000000, got 1100000'],
    [{ ...head, beta: NaN }, 'head.beta: must be a number greater than 0 and at most 1000000, got NaN'],
    [
      { ...head, beta: undefined },
      'head.beta: must be a number greater than 0 and at most 1000000, got undefined',
    ],
    [
      { ...head, rule: 'free' },
      'head.rule: must be one of fixed, learned, byRow, entropy, byNorms, got "free"',
    ],
    [
      { ...head, rule: 'entropy', beta: 0.5 },
      'head.beta: must be a perplexity of at least 1 and at most 1000000, got 0.5',
    ],
    [{ ...head, task: 7 }, 'head.task: must be {parents, sequences, names?} or null, got 7'],
    [withTask({ sequences: 7 }), 'head.task.sequences: must be {train, heldOut}, got 7'],
    [withTask({ sequences: { ...sequences, more: 1 } }), 'head.task.sequences: has the unknown field "more"'],
    [
      withTask({ sequences: { train: [], heldOut: [[0, 1]] } }),
      'head.task.sequences.train: must be a list of 1 to 1000 sequences, got a list of 0',
    ],
    [
      withTask({ sequences: { train: [[0, 1], [0]], heldOut: [[0, 1]] } }),
      'head.task.sequences.train[1]: must be a list of 2 to 16 tokens, got a list of 1',
    ],
    [
      withTask({ sequences: { train: [[0, 1]], heldOut: [[0, 3]] } }),
      'head.task.sequences.heldOut[0]: tokens are 0 to 2, got 3',
    ],
    [
      withTask({ sequences: { ...sequences, train: 0 } }),
      'head.task.sequences.train: must be a whole number, 1 to 1000, got 0',
    ],
    [
      withTask({ sequences: { ...sequences, train: 1e9 } }),
      'head.task.sequences.train: must be a whole number, 1 to 1000, got 1000000000',
    ],
    [
      withTask({ sequences: { ...sequences, heldOut: 2001 } }),
      'head.task.sequences.heldOut: must be a whole number, 1 to 2000, got 2001',
    ],
    [
      withTask({ sequences: { ...sequences, length: 1 } }),
      'head.task.sequences.length: must be a whole number, 2 to 16, got 1',
    ],
    [
      withTask({ sequences: { ...sequences, seed: 1.5 } }),
      'head.task.sequences.seed: must be a whole number, 0 to 4294967295, got 1.5',
    ],
    [
      withTask({ names: 'abc' }),
      'head.task.names: must be a list of 3 names, one for each token, got a string',
    ],
    [
      withTask({ names: ['a', 'b'] }),
      'head.task.names: must be a list of 3 names, one for each token, got a list of 2',
    ],
    [withTask({ names: ['a', 'b', 'a'] }), 'head.task.names[2]: "a" is there a second time'],
    [withTask({ names: ['a', 'b', 'c d'] }), 'head.task.names[2]: "c d" has a space or one of , ; : in it'],
    [withTask({ names: ['a', '', 'c'] }), 'head.task.names[1]: a token has no name'],
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
    const link = 'v=1&head=0,1,1;2.5;learned;200,1000,5,12'
    expect(plainLink(withHead, defaultView)).toBe(link)
    expect(decodeLink(link)).toMatchObject({ document: withHead, rejected: [] })
    expect(decodeLink('v=1&head=none')).toMatchObject({ document: plane, rejected: [] })
    expect(decodeLink('v=1&head=0,1,1;5/2;learned;200,1000,5,12').document.head).toEqual(head)
  })
  it('sequences of one’s own, tokens from 1, the last of them held out; no task', () => {
    const own = {
      train: [
        [0, 1, 2],
        [2, 1],
      ],
      heldOut: [[1, 0]],
    }
    const document = { ...plane, head: withTask({ sequences: own }) }
    const link = 'v=1&head=0,1,1;2.5;learned;own,1;1,2,3;3,2;2,1'
    expect(plainLink(document, defaultView)).toBe(link)
    expect(decodeLink(link)).toMatchObject({ document, rejected: [] })
    const bare: Document = { ...plane, head: { rule: 'byRow', beta: 3, task: null } }
    expect(plainLink(bare, defaultView)).toBe('v=1&head=rows;3;byRow')
    expect(decodeLink('v=1&head=rows;3;byRow')).toMatchObject({ document: bare, rejected: [] })
  })
  it.each([
    ['', 'head: '],
    ['0,1,1;2;learned', 'head: must be parents;β;rule;train,heldOut,length,seed, or rows;β;rule'],
    ['0,1,1;2,3;fixed;9,9,5,1', 'head: '],
    ['0,1,1;2;2;9,9,5,1', 'head.rule: must be one of fixed, learned, byRow, entropy, byNorms, got "2"'],
    ['0,1,1;2;fixed;9,9,5,1;3', 'head: must be parents;β;rule;'],
    ['0,1,1;2;fixed;9,9,5', 'head: must be parents;β;rule;'],
    ['0,1,1;2;fixed;own,1;1,2', 'head.task.sequences.train: must be a list of 1 to 1000 sequences'],
    ['rows;2;fixed;9,9,5,1', 'head: must be parents;β;rule;'],
    ['0,1;2;fixed;9,9,5,1', 'head.task.parents: has 2 tokens, the product is 3 × 3: all must be equal'],
    [
      '0,3,2;2;fixed;9,9,5,1',
      'head.task.parents: the parents of node 2 run in a circle and never reach a root',
    ],
  ])('refuses %j', (text, reason) => {
    const { document, rejected: reasons } = decodeLink(`v=1&head=${text}`)
    expect([document, reasons[0]?.startsWith(reason.slice(0, 60))], reasons[0]).toEqual([plane, true])
    expect(reasons).toHaveLength(1)
  })
})
