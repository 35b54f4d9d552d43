import { derive } from './derive'
import { sizeOf, type Document, type SpaceName } from './document'
import { embeddingNamed, factorFromMatrix } from './embeddings'
import { matrixFromFactor } from './export'
import { baseProduct, transposed, type Choice } from './fromTensors'
import type { Matrix } from './matrix'
import { formatNumber } from './number'
import { factorFromPacked } from './packedFactor'
import { isProblem, problem, type Problem } from './problem'
import { documentToJson } from './schema'
import type { Pairing } from './tensorLayout'

/** Where the factors of a document came from, kept beside it while it is open. */
export interface TensorOrigin {
  readonly format: 'safetensors' | 'npy'
  readonly q: TensorPart
  readonly k: TensorPart
  readonly space: SpaceName
  readonly inner: number
  readonly embedding: string
  readonly pairing: Pairing
  /** Whether the numbers of an entry have an axis of their own, or are columns. */
  readonly hasNumberAxis: boolean
}

/** The part of a tensor that a factor is, as it can be said in a file; indices from 0. */
export interface TensorPart {
  readonly name: string
  readonly dtype: string
  readonly shape: readonly number[]
  readonly axes: readonly string[]
  readonly batch: number
  readonly heads: number
  readonly head: number
  readonly rows: readonly [from: number, end: number]
  readonly entries: readonly [from: number, end: number]
}

export function originOf(
  { q, k, qPart, kPart, inner }: Choice,
  embedding: string,
  format: TensorOrigin['format'],
): TensorOrigin {
  const part = (tensor: Choice['q'], of: Choice['qPart']): TensorPart => ({
    name: tensor.name,
    dtype: tensor.dtype,
    shape: tensor.shape,
    axes: of.layout,
    batch: of.batch,
    heads: of.heads,
    head: of.head,
    rows: [of.firstRow, of.firstRow + of.rows],
    entries: [inner.first, inner.first + inner.count],
  })
  return {
    format,
    q: part(q, qPart),
    k: part(k, kPart),
    space: embeddingNamed(embedding)!.space,
    inner: inner.count,
    embedding,
    pairing: inner.pairing,
    hasNumberAxis: qPart.layout.includes('numbers'),
  }
}

/** The origin, unless the document has another size or space by now. */
export function originIn(document: Document, origin: TensorOrigin | undefined): TensorOrigin | undefined {
  const { rows, inner, columns } = sizeOf(document)
  const count = ({ rows: [from, end] }: TensorPart) => end - from
  const isSame =
    origin?.space === document.space &&
    origin.inner === inner &&
    count(origin.q) === rows &&
    count(origin.k) === columns
  return isSame ? origin : undefined
}

/** Two names for Q and K: those that they had, where they had different ones. */
export function namesFor(origin: TensorOrigin | undefined): readonly [q: string, k: string] {
  return origin && origin.q.name !== origin.k.name ? [origin.q.name, origin.k.name] : ['Q', 'K']
}

export interface Form {
  /** The points themselves, or the numbers that the embedding made them from. */
  readonly as: 'points' | 'columns'
  readonly type: 'F64' | 'F32'
}

export interface MovedTensors {
  readonly q: Matrix
  readonly k: Matrix
  /** (rows, inner), (rows, inner, numbers) or (rows, columns). */
  readonly qShape: readonly number[]
  readonly kShape: readonly number[]
  /** Largest change of C as a reader of these numbers computes it. */
  readonly largestChange: number
}

/** Why the moved entries cannot be written as the columns that they came from; undefined where they can. */
export function columnsProblem(origin: TensorOrigin | undefined): Problem | undefined {
  if (!origin) return problem('it is not known what columns the points came from')
  const { back, label } = embeddingNamed(origin.embedding)!
  return back ? undefined : problem(`${label.split(',')[0]!} has no way back: moved points leave its curve`)
}

