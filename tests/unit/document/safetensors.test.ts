import { describe, expect, it } from 'vitest'
import { isSafetensors, maxHeaderBytes, readSafetensors } from '../../../src/document/safetensors'
import { readView, type Tensor } from '../../../src/document/tensor'
import { writeSafetensors } from '../../../src/document/writeSafetensors'
import { f32, inMemory, safetensors, withHeader } from '../../safetensors'

/** Written with Python's struct and json, and NumPy for the numbers. */
const fixture = Buffer.from(
  '1gIAAAAAAAB7Il9fbWV0YWRhdGFfXyI6IHsiZm9ybWF0IjogInB0In0sICJhLnFfcHJvaiI6IHsiZHR5cGUiOiAiRjE2IiwgInNoYXBlIjogWzIsIDNdLCAiZGF0YV9vZmZzZXRzIjogWzAsIDEyXX0sICJhLmtfcHJvaiI6IHsiZHR5cGUiOiAiQkYxNiIsICJzaGFwZSI6IFsyLCAzXSwgImRhdGFfb2Zmc2V0cyI6IFsxMiwgMjRdfSwgImYzMiI6IHsiZHR5cGUiOiAiRjMyIiwgInNoYXBlIjogWzZdLCAiZGF0YV9vZmZzZXRzIjogWzI0LCA0OF19LCAiZjY0IjogeyJkdHlwZSI6ICJGNjQiLCAic2hhcGUiOiBbMSwgMiwgM10sICJkYXRhX29mZnNldHMiOiBbNDgsIDk2XX0sICJpNjQiOiB7ImR0eXBlIjogIkk2NCIsICJzaGFwZSI6IFsyXSwgImRhdGFfb2Zmc2V0cyI6IFs5NiwgMTEyXX0sICJ1OCI6IHsiZHR5cGUiOiAiVTgiLCAic2hhcGUiOiBbM10sICJkYXRhX29mZnNldHMiOiBbMTEyLCAxMTVdfSwgImJvb2wiOiB7ImR0eXBlIjogIkJPT0wiLCAic2hhcGUiOiBbMl0sICJkYXRhX29mZnNldHMiOiBbMTE1LCAxMTddfSwgImY4IjogeyJkdHlwZSI6ICJGOF9FNE0zIiwgInNoYXBlIjogWzJdLCAiZGF0YV9vZmZzZXRzIjogWzExNywgMTE5XX0sICJzY2FsYXIiOiB7ImR0eXBlIjogIkYzMiIsICJzaGFwZSI6IFtdLCAiZGF0YV9vZmZzZXRzIjogWzExOSwgMTIzXX0sICJub25lIjogeyJkdHlwZSI6ICJGMzIiLCAic2hhcGUiOiBbMCwgNF0sICJkYXRhX29mZnNldHMiOiBbMTIzLCAxMjNdfX1mLgDB/3sBAFU1AADMPSDAf0eAM6o+AADNzMw9AAAgwADgf0dZ2YAzq6qqPgAAAACamZmZmZm5PwAAAAAAAATAAAAAAAD870AraaQpKxtwPlVVVVVVVdU/AAAAAAAAAAAAAAAAAP///wcAAAAAAAAAAMj/AAEAAQAAIEA=',
  'base64',
)

async function read(bytes: Uint8Array): Promise<readonly Tensor[]> {
  const tensors = await readSafetensors(inMemory(bytes))
  if ('problem' in tensors) throw new Error(tensors.problem)
  return tensors
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await readSafetensors(inMemory(bytes))
  return 'problem' in result ? result.problem : 'is read'
}

/** All numbers of a tensor, in its order. */
async function values(tensor: Tensor): Promise<number[]> {
  const count = tensor.shape.reduce((product, size) => product * size, 1)
  const one = { count: 1, stride: 1 }
  const view = { tensor, offset: 0, rows: one, columns: { count, stride: 1 }, numbers: one, place: () => '' }
  const matrix = await readView(view)
  if ('problem' in matrix) throw new Error(matrix.problem)
  return [...matrix.values]
}

