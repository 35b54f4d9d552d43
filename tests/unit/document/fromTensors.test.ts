import { describe, expect, it } from 'vitest'
import { embeddingNamed } from '../../../src/document/embeddings'
import { openFile } from '../../../src/document/files'
import {
  baseProduct,
  documentFromTensors,
  readChoice,
  titleOf,
  unitSpread,
} from '../../../src/document/fromTensors'
import { documentFromJson, documentToJson } from '../../../src/document/schema'
import type { Tensor } from '../../../src/document/tensor'
import { changed, firstChoice, type Change, type Chosen } from '../../../src/document/tensorChoice'
import { f32, f64, inMemory, safetensors } from '../../safetensors'
import type { Document } from '../../../src/document/document'

const qValues = [0.5, -1, 0.25, 2, -0.75, 0, 1, 1.5]
const kValues = [-0.5, 0.5, 1.25, -2, 0, 0.125, 3, -1]
const file = (q = qValues, k = kValues) =>
  safetensors({
    'attn.q': { dtype: 'F64', shape: [2, 4], bytes: f64(q) },
    'attn.k': { dtype: 'F32', shape: [2, 4], bytes: f32(k) },
  })

async function tensorsOf(bytes: Uint8Array, name = 'm.safetensors'): Promise<readonly Tensor[]> {
  const content = await openFile(name, inMemory(bytes))
  if ('problem' in content) throw new Error(content.problem)
  return 'tensors' in content ? (content.tensors ?? []) : []
}

async function made(bytes: Uint8Array, ...changes: Change[]): Promise<Document | string> {
  const tensors = await tensorsOf(bytes)
  const chosen = changes.reduce<Chosen>((now, by) => changed(tensors, now, by), firstChoice(tensors))
  const { q, k, qPart, kPart, inner, embedding } = chosen
  const read = await readChoice({ q: tensors[q]!, k: tensors[k]!, qPart, kPart, inner })
  if ('problem' in read) return read.problem
  const document = documentFromTensors(read, embeddingNamed(embedding)!, 'title')
  return 'problem' in document ? document.problem : document
}

describe('documentFromTensors', () => {
  it('has the rows of Q as rows of A, and those of K as columns of B', async () => {
    const document = (await made(file(), { embedding: 'lift' })) as Document
    expect(document.a).toEqual([qValues.slice(0, 4), qValues.slice(4)].map((row) => row.map((x) => [x, 1])))
    expect(document.b).toEqual(
      [0, 1, 2, 3].map((i) => [
        [kValues[i], 1],
        [kValues[4 + i], 1],
      ]),
    )
    expect(document).toMatchObject({ title: 'title', element: [1, 0, 0, 1], move: 'both', classifier: null })
  })

  it('on the line C is the sum of |q - k|, and β makes the logits spread by 1', async () => {
    const document = (await made(file(), { embedding: 'real' })) as Document
    const c = [0, 4].flatMap((q) =>
      [0, 4].map((k) =>
        [0, 1, 2, 3].reduce((sum, i) => sum + Math.abs(qValues[q + i]! - kValues[k + i]!), 0),
      ),
    )
    expect([...baseProduct(document)]).toEqual(c)
    const mean = c.reduce((sum, x) => sum + x) / 4
    const deviation = Math.sqrt(c.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 4)
    expect(document.head).toEqual({ rule: 'fixed', task: null, beta: Number((1 / deviation).toPrecision(3)) })
  })

  it('pairs of columns are points: (mean, log deviation), and polar coordinates about i', async () => {
    const normal = (await made(file(), { embedding: 'logNormal' })) as Document
    expect(normal.a[0]).toEqual([
      [0.5 / Math.SQRT2, Math.exp(-1)],
      [0.25 / Math.SQRT2, Math.exp(2)],
    ])
    // From i straight up by 2, and by 1.5 to the right, where x² + y² = 1 and cosh ρ(i, z) = 1/y.
    const polar = (await made(file([0, 2, 1.5, 0, 0, 0, 0, -1]), { embedding: 'polar' })) as Document
    const [[up, right], [still, down]] = polar.a as unknown as [number, number][][] as [
      [[number, number], [number, number]],
      [[number, number], [number, number]],
    ]
    expect(up[0]).toBeCloseTo(0, 14)
    expect(up[1]).toBeCloseTo(Math.exp(2), 13)
    expect(right[0]).toBeCloseTo(Math.tanh(1.5), 14)
    expect(right[1]).toBeCloseTo(1 / Math.cosh(1.5), 14)
    expect(still).toEqual([0, 1])
    expect(down[1]).toBeCloseTo(Math.exp(-1), 14)
  })

  it('is a document that scripts and files take back', async () => {
    const document = (await made(file(), { embedding: 'polar' })) as Document
    expect(documentFromJson(documentToJson(document), document)).toEqual({ document })
  })

  it.each<[string, Change, RegExp]>([
    ['a NaN', { embedding: 'lift' }, /^Q, "attn.q": row 2, column 3: NaN is not a finite number$/],
    ['a NaN that is not chosen', { inner: { first: 0, count: 1 } }, /^$/],
  ])('%s', async (_, change, sentence) => {
    const result = await made(file(qValues.with(6, NaN)), { embedding: 'lift' }, change)
    expect(typeof result === 'string' ? result : '').toMatch(sentence)
  })

  it('names the place of a number that is no point', async () => {
    expect(await made(file(), { embedding: 'disk' })).toMatch(
      /^Q, "attn.q": row 1, column 1: the point must lie inside the unit disk, got \(0.5, -1\)$/,
    )
    expect(await made(file(qValues, [...kValues.slice(0, 7), 1e3]), { embedding: 'logNormal' })).toMatch(
      /^K, "attn.k": row 2, column 3: Im must be a finite number, got Infinity$/,
    )
  })
})

