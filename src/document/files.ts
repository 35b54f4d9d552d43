import { documentFromFile, type OpenedDocument } from './documentJson'
import { parseJson } from './jsonText'
import type { Lesson } from './lesson'
import { lessonFromJson } from './lessonJson'
import { checkMatrixSize, cellName, type Matrix } from './matrix'
import { matrixShape, npyTensors, readNpy } from './npy'
import { isNpy, maxNpyHeader, readNpyHeader } from './npyHeader'
import { isProblem, problem, quoted, type Problem } from './problem'
import { isFields } from './report'
import { isSafetensors, readSafetensors } from './safetensors'
import { parseTable } from './table'
import type { Bytes, Tensor } from './tensor'
import { checkTensor } from './tensorLayout'

export const maxFileBytes = 64 * 2 ** 20
/** Two 64 × 64 factors and a target take 1 MB as text, a classifier with all the data that it may have 3 MB. */
const maxJsonBytes = 4 * 2 ** 20

export type TextContent =
  | (OpenedDocument & { readonly kind: 'document' })
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | {
      readonly kind: 'matrix'
      readonly matrix: Matrix
      /** The same array, if it is from a .npy file and may be Q or K as well. */
      readonly tensors?: readonly Tensor[]
    }
export type FileContent =
  | TextContent
  | {
      readonly kind: 'tensors'
      readonly format: 'safetensors' | 'npy'
      readonly tensors: readonly Tensor[]
    }

/**
 * What a file holds, of any size where it is of tensors: then its header is all that is read. Tensors are offered to be
 * chosen from where an array is no matrix of at most 64 × 64 entries.
 */
export async function openFile(name: string, file: Bytes): Promise<FileContent | Problem> {
  try {
    const content = await openBytes(name, file)
    return isProblem(content) ? problem(`${quoted(name)}: ${content.problem}`) : content
  } catch (error) {
    return problem(
      `${quoted(name)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function openBytes(name: string, file: Bytes): Promise<FileContent | Problem> {
  const start = await file.read(0, Math.min(file.size, 16))
  if (/\.safetensors$/i.test(name) || isSafetensors(start)) {
    const tensors = await readSafetensors(file)
    return isProblem(tensors) ? tensors : { kind: 'tensors', format: 'safetensors', tensors }
  }
  if (isNpy(start)) return openNpy(name, file)
  if (file.size > maxFileBytes) return tooLarge(file.size)
  return readBytes(name, await file.read(0, file.size))
}

async function openNpy(name: string, file: Bytes): Promise<FileContent | Problem> {
  const header = readNpyHeader(await file.read(0, Math.min(maxNpyHeader, file.size)))
  if (isProblem(header)) return header
  const tensors = npyTensors(name.replace(/\.npy$/i, ''), header, file)
  const shape = matrixShape(header)
  const isChoice = !isProblem(tensors) && tensors.every((tensor) => checkTensor(tensor) === undefined)
  if (isProblem(shape))
    return isChoice ? { kind: 'tensors', format: 'npy', tensors } : isProblem(tensors) ? tensors : shape
  const needed = header.start + header.type.bytes * shape.rows * shape.columns * shape.numbers
  const matrix = asMatrix(readNpy(await file.read(0, Math.min(needed, file.size))))
  return isProblem(matrix) || !isChoice ? matrix : { ...matrix, tensors }
}

/** A document or a lesson (.json) or a matrix (.json, .npy, .csv, .tsv, .txt), by content first, then by name. */
export function readFile(name: string, content: ArrayBuffer | Uint8Array): TextContent | Problem {
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content)
  const read = readBytes(name, bytes)
  return isProblem(read) ? problem(`${quoted(name)}: ${read.problem}`) : read
}

function readBytes(name: string, bytes: Uint8Array): TextContent | Problem {
  if (bytes.length > maxFileBytes) return tooLarge(bytes.length)
  if (bytes.length === 0) return problem('the file is empty')
  const isNamedNpy = /\.npy$/i.test(name)
  if (isNamedNpy || isNpy(bytes)) return asMatrix(readNpy(bytes))
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return problem(
      'this is an archive (.xlsx, .npz, .pt, .zip): save one sheet as .csv, one array as .npy or a model as .safetensors',
    )
  }
  if (bytes.length > maxJsonBytes)
    return problem(`${megabytes(bytes.length)} of text is more than 64 × 64 entries`)
  const text = decodeText(bytes)
  if (isProblem(text)) return text
  return /\.json$/i.test(name) || /^\s*[[{]/.test(text) ? readJson(text) : asMatrix(parseTable(text))
}

const megabytes = (count: number) => `${Math.ceil(count / 2 ** 20)} MB`

const tooLarge = (size: number) =>
  problem(`${megabytes(size)} is too large, at most ${megabytes(maxFileBytes)} are read`)

function asMatrix(matrix: Matrix | Problem): Extract<TextContent, { kind: 'matrix' }> | Problem {
  return isProblem(matrix) ? matrix : { kind: 'matrix', matrix }
}

/** UTF-8, or the UTF-16 that Excel calls "Unicode text". */
export function decodeText(bytes: Uint8Array): string | Problem {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    const zero = text.indexOf('\0')
    return zero < 0 ? text : problem(`character ${zero} is no text: this is a file of another kind`)
  } catch {
    return problem('this is neither text nor .npy')
  }
}

function readJson(text: string): TextContent | Problem {
  const read = parseJson(text)
  if (isProblem(read)) return read
  const { value } = read
  if (Array.isArray(value)) return asMatrix(matrixFromJson(value))
  if (!isFields(value)) return problem('a document is an object, a matrix is a list of rows')
  if (value['moduli'] === 'lesson') {
    const lesson = lessonFromJson(value)
    return isProblem(lesson) ? lesson : { kind: 'lesson', lesson }
  }
  const opened = documentFromFile(value)
  return isProblem(opened) ? opened : { kind: 'document', ...opened }
}

function matrixFromJson(rows: readonly unknown[]): Matrix | Problem {
  const first: unknown = rows[0]
  if (!Array.isArray(first)) return problem('a matrix is a list of rows, each a list of entries')
  const size = checkMatrixSize(rows.length, first.length)
  if (size) return size
  const corner: unknown = first[0]
  const numbers = Array.isArray(corner) ? corner.length : 1
  if (numbers !== 1 && numbers !== 2 && numbers !== 3) return problem('an entry has 1, 2 or 3 numbers')
  const values = new Float64Array(rows.length * first.length * numbers)
  let at = 0
  for (const [k, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== first.length) {
      return problem(`row ${k + 1} does not have ${first.length} entries as row 1 has`)
    }
    for (const [i, entry] of (row as unknown[]).entries()) {
      const list: unknown[] = Array.isArray(entry) ? entry : [entry]
      if (list.length !== numbers || Array.isArray(entry) !== Array.isArray(corner)) {
        return problem(`${cellName(k, i)}: has another count of numbers than the first entry`)
      }
      for (const value of list) {
        if (typeof value !== 'number') return problem(`${cellName(k, i)}: is not a number`)
        values[at++] = value
      }
    }
  }
  return { rows: rows.length, columns: first.length, numbers, values }
}
