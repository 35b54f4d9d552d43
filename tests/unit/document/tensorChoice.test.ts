import { describe, expect, it } from 'vitest'
import { numberTypes } from '../../../src/document/numberTypes'
import { stridesOf, type Tensor } from '../../../src/document/tensor'
import { changed, embeddingsOf, firstChoice } from '../../../src/document/tensorChoice'
import { guessQueriesAndKeys, shownName } from '../../../src/document/tensorNames'
import { inMemory } from '../../safetensors'

const tensor = (name: string, shape: number[]): Tensor => ({
  file: inMemory(Buffer.alloc(0)),
  name,
  dtype: 'F64',
  shape,
  type: numberTypes.f8,
  little: true,
  start: 0,
  strides: stridesOf(shape, 'c'),
})

describe('guesses Q and K from names', () => {
  it.each([
    [['v_proj.weight', 'k_proj.weight', 'q_proj.weight'], 2, 1],
    [
      [
        'model.layers.0.self_attn.k_proj.weight',
        'model.layers.0.self_attn.q_proj.weight',
        'model.layers.1.self_attn.q_proj.weight',
      ],
      1,
      0,
    ],
    [
      [
        'encoder.layer.0.attention.self.query.weight',
        'encoder.layer.0.attention.self.value.weight',
        'encoder.layer.0.attention.self.key.weight',
      ],
      0,
      2,
    ],
    [['attn.to_k', 'attn.to_q'], 1, 0],
    [['layers.0.attention.wq.weight', 'layers.0.attention.wk.weight'], 0, 1],
    [['K', 'Q'], 1, 0],
    [['attentionQuery', 'attentionKey'], 0, 1],
    [['WQ', 'WK'], 0, 1],
    [['h.0.mlp', 'h.0.attn.c_attn.weight'], 1, 1],
    [['a', 'b', 'c'], 0, 1],
    [['only'], 0, 0],
    [['quick', 'kuick'], 0, 1],
  ])('%j', (names, q, k) => {
    expect(guessQueriesAndKeys(names.map((name) => ({ name })))).toEqual([q, k])
  })
})

describe('firstChoice', () => {
  it('takes at most 64 rows and as many pairs as there are', () => {
    const chosen = firstChoice([tensor('q', [100, 10]), tensor('k', [20, 12])])
    expect(chosen).toMatchObject({
      q: 0,
      k: 1,
      embedding: 'polar',
      inner: { numbers: 2, first: 0, count: 5 },
    })
    expect([chosen.qPart.rows, chosen.kPart.rows]).toEqual([64, 20])
  })
  it('reads a single column as numbers', () => {
    const chosen = firstChoice([tensor('q', [65, 1]), tensor('k', [7, 1])])
    expect(chosen).toMatchObject({ embedding: 'lift', inner: { numbers: 1, count: 1 }, qPart: { rows: 64 } })
  })
  it('reads an axis of two numbers as points', () => {
    const chosen = firstChoice([tensor('Q', [7, 3, 2]), tensor('K', [7, 3, 2])])
    expect(chosen).toMatchObject({ embedding: 'halfPlane', inner: { numbers: 2, count: 3 } })
    expect(chosen.qPart.layout).toEqual(['rows', 'inner', 'numbers'])
  })
  it.each([
    [
      [20, 48],
      ['rows', 'inner'],
    ],
    [
      [48, 16],
      ['inner', 'rows'],
    ],
  ])('takes queries and keys out of one tensor %j', (shape, layout) => {
    const chosen = firstChoice([tensor('attn.qkv.weight', shape)])
    expect(chosen.qPart).toMatchObject({ layout, heads: 3, head: 0 })
    expect(chosen.kPart).toMatchObject({ layout, heads: 3, head: 1 })
    expect(chosen.inner.count).toBe(8)
  })
})

describe('changed', () => {
  it('keys follow the head of the queries; of fewer, each is for several', () => {
    const tensors = [tensor('q', [8, 20, 4]), tensor('k', [2, 20, 4])]
    const chosen = firstChoice(tensors)
    const heads = [0, 3, 4, 7].map((head) => changed(tensors, chosen, { side: 'q', part: { head } }))
    expect(heads.map(({ kPart }) => kPart.head)).toEqual([0, 0, 1, 1])
  })
  it('keys have as many heads in their columns where they can', () => {
    const tensors = [tensor('q', [20, 48]), tensor('k', [20, 32])]
    const split = (heads: number) => changed(tensors, firstChoice(tensors), { side: 'q', part: { heads } })
    expect(split(4)).toMatchObject({ kPart: { heads: 4 }, inner: { count: 4 } })
    expect(split(3).kPart.heads).toBe(1)
  })
  it('queries and keys side by side in one tensor stay a third of its columns apart', () => {
    const tensors = [tensor('h.0.attn.c_attn.weight', [30, 72])]
    const split = changed(tensors, firstChoice(tensors), { side: 'q', part: { heads: 36 } })
    expect([split.qPart.head, split.kPart.head, split.kPart.heads]).toEqual([0, 12, 36])
    const fifth = changed(tensors, split, { side: 'q', part: { head: 4 } })
    expect([fifth.qPart.head, fifth.kPart.head]).toEqual([4, 16])
    const last = changed(tensors, fifth, { side: 'q', part: { head: 35 } })
    expect([last.qPart.head, last.kPart.head]).toEqual([35, 35])
  })
  it('another embedding keeps the entries inside, another tensor begins anew', () => {
    const tensors = [tensor('q', [20, 10]), tensor('k', [20, 10]), tensor('other', [9, 5, 3])]
    const single = changed(tensors, firstChoice(tensors), { embedding: 'lift' })
    expect(single).toMatchObject({ embedding: 'lift', inner: { numbers: 1, count: 10 } })
    const all = changed(tensors, single, { inner: { first: 4 } })
    expect(all.inner).toMatchObject({ first: 4, count: 6 })
    expect(changed(tensors, all, { embedding: 'polar' }).inner).toMatchObject({
      numbers: 2,
      first: 4,
      count: 1,
    })
    const other = changed(tensors, all, { side: 'q', tensor: 2 })
    expect(other).toMatchObject({ q: 2, embedding: 'hyperboloid', qPart: { rows: 9 } })
    expect(embeddingsOf(tensors, other).map(({ numbers }) => numbers)).toEqual([3, 3])
  })
})

describe('shownName', () => {
  it('shows nothing invisible and nothing that turns the text around', () => {
    expect(shownName('a\u202eb\u0000c\nd\ud800')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd')
  })
  it('keeps both ends of a long name, whole characters of them', () => {
    const shown = shownName(`start${'x'.repeat(10 ** 6)}end`, 21)
    expect(shown).toBe(`start${'x'.repeat(5)}…${'x'.repeat(7)}end`)
    expect(shownName('𝑸'.repeat(100), 11)).toBe(`${'𝑸'.repeat(5)}…${'𝑸'.repeat(5)}`)
  })
})