it('unitSpread is 1 where C is constant, or varies so little that β would leave its range', () => {
  expect(unitSpread(Float64Array.of(2, 2, 2))).toBe(1)
  expect(unitSpread(Float64Array.of(1, 1 + 1e-9))).toBe(1)
  expect(unitSpread(Float64Array.of(0, 4))).toBe(0.5)
})

it('titleOf is one line of at most 200 characters, whatever the names are', () => {
  expect(titleOf('model.safetensors', 'attn.q', 'attn.k')).toBe('model.safetensors: attn.q and attn.k')
  const title = titleOf('x'.repeat(500), '\u202e\n'.repeat(300), '𝑸'.repeat(300))
  expect(title.length).toBeLessThanOrEqual(200)
  expect(title).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
})

describe('openFile', () => {
  const npy = (shape: string, numbers: readonly number[]) => {
    const dictionary = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}, }\n`
    const head = Buffer.from(`\x93NUMPY\x01\x00${String.fromCharCode(dictionary.length)}\x00`, 'latin1')
    return Buffer.concat([head, Buffer.from(dictionary), f64(numbers)])
  }
  const count = (n: number) => Array.from({ length: n }, (_, i) => i)

  it('an array of two matrices is Q and K', async () => {
    const tensors = await tensorsOf(npy('(2, 3, 4)', count(24)), 'both.npy')
    expect(tensors.map(({ name, shape }) => [name, shape])).toEqual([
      ['both[0]', [3, 4]],
      ['both[1]', [3, 4]],
    ])
    const { qPart, kPart } = firstChoice(tensors)
    const inner = { numbers: 1, pairing: 'neighbours', first: 0, count: 4 } as const
    const read = await readChoice({ q: tensors[0]!, k: tensors[1]!, qPart, kPart, inner })
    expect('problem' in read ? read : [[...read.q.values], [...read.k.values]]).toEqual([
      count(12),
      count(24).slice(12),
    ])
  })
  it('a small matrix may be Q or K as well, a large one only that', async () => {
    expect(await openFile('q.npy', inMemory(npy('(2, 3)', count(6))))).toMatchObject({
      kind: 'matrix',
      matrix: { rows: 2, columns: 3 },
      tensors: [{ name: 'q', shape: [2, 3] }],
    })
    expect(await openFile('q.npy', inMemory(npy('(65, 2)', count(130))))).toMatchObject({ kind: 'tensors' })
  })
  it.each<[string, Buffer, RegExp]>([
    ['a vector', npy('(3,)', count(3)), /^"a.npy": shape \(3,\) is none of/],
    [
      'a file that was cut',
      npy('(65, 2)', count(129)),
      /^"a.npy": the file ends at byte \d+, but its 65 × 2 numbers need \d+$/,
    ],
  ])('%s is refused', async (_, bytes, sentence) => {
    const content = await openFile('a.npy', inMemory(bytes))
    expect('problem' in content ? content.problem : '').toMatch(sentence)
  })
  it('a table of 2 GB is refused before it is read, and so is a file that can no longer be read', async () => {
    const large = { ...inMemory(Buffer.alloc(16, '1,')), size: 2 ** 31 }
    expect(await openFile('a.csv', large)).toEqual({
      problem: '"a.csv": 2048 MB is too large, at most 64 MB are read',
    })
    expect(large.taken()).toBe(16)
    const gone = { size: 100, read: () => Promise.reject(new Error('it was moved')) }
    expect(await openFile('a.npy', gone)).toEqual({ problem: '"a.npy" cannot be read: it was moved' })
  })
})