describe('reads', () => {
  it('every type of number as NumPy and struct write it, and lists the others', async () => {
    const tensors = await read(fixture)
    const all: Record<string, string | number[]> = {}
    for (const one of tensors) {
      all[one.name] = one.type && !one.shape.includes(0) ? await values(one) : one.dtype
    }
    const given = [0.1, -2.5, 65504, 6e-8, 1 / 3, 0]
    expect(all).toEqual({
      'a.q_proj': [0.0999755859375, -2.5, 65504, 2 ** -24, 0.333251953125, 0],
      'a.k_proj': [0.099609375, -2.5, 65280, 5.960464477539063e-8, 0.33203125, 0],
      f32: given.map(Math.fround),
      f64: given,
      i64: [-(2 ** 40), 7],
      u8: [0, 200, 255],
      bool: 'BOOL',
      f8: 'F8_E4M3',
      scalar: [2.5],
      none: 'F32',
    })
    expect(tensors.map(({ shape }) => shape).slice(0, 4)).toEqual([[2, 3], [2, 3], [6], [1, 2, 3]])
  })

  it('the header of a file of 2 GB and nothing else', async () => {
    const size = 2 ** 31
    const header = { q_proj: { dtype: 'F16', shape: [2 ** 19, 2 ** 11], data_offsets: [0, size] } }
    const start = withHeader(JSON.stringify(header))
    let taken = 0
    const tensors = await readSafetensors({
      size: start.length + size,
      read: (from, to) => {
        taken += to - from
        return Promise.resolve(start.subarray(from, to))
      },
    })
    expect(tensors).toMatchObject([{ name: 'q_proj', start: start.length }])
    expect(taken).toBe(start.length)
  })

  it('names of every kind as own names', async () => {
    const stored = { dtype: 'U8', shape: [1], bytes: Buffer.of(7) }
    const header = `{"__proto__":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"constructor":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}`
    expect((await read(withHeader(header, Buffer.of(1, 2)))).map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
    ])
    expect((await read(safetensors({ '': stored, 'ключ "x"': stored }))).map(({ name }) => name)).toEqual([
      '',
      'ключ "x"',
    ])
  })
})

