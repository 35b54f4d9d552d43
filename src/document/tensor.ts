import type { Matrix } from './matrix'
import type { NumberType } from './numberTypes'
import { problem, type Problem } from './problem'

/** A file of any size, of which parts are read. */
export interface Bytes {
  readonly size: number
  /** The bytes from one place up to another, both inside the file; may be rejected. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

/** An array of numbers in a file: where it is, and nothing of it read yet. */
export interface Tensor {
  readonly file: Bytes
  readonly name: string
  /** The type of its numbers, as its format calls it. */
  readonly dtype: string
  readonly shape: readonly number[]
  /** Undefined where numbers of this type are not read. */
  readonly type: NumberType | undefined
  readonly little: boolean
  /** Byte of the first number. */
  readonly start: number
  /** From one number to the next along each axis, in numbers. */
  readonly strides: readonly number[]
}

/** Steps of an array without gaps, the last axis (in Fortran order the first) fastest. */
export function stridesOf(shape: readonly number[], order: 'c' | 'fortran'): number[] {
  const strides = shape.map(() => 1)
  const axes = [...shape.keys()]
  if (order === 'c') axes.reverse()
  let step = 1
  for (const axis of axes) {
    strides[axis] = step
    step *= shape[axis]!
  }
  return strides
}

/** How many numbers, and from one to the next in numbers of the tensor. */
export interface Steps {
  readonly count: number
  readonly stride: number
}

/** Part of a tensor that becomes a matrix. */
export interface View {
  readonly tensor: Tensor
  /** Where it begins, in numbers from the first. */
  readonly offset: number
  readonly rows: Steps
  readonly columns: Steps
  /** Numbers of one entry, of which there are 1, 2 or 3. */
  readonly numbers: Steps
  /** What the file calls this number; indices from 0. */
  readonly place: (row: number, column: number, number: number) => string
}

/** Numbers read along with those that are wanted, for each of these: more would be slower than another read. */
const mostWaste = 64

/** What is read at once: `count` numbers, the first of them `offset` from the beginning of the tensor. */
interface Chunk {
  readonly offset: number
  readonly count: number
}

/**
 * The parts of the file that hold a view. Neighbouring numbers are read together as long as no more than 64 times
 * what is wanted is read with them, so that a few rows of a checkpoint of any size are a few reads.
 */
export function chunksOf({ offset, rows, columns, numbers }: View): Chunk[] {
  const steps = [rows, columns, numbers].sort((p, q) => p.stride - q.stride)
  let span = 1
  let wanted = 1
  while (steps.length > 0) {
    const { count, stride } = steps[0]!
    const next = span + (count - 1) * stride
    if (next > mostWaste * wanted * count) break
    span = next
    wanted *= count
    steps.shift()
  }
  const offsets = steps.reduce<number[]>(
    (all, { count, stride }) =>
      all.flatMap((from) => Array.from({ length: count }, (_, n) => from + n * stride)),
    [offset],
  )
  return offsets.map((from) => ({ offset: from, count: span }))
}

/** The numbers of a view, all of them finite, or the place of one that is not. */
export async function readView(view: View): Promise<Matrix | Problem> {
  const { tensor, rows, columns, numbers } = view
  const { type, start, little, file } = tensor
  if (type === undefined) return problem(`numbers of type ${tensor.dtype} are not read`)
  const chunks = await Promise.all(
    chunksOf(view).map(async ({ offset, count }) => {
      const from = start + type.bytes * offset
      const bytes = await file.read(from, from + type.bytes * count)
      return {
        offset,
        end: offset + count,
        view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      }
    }),
  )
  chunks.sort((p, q) => p.offset - q.offset)
  const values = new Float64Array(rows.count * columns.count * numbers.count)
  let to = 0
  for (let k = 0; k < rows.count; k++) {
    for (let i = 0; i < columns.count; i++) {
      for (let n = 0; n < numbers.count; n++) {
        const at = view.offset + k * rows.stride + i * columns.stride + n * numbers.stride
        const chunk = chunks[lastUpTo(chunks, at)]!
        const value = type.read(chunk.view, type.bytes * (at - chunk.offset), little)
        if (!Number.isFinite(value)) return problem(`${view.place(k, i, n)}: ${value} is not a finite number`)
        values[to++] = value
      }
    }
  }
  return { rows: rows.count, columns: columns.count, numbers: numbers.count as 1 | 2 | 3, values }
}

/** The last of the sorted chunks that begins at or before a number. */
function lastUpTo(chunks: readonly { readonly offset: number }[], at: number): number {
  let low = 0
  let high = chunks.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (chunks[middle]!.offset <= at) low = middle
    else high = middle
  }
  return low
}
