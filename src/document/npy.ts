import { checkMatrixSize, type Matrix } from './matrix'
import { magic, readNpyHeader, shapeText, type NpyHeader } from './npyHeader'
import { isProblem, problem, type Problem } from './problem'
import { stridesOf, type Bytes, type Tensor } from './tensor'

/** How an array is a matrix, or why it is none. */
export function matrixShape({
  shape,
  isComplex,
}: NpyHeader): Pick<Matrix, 'rows' | 'columns' | 'numbers'> | Problem {
  const [rows = 0, columns = 0, numbers = isComplex ? 2 : 1] = shape
  const isTriple = shape.length === 3 && !isComplex && (numbers === 2 || numbers === 3)
  if (shape.length !== 2 && !isTriple) {
    return problem(`shape ${shapeText(shape)} is none of (m, n), (m, n, 2), (m, n, 3)`)
  }
  return checkMatrixSize(rows, columns) ?? { rows, columns, numbers: numbers as 1 | 2 | 3 }
}

export function readNpy(bytes: Uint8Array): Matrix | Problem {
  const header = readNpyHeader(bytes)
  if (isProblem(header)) return header
  const shape = matrixShape(header)
  if (isProblem(shape)) return shape
  const cut = cutProblem(header, bytes.length)
  if (cut) return cut
  const { rows, columns, numbers } = shape
  const { start, type, little } = header
  const strides = stepsOf(header)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = new Float64Array(rows * columns * numbers)
  const [alongRows = 0, alongColumns = 0, alongNumbers = 0] = strides
  for (let n = 0; n < values.length; n++) {
    const entry = Math.floor(n / numbers)
    const at =
      Math.floor(entry / columns) * alongRows +
      (entry % columns) * alongColumns +
      (n % numbers) * alongNumbers
    values[n] = type.read(view, start + type.bytes * at, little)
  }
  return { rows, columns, numbers, values }
}

/** In Fortran order a complex number stays together, but a last axis of 2 or 3 is the slowest one. */
function stepsOf({ shape, isComplex, isFortran }: NpyHeader): number[] {
  const strides = stridesOf(shape, isFortran ? 'fortran' : 'c')
  return isComplex ? [...strides.map((stride) => 2 * stride), 1] : strides
}

function cutProblem({ shape, isComplex, type, start }: NpyHeader, size: number): Problem | undefined {
  const count = shape.reduce((product, along) => product * along, isComplex ? 2 : 1)
  const needed = start + type.bytes * count
  return size >= needed
    ? undefined
    : problem(
        `the file ends at byte ${size}, but its ${shape.slice(0, 8).join(' × ')} numbers need ${needed}`,
      )
}

/**
 * The array of a file of any size, of which only the header was read. Of an array of two matrices or more, the first two
 * are Q and K: they come as two tensors. A complex number is the two numbers of its last axis.
 */
export function npyTensors(name: string, header: NpyHeader, file: Bytes): readonly Tensor[] | Problem {
  const cut = cutProblem(header, file.size)
  if (cut) return cut
  const { descr, isComplex, type, little, start } = header
  const shape = isComplex ? [...header.shape, 2] : header.shape
  const whole: Tensor = { file, name, dtype: descr, shape, type, little, start, strides: stepsOf(header) }
  const [first = 0, ...rest] = header.shape
  if (first !== 2 || rest.length < 2) return [whole]
  const half = (n: 0 | 1): Tensor => ({
    ...whole,
    name: `${name}[${n}]`,
    shape: shape.slice(1),
    start: start + n * type.bytes * whole.strides[0]!,
    strides: whole.strides.slice(1),
  })
  return [half(0), half(1)]
}

/** The same numbers as .npy, version 1: float64 (m, n) or (m, n, 3), complex128 for pairs. */
export function writeNpy({ rows, columns, numbers, values }: Matrix): Uint8Array {
  const shape = numbers === 3 ? `(${rows}, ${columns}, 3)` : `(${rows}, ${columns})`
  const { bytes, view, start } = npyOf(numbers === 2 ? '<c16' : '<f8', shape, 8 * values.length)
  for (const [n, value] of values.entries()) view.setFloat64(start + 8 * n, value, true)
  return bytes
}

/** One text as .npy, without a shape: four bytes a character. */
export function writeNpyText(text: string): Uint8Array {
  const signs = Array.from(text, (sign) => sign.codePointAt(0)!)
  const { bytes, view, start } = npyOf(`<U${signs.length}`, '()', 4 * signs.length)
  for (const [n, sign] of signs.entries()) view.setUint32(start + 4 * n, sign, true)
  return bytes
}

/** An array of that many bytes, all 0, which begin at `start`. */
function npyOf(type: string, shape: string, size: number) {
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': ${shape}, }`
  const start = Math.ceil((magic.length + 4 + text.length + 1) / 64) * 64
  const bytes = new Uint8Array(start + size)
  bytes.set([...magic, 1, 0])
  const view = new DataView(bytes.buffer)
  view.setUint16(8, start - 10, true)
  bytes.set(new TextEncoder().encode(`${text.padEnd(start - 11)}\n`), 10)
  return { bytes, view, start }
}
