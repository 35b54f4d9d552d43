import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSafetensors } from '../../../src/document/safetensors'
import { readView, type Tensor } from '../../../src/document/tensor'
import { checkTensor, viewOf } from '../../../src/document/tensorLayout'
import { firstChoice } from '../../../src/document/tensorChoice'
import { writeSafetensors } from '../../../src/document/writeSafetensors'
import { seeded } from '../arbitraries'
import { f32, inMemory, safetensors } from '../../safetensors'

const bits = fc.bigInt(0n, 2n ** 64n - 1n).map((n) => {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, n)
  const value = view.getFloat64(0)
  return Number.isFinite(value) ? value : 0
})
const table = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([rows, columns]) =>
    fc.record({
      shape: fc.constant([rows, columns]),
      values: fc.array(bits, { minLength: rows * columns, maxLength: rows * columns }),
      isSingle: fc.boolean(),
    }),
  )
const tables = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), table), {
  selector: ([name]) => name,
  maxLength: 5,
})

const isWellFormed = (text: string) => !/\p{Cs}/u.test(text)

async function numbersOf(tensor: Tensor): Promise<number[]> {
  const [rows = 0, columns = 0] = tensor.shape
  const steps = (count: number, stride: number) => ({ count, stride })
  const view = { rows: steps(rows, columns), columns: steps(columns, 1), numbers: steps(1, 1) }
  const matrix = await readView({ tensor, offset: 0, ...view, place: () => '' })
  return 'problem' in matrix ? [] : [...matrix.values]
}

it('what is written is read back bit for bit, names and metadata of any text, and twice the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.dictionary(fc.string({ unit: 'binary' }), fc.string()),
      async (given, metadata) => {
        const named = given.filter(([name]) => name !== '__metadata__' && isWellFormed(name))
        const texts = Object.fromEntries(Object.entries(metadata).filter(([key]) => isWellFormed(key)))
        const written = named.map(([name, { shape, values, isSingle }]) => {
          const single = Float32Array.from(values, (x) => (Number.isFinite(Math.fround(x)) ? x : 1))
          return { name, shape, values: isSingle ? single : Float64Array.from(values) }
        })
        const file = writeSafetensors(written, texts)
        expect(writeSafetensors([...written].reverse(), texts)).toEqual(file)
        expect(new DataView(file.buffer).getBigUint64(0, true) % 8n).toBe(0n)
        const read = await readSafetensors(inMemory(file))
        if ('problem' in read) throw new Error(read.problem)
        expect(read.length).toBe(written.length)
        for (const { name, shape, values } of written) {
          const tensor = read.find((one) => one.name === name)!
          expect(tensor.shape).toEqual(shape)
          const numbers = await numbersOf(tensor)
          expect(numbers.length).toBe(values.length)
          numbers.forEach((x, n) => expect(Object.is(x, values[n])).toBe(true))
        }
      },
    ),
    seeded(300),
  )
})

it('4000 files that were tampered with are read or refused in a sentence, quickly, and nothing outside them is read', async () => {
  const whole = safetensors(
    {
      'q.weight': { dtype: 'F32', shape: [3, 2, 4], bytes: f32(Array.from({ length: 24 }, (_, n) => n - 7)) },
      'k.weight': { dtype: 'F32', shape: [3, 2, 4], bytes: f32(Array.from({ length: 24 }, (_, n) => n / 7)) },
      v: { dtype: 'BOOL', shape: [2], bytes: Buffer.of(0, 1) },
    },
    { format: 'pt' },
  )
  const headerEnd = 8 + Number(whole.readBigUInt64LE(0))
  const digits = '0123456789-.eE[]{}",:\\ '
  const inHeader = fc.integer({ min: 8, max: headerEnd - 1 })
  const change = fc.oneof(
    fc.record({ at: fc.nat(headerEnd - 1), byte: fc.nat(255) }),
    fc.record({ at: inHeader, byte: fc.constantFrom(...Buffer.from(digits)) }),
    {
      weight: 6,
      arbitrary: fc.record({ at: fc.integer({ min: headerEnd, max: whole.length - 1 }), byte: fc.nat(255) }),
    },
  )
  const cut = fc.option(fc.nat(whole.length), { freq: 8, nil: undefined })
  let count = 0
  let readable = 0
  const begin = performance.now()
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), cut, async (changes, length) => {
      count++
      const bytes = Buffer.from(whole)
      for (const { at, byte } of changes) bytes[at] = byte
      const file = inMemory(bytes.subarray(0, length))
      const read = await readSafetensors(file)
      if ('problem' in read) {
        expect(read.problem).toMatch(/^[^\p{Cc}]{10,300}$/u)
        return
      }
      readable++
      const choosable = read.filter((one) => checkTensor(one) === undefined)
      if (choosable.length === 0) return
      const { q, qPart, inner } = firstChoice(choosable)
      const view = viewOf(choosable[q]!, qPart, inner)
      // The place of a number that is not finite is named; a view inside the tensor never reads outside the file.
      if (!('problem' in view)) await readView(view)
    }),
    seeded(4000),
  )
  expect(count).toBeGreaterThanOrEqual(4000)
  expect(readable).toBeGreaterThan(100)
  expect(count - readable).toBeGreaterThan(1000)
  expect((performance.now() - begin) / count).toBeLessThan(10)
})
