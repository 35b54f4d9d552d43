import { describe, expect, it } from 'vitest'
import { maxFileBytes, readFile } from '../../../src/document/files'
import { presetNamed } from '../../../src/document/presets'
import { documentToJson } from '../../../src/document/schema'
import { npyFixtures } from './npyFixtures'

const bytes = (text: string) => new TextEncoder().encode(text)
const problemOf = (name: string, content: string | Uint8Array) => {
  const read = readFile(name, typeof content === 'string' ? bytes(content) : content)
  return 'problem' in read ? read.problem : undefined
}
const matrix = (rows: number, columns: number, numbers: number, values: number[]) => ({
  kind: 'matrix',
  matrix: { rows, columns, numbers, values: Float64Array.from(values) },
})

describe('readFile', () => {
  it('opens a document', () => {
    const { document } = presetNamed('line2')!
    const text = JSON.stringify(documentToJson(document))
    expect(readFile('a.json', bytes(text))).toEqual({ kind: 'document', document })
    expect(readFile('a.txt', bytes(text).buffer)).toEqual({ kind: 'document', document })
  })
  it('a document that names no title gets none, not that of a preset', () => {
    expect(readFile('a.json', bytes('{"space":"line","a":[[1]],"b":[[2]]}'))).toMatchObject({
      document: { title: '', space: 'line', a: [[1]], b: [[2]], selection: [0, 0] },
    })
  })
  it.each([
    ['m.csv', '1,2\n3,4', matrix(2, 2, 1, [1, 2, 3, 4])],
    ['m.TSV', '1\t2+i', matrix(1, 2, 2, [1, 0, 2, 1])],
    ['m.json', '[[1,2],[3,4]]', matrix(2, 2, 1, [1, 2, 3, 4])],
    ['m.json', '[[[1,2]],[[3,4]]]', matrix(2, 1, 2, [1, 2, 3, 4])],
    ['m.json', '[[[1,2,3]]]', matrix(1, 1, 3, [1, 2, 3])],
  ])('%s', (name, text, expected) => {
    expect(readFile(name, bytes(text))).toEqual(expected)
  })
  it('.npy by its content, whatever its name', () => {
    const content = new Uint8Array(Buffer.from(npyFixtures.float64, 'base64'))
    expect(readFile('weights.bin', content)).toEqual(matrix(2, 3, 1, [1, -2.5, 1e-9, 3, 0.1, 7]))
  })
  it('the UTF-16 text of a spreadsheet', () => {
    const content = new Uint8Array(Buffer.from('\ufeff1\t2,5\r\n', 'utf16le'))
    expect(readFile('m.txt', content)).toEqual(matrix(1, 2, 1, [1, 2.5]))
  })

  it.each([
    ['m.csv', '', '"m.csv": the file is empty'],
    ['m.npy', '1,2', '"m.npy": byte 0: this is not a .npy file, which begins with \\x93NUMPY'],
    [
      'm.xlsx',
      'PK\u0003',
      '"m.xlsx": this is an archive (.xlsx, .npz, .pt, .zip): save one sheet as .csv, one array as .npy or a model as .safetensors',
    ],
    ['m.csv', '1,2\n3,x', '"m.csv": row 2, column 2: "x": "x" is not known (pi, sqrt, exp, log and i are)'],
    ['m.csv', '1,\u0000', '"m.csv": character 2 is no text: this is a file of another kind'],
    ['m.json', '{}', '"m.json": a document needs both factors, a and b'],
    ['m.json', '7', '"m.json": a document is an object, a matrix is a list of rows'],
    ['m.json', '[1,2]', '"m.json": a matrix is a list of rows, each a list of entries'],
    ['m.json', '[[1,2],[3]]', '"m.json": row 2 does not have 2 entries as row 1 has'],
    ['m.json', '[[1,[2]]]', '"m.json": row 1, column 2: has another count of numbers than the first entry'],
    ['m.json', '[[1,"2"]]', '"m.json": row 1, column 2: is not a number'],
    [
      'm.json',
      '{"version":2,"a":[[1]],"b":[[[0,1]]]}',
      '"m.json": version: the file is from a newer version of this program (its documents are of version 2, here they are of version 1): reload the page to get the newer program, or open the file where it was made',
    ],
  ])('%s with %j is refused', (name, text, sentence) => {
    expect(problemOf(name, text)).toBe(sentence)
  })
  it('says where JSON breaks', () => {
    expect(problemOf('m.json', '{"a": [1,}')).toContain('"m.json": not valid JSON: ')
  })
  it('bytes that are no text', () => {
    expect(problemOf('m.csv', Uint8Array.of(0x31, 0xff, 0x32))).toBe('"m.csv": this is neither text nor .npy')
  })
  it('size before content', () => {
    expect(problemOf('m.npy', new Uint8Array(maxFileBytes + 1))).toBe(
      '"m.npy": 65 MB is too large, at most 64 MB are read',
    )
    expect(problemOf('m.csv', new Uint8Array(9 * 2 ** 20))).toBe(
      '"m.csv": 9 MB of text is more than 64 × 64 entries',
    )
  })
})
