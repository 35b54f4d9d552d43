import { checkMatrixSize, type Matrix } from './matrix'
import { isProblem, problem, quoted, type Problem } from './problem'

/** NumPy's .npy: magic, version, header length, a Python dictionary as text, then the numbers. */

type Read = (view: DataView, at: number, little: boolean) => number

const readers: Readonly<Record<string, readonly [bytes: number, read: Read]>> = {
  f4: [4, (view, at, little) => view.getFloat32(at, little)],
  f8: [8, (view, at, little) => view.getFloat64(at, little)],
  i1: [1, (view, at) => view.getInt8(at)],
  i2: [2, (view, at, little) => view.getInt16(at, little)],
  i4: [4, (view, at, little) => view.getInt32(at, little)],
  i8: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
  u1: [1, (view, at) => view.getUint8(at)],
  u2: [2, (view, at, little) => view.getUint16(at, little)],
  u4: [4, (view, at, little) => view.getUint32(at, little)],
  u8: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
}

interface Header {
  readonly rows: number
  readonly columns: number
  readonly numbers: 1 | 2 | 3
  readonly isComplex: boolean
  readonly isFortran: boolean
  readonly little: boolean
  readonly bytes: number
  readonly read: Read
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]
const maxHeader = 65_536

export function isNpy(bytes: Uint8Array): boolean {
  return magic.every((byte, n) => bytes[n] === byte)
}

export function readNpy(bytes: Uint8Array): Matrix | Problem {
  if (!isNpy(bytes)) return problem('byte 0: this is not a .npy file, which begins with \\x93NUMPY')
  const version = bytes[6]
  if (version === undefined) return problem('the file ends at byte 6, inside the header')
  if (version < 1 || version > 3)
    return problem(`byte 6: version ${version} of .npy is not known, 1 to 3 are`)
  const start = version === 1 ? 10 : 12
  if (bytes.length < start) return problem(`the file ends at byte ${bytes.length}, inside the header`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (length > maxHeader) return problem(`byte 8: a header of ${length} bytes is too long to be one`)
  const end = start + length
  if (bytes.length < end) {
    return problem(`the file ends at byte ${bytes.length}, inside the header, which needs ${end}`)
  }
  const header = readHeader(new TextDecoder('latin1').decode(bytes.subarray(start, end)))
  if (isProblem(header)) return header
  const needed = end + header.bytes * header.rows * header.columns * header.numbers
  if (bytes.length < needed) {
    return problem(
      `the file ends at byte ${bytes.length}, but its ${header.rows} × ${header.columns} numbers need ${needed}`,
    )
  }
  return readData(view, end, header)
}

function readHeader(text: string): Header | Problem {
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1]
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1]
  const shape = /'shape'\s*:\s*\(([\d,\sL]*)\)/.exec(text)?.[1]
  if (descr === undefined) return problem('the header names no simple type of number')
  if (fortran === undefined || shape === undefined) return problem('the header lacks fortran_order or shape')
  const found = /^([<>|=])(?:c(8|16)|([fiu]\d))$/.exec(descr)
  const reader = readers[found?.[2] === undefined ? (found?.[3] ?? '') : `f${Number(found[2]) / 2}`]
  if (!found || !reader) {
    return problem(
      `numbers of type ${quoted(descr)} cannot be read; float64, float32, complex128, complex64 and integers can`,
    )
  }
  const isComplex = found[2] !== undefined
  const sizes = shape
    .split(',')
    .map((size) => size.trim().replace(/L$/, ''))
    .filter((size) => size !== '')
    .map(Number)
  const [rows = 0, columns = 0, numbers = isComplex ? 2 : 1] = sizes
  const isTriple = sizes.length === 3 && !isComplex && (numbers === 2 || numbers === 3)
  if (sizes.length !== 2 && !isTriple) {
    return problem(`shape (${shape.trim()}) is none of (m, n), (m, n, 2), (m, n, 3)`)
  }
  const size = checkMatrixSize(rows, columns)
  if (size) return size
  return {
    rows,
    columns,
    numbers: numbers as 1 | 2 | 3,
    isComplex,
    isFortran: fortran === 'True',
    little: found[1] !== '>',
    bytes: reader[0],
    read: reader[1],
  }
}

/** In Fortran order a complex number stays together, but a last axis of 2 or 3 is the slowest one. */
function fortranIndex({ rows, columns, isComplex }: Header, k: number, i: number, n: number): number {
  return isComplex ? 2 * (k + rows * i) + n : k + rows * (i + columns * n)
}

function readData(view: DataView, start: number, header: Header): Matrix {
  const { rows, columns, numbers, isFortran, little, bytes, read } = header
  const values = new Float64Array(rows * columns * numbers)
  for (let k = 0; k < rows; k++) {
    for (let i = 0; i < columns; i++) {
      for (let n = 0; n < numbers; n++) {
        const to = (k * columns + i) * numbers + n
        values[to] = read(view, start + bytes * (isFortran ? fortranIndex(header, k, i, n) : to), little)
      }
    }
  }
  return { rows, columns, numbers, values }
}

/** The same numbers as .npy, version 1: float64 (m, n) or (m, n, 3), complex128 for pairs. */
export function writeNpy({ rows, columns, numbers, values }: Matrix): Uint8Array {
  const type = numbers === 2 ? '<c16' : '<f8'
  const shape = numbers === 3 ? `(${rows}, ${columns}, 3)` : `(${rows}, ${columns})`
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': ${shape}, }`
  const length = Math.ceil((magic.length + 4 + text.length + 1) / 64) * 64
  const bytes = new Uint8Array(length + 8 * values.length)
  bytes.set([...magic, 1, 0])
  const view = new DataView(bytes.buffer)
  view.setUint16(8, length - 10, true)
  bytes.set(new TextEncoder().encode(`${text.padEnd(length - 11)}\n`), 10)
  for (const [n, value] of values.entries()) view.setFloat64(length + 8 * n, value, true)
  return bytes
}