/** The moved tables Q = A and K = Bᵀ in the form that is to be written, rounded to it. */
export function movedTensors(
  document: Document,
  origin: TensorOrigin | undefined,
  { as, type }: Form,
): MovedTensors | Problem {
  const { size, stride, moved, before } = derive(document)
  const a = factorFromPacked(moved.a, size.inner, stride)
  const b = factorFromPacked(moved.b, size.columns, stride)
  const embedding = as === 'columns' ? embeddingNamed(origin?.embedding ?? '') : undefined
  if (as === 'columns' && !embedding?.back) return columnsProblem(origin) ?? problem('there are no columns')
  const matrices = [a, transposed(b)].map((factor) => {
    const points = matrixFromFactor(factor)
    const numbers = embedding?.numbers ?? points.numbers
    const values = embedding?.back ? Float64Array.from(factor.flat().flatMap(embedding.back)) : points.values
    return { ...points, numbers, values: type === 'F32' ? Float64Array.from(values, Math.fround) : values }
  })
  const [q, k] = matrices as [Matrix, Matrix]
  const change = changeOf(q, k, document.space, embedding?.name, before)
  if (isProblem(change)) return change
  const isSplit = as === 'columns' && origin?.hasNumberAxis === false
  const arranged = (matrix: Matrix) => (isSplit ? columnsOf(matrix, origin.pairing) : matrix)
  const shape = ({ rows, columns, numbers }: Matrix) =>
    numbers === 1 ? [rows, columns] : [rows, columns, numbers]
  const [qNow, kNow] = [arranged(q), arranged(k)]
  return { q: qNow, k: kNow, qShape: shape(qNow), kShape: shape(kNow), largestChange: change }
}

/** The largest change of C when these numbers are read again. */
function changeOf(
  q: Matrix,
  k: Matrix,
  space: SpaceName,
  embedding: string | undefined,
  before: Float64Array,
): number | Problem {
  const reading = embeddingNamed(embedding ?? (space === 'line' ? 'real' : 'halfPlane'))!
  const [queries, keys] = [factorFromMatrix(q, reading), factorFromMatrix(k, reading)]
  if (isProblem(queries)) return problem(`Q, ${queries.problem}`)
  if (isProblem(keys)) return problem(`K, ${keys.problem}`)
  const after = baseProduct({ space, a: queries, b: transposed(keys) })
  return before.reduce((most, c, n) => Math.max(most, Math.abs(after[n]! - c)), 0)
}

/** Entries of two numbers as columns: side by side, or all first numbers before all second ones. */
function columnsOf({ rows, columns, numbers, values }: Matrix, pairing: Pairing): Matrix {
  const wide = columns * numbers
  const out = new Float64Array(values.length)
  values.forEach((value, n) => {
    const [row, column, number] = [Math.floor(n / wide), Math.floor((n % wide) / numbers), n % numbers]
    out[row * wide + (pairing === 'halves' ? number * columns + column : column * numbers + number)] = value
  })
  return { rows, columns: wide, numbers: 1, values: out }
}

/** What is said of moved tensors beside their numbers, as text; fields that a document has are called as there. */
export function metadataOf(
  document: Document,
  origin: TensorOrigin | undefined,
  { as }: Form,
  { largestChange }: Pick<MovedTensors, 'largestChange'>,
  about: { readonly version: string; readonly link: string | undefined },
): Record<string, string> {
  const { space, move, element, coordinates, reflected, word, time, title } = documentToJson(document)
  const points = space === 'line' ? 'numbers of the real line' : 'points x, y of the upper half-plane'
  const columns = as === 'columns' && origin ? embeddingNamed(origin.embedding)!.label : points
  const source = origin && { q: origin.q, k: origin.k, pairing: origin.pairing, embedding: origin.embedding }
  return {
    moduli: about.version,
    title,
    numbers: `g applied to ${move === 'both' ? 'Q and K' : move === 'a' ? 'Q only' : 'K only'}; ${columns}`,
    space,
    move,
    element: JSON.stringify(element),
    ...(coordinates !== undefined && { coordinates: JSON.stringify(coordinates) }),
    reflected: JSON.stringify(reflected),
    word: JSON.stringify(word),
    time: formatNumber(time),
    largestChange: formatNumber(largestChange),
    roundingBound: formatNumber(derive(document).bound),
    ...(source && { source: JSON.stringify(source) }),
    ...(about.link !== undefined && { link: about.link }),
  }
}
