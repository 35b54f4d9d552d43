import { describe, expect, it } from 'vitest'
import type { Matrix } from '../../../src/document/matrix'
import { readNpy, writeNpy } from '../../../src/document/npy'
import { npyFixtures } from './npyFixtures'

const bytesOf = (name: keyof typeof npyFixtures) => new Uint8Array(Buffer.from(npyFixtures[name], 'base64'))
const read = (name: keyof typeof npyFixtures) => {
  const matrix = readNpy(bytesOf(name))
  return 'problem' in matrix ? matrix : { ...matrix, values: [...matrix.values] }
}
const points = [1, 2, -0.5, 0.25, 0, 3, 4, 1, 0.125, 8, -1, 1]

describe('reads what NumPy writes', () => {
  it('float64, version 1', () => {
    expect(read('float64')).toEqual({ rows: 2, columns: 3, numbers: 1, values: [1, -2.5, 1e-9, 3, 0.1, 7] })
  })
  it('big-endian float32 in Fortran order, version 2', () => {
    const values = [1, -2.5, 1e-9, 3, 0.1, 7].map(Math.fround)
    expect(read('float32BigEndianFortran2')).toEqual({ rows: 2, columns: 3, numbers: 1, values })
  })
  it('complex128 in Fortran order', () => {
    expect(read('complex128Fortran')).toEqual({ rows: 3, columns: 2, numbers: 2, values: points })
  })
  it('big-endian complex64, version 3', () => {
    expect(read('complex64BigEndian3')).toEqual({ rows: 3, columns: 2, numbers: 2, values: points })
  })
  it('(m, n, 2)', () => {
    expect(read('pairs')).toEqual({ rows: 3, columns: 2, numbers: 2, values: points })
  })
  it('(m, n, 3) in Fortran order', () => {
    const values = Array.from({ length: 12 }, (_, n) => n / 8)
    expect(read('triplesFortran')).toEqual({ rows: 2, columns: 2, numbers: 3, values })
  })
  it('int64', () => {
    expect(read('int64')).toEqual({ rows: 2, columns: 2, numbers: 1, values: [1, -2, 3, 2 ** 40] })
  })
  it('from a view that does not begin its buffer', () => {
    const bytes = bytesOf('float64')
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(readNpy(shifted.subarray(3))).toEqual(readNpy(bytes))
  })
})

describe('refuses, in one sentence', () => {
  it.each([
    [
      'booleans',
      `numbers of type "|b1" cannot be read; float64, float32, complex128, complex64 and integers can`,
    ],
    ['vector', 'shape (2,) is none of (m, n), (m, n, 2), (m, n, 3)'],
    ['large', 'a matrix has 1 to 64 rows and columns, this one is 65 × 1'],
  ] as const)('%s', (name, sentence) => {
    expect(read(name)).toEqual({ problem: sentence })
  })
  it('a file cut at any byte, naming that byte', () => {
    const bytes = bytesOf('complex64BigEndian3')
    for (let length = 0; length < bytes.length; length++) {
      const result = readNpy(bytes.subarray(0, length)) as { problem: string }
      expect(result.problem).toContain(length < 6 ? 'byte 0' : `ends at byte ${length}`)
    }
  })
  it('another version', () => {
    const bytes = bytesOf('float64')
    bytes[6] = 4
    expect(readNpy(bytes)).toEqual({ problem: 'byte 6: version 4 of .npy is not known, 1 to 3 are' })
  })
  it('a header length of 4 GB before anything is allocated', () => {
    const bytes = bytesOf('float32BigEndianFortran2')
    bytes.set([255, 255, 255, 255], 8)
    expect(readNpy(bytes)).toEqual({
      problem: 'byte 8: a header of 4294967295 bytes is too long to be one',
    })
  })
})

describe('writeNpy', () => {
  it('writes byte for byte what NumPy writes', () => {
    const real: Matrix = {
      rows: 2,
      columns: 3,
      numbers: 1,
      values: Float64Array.of(1, -2.5, 1e-9, 3, 0.1, 7),
    }
    expect(writeNpy(real)).toEqual(bytesOf('float64'))
  })
  it('is read back, complex and (m, n, 3)', () => {
    const complex: Matrix = { rows: 3, columns: 2, numbers: 2, values: Float64Array.from(points) }
    const triples: Matrix = { rows: 2, columns: 2, numbers: 3, values: Float64Array.from(points) }
    expect(readNpy(writeNpy(complex))).toEqual(complex)
    expect(readNpy(writeNpy(triples))).toEqual(triples)
  })
})