describe('refuses, in one sentence', () => {
  const one = (fields: string, data = Buffer.alloc(4)) => withHeader(`{"w":{${fields}}}`, data)
  it.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /^the file ends at byte 0, inside the length of the header$/],
    [
      'a length of 2^63',
      Buffer.concat([Buffer.alloc(7), Buffer.of(0x80)]),
      /^byte 0: a header of 9.*too long/,
    ],
    [
      'a header that was cut',
      fixture.subarray(0, 100),
      /^the file ends at byte 100, inside the header, which needs 734$/,
    ],
    ['a header that is a list', withHeader('[]'), /^byte 8: the header does not begin with \{$/],
    ['broken JSON', withHeader('{"w":'), /^the header is not valid JSON/],
    ['no UTF-8', withHeader('{"\xff'.concat('"}')).fill(0xff, 10, 12), /^the header is not valid JSON/],
    [
      'a tensor of null',
      withHeader('{"w":null}'),
      /^tensor "w": must be \{dtype, shape, data_offsets\}, got null$/,
    ],
    ['no dtype', one('"shape":[1],"data_offsets":[0,4]'), /^tensor "w": its dtype undefined is not known$/],
    [
      'an unknown dtype',
      one('"dtype":"toString","shape":[1],"data_offsets":[0,4]'),
      /its dtype "toString" is not/,
    ],
    ['a negative size', one('"dtype":"F32","shape":[-1],"data_offsets":[0,4]'), /its shape is not a list/],
    ['a size of 1.5', one('"dtype":"F32","shape":[1.5],"data_offsets":[0,6]'), /its shape is not a list/],
    ['three offsets', one('"dtype":"F32","shape":[1],"data_offsets":[0,4,8]'), /not two whole numbers/],
    [
      'offsets of another size',
      one('"dtype":"F32","shape":[2],"data_offsets":[0,4]'),
      /takes 8 bytes, its data_offsets say 4$/,
    ],
    ['offsets backwards', one('"dtype":"F32","shape":[1],"data_offsets":[4,0]'), /say -4$/],
    [
      'more than 2^53 bytes',
      one('"dtype":"F64","shape":[9007199254740991,9007199254740991],"data_offsets":[0,4]'),
      /takes/,
    ],
    [
      'a file that was cut',
      fixture.subarray(0, -1),
      /^the file ends at byte 122 of its numbers, tensor "scalar" needs 123$/,
    ],
    [
      'bytes that belong to none',
      Buffer.concat([fixture, Buffer.alloc(3)]),
      /^3 bytes after the last tensor/,
    ],
    [
      'a gap',
      one('"dtype":"F32","shape":[1],"data_offsets":[4,8]', Buffer.alloc(8)),
      /begins at byte 4 of the numbers, the one before it ends at 0/,
    ],
    ['metadata that are no text', withHeader('{"__metadata__":{"step":3}}'), /metadata/],
    [
      'a name twice',
      withHeader(
        '{"w":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"\\u0077":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}',
        Buffer.alloc(4),
      ),
      /^the header has the field "w" twice$/,
    ],
    [
      'a field twice',
      one('"dtype":"F32","dtype":"I32","shape":[1],"data_offsets":[0,4]'),
      /the field "dtype" twice/,
    ],
  ])('%s', async (_, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence)
  })

  it('two tensors in the same bytes', async () => {
    const header = {
      a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
      b: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
    }
    expect(await refusal(withHeader(JSON.stringify(header), Buffer.alloc(4)))).toMatch(
      /begins at byte 0 .* ends at 4/,
    )
  })

  it('a header that is too long before anything of it is read', async () => {
    const start = Buffer.alloc(8)
    start.writeBigUInt64LE(BigInt(maxHeaderBytes + 1))
    const file = { ...inMemory(start), size: 2 ** 40 }
    expect(await readSafetensors(file)).toMatchObject({
      problem: expect.stringContaining('too long') as string,
    })
    expect(file.taken()).toBe(8)
  })
})

it('isSafetensors knows it by its first bytes, and no text or .npy for one', () => {
  expect(isSafetensors(fixture.subarray(0, 16))).toBe(true)
  expect(isSafetensors(fixture.subarray(0, 8))).toBe(false)
  for (const text of ['{"a":1,"b":{"c":2}}', '1,2,3\n4,5,{', '\x93NUMPY\x01\x00{']) {
    expect(isSafetensors(Buffer.from(text, 'latin1'))).toBe(false)
  }
})

describe('writes byte for byte', () => {
  // The bytes are those that the tests of the reference implementation state.
  const numbers = Float32Array.of(0, 1, 2, 3, 4, 5)
  const data = f32([0, 1, 2, 3, 4, 5])
  it('what the reference writes', () => {
    const header = '{"attn.0":{"dtype":"F32","shape":[1,2,3],"data_offsets":[0,24]}}'
    const wanted = Buffer.concat([Buffer.of(64, 0, 0, 0, 0, 0, 0, 0), Buffer.from(header), data])
    expect(
      Buffer.from(writeSafetensors([{ name: 'attn.0', shape: [1, 2, 3], values: numbers }], {})),
    ).toEqual(wanted)
  })
  it('with spaces that align the numbers', () => {
    const header = '{"attn0":{"dtype":"F32","shape":[1,1,2,3],"data_offsets":[0,24]}}       '
    const wanted = Buffer.concat([Buffer.of(72, 0, 0, 0, 0, 0, 0, 0), Buffer.from(header), data])
    expect(
      Buffer.from(writeSafetensors([{ name: 'attn0', shape: [1, 1, 2, 3], values: numbers }], {})),
    ).toEqual(wanted)
  })
  it('no tensor, with metadata', () => {
    const wanted = Buffer.concat([
      Buffer.of(40, 0, 0, 0, 0, 0, 0, 0),
      Buffer.from('{"__metadata__":{"framework":"pt"}}     '),
    ])
    expect(Buffer.from(writeSafetensors([], { framework: 'pt' }))).toEqual(wanted)
  })
})
