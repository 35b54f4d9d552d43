import { random } from '../math/random'
import { derive } from './derive'
import { convertSpace, type LineEmbedding } from './convertSpace'
import {
  sizeOf,
  type Document,
  type Entry,
  type Factor,
  type FactorName,
  type Size,
  type SpaceName,
} from './document'
import { sameEntry } from './entry'
import { fit } from './fit'
import { problem, type Problem } from './problem'

/** Edits that the interface makes: from a document to the next one. The entries given are checked already. */

/** Keeps the entries that stay inside; new ones have one decimal and depend on their place alone. */
export function resize(document: Document, size: Size): Document {
  const { space } = document
  return fit({
    ...document,
    a: resizeFactor(document.a, size.rows, size.inner, 'a', space),
    b: resizeFactor(document.b, size.inner, size.columns, 'b', space),
  })
}

function resizeFactor(
  factor: Factor,
  rows: number,
  columns: number,
  name: FactorName,
  space: SpaceName,
): Factor {
  const row = (k: number) =>
    Array.from({ length: columns }, (_, i) => factor[k]?.[i] ?? newEntry(name, k, i, space))
  return Array.from({ length: rows }, (_, k) => row(k))
}

function newEntry(name: FactorName, row: number, column: number, space: SpaceName): Entry {
  const next = random((name === 'a' ? 1 : 2) * 10_000 + row * 100 + column)
  const tenths = (lo: number, hi: number) => Math.round(10 * lo + 10 * (hi - lo) * next()) / 10 + 0
  return space === 'line' ? tenths(-5, 5) : [tenths(-2.5, 2.5), tenths(0.3, 2.5)]
}

export function setEntry(
  document: Document,
  name: FactorName,
  row: number,
  column: number,
  entry: Entry,
): Document {
  const factor = document[name]
  const old = factor[row]?.[column]
  if (old === undefined || sameEntry(old, entry)) return document
  const changed = factor[row]!.with(column, entry)
  return { ...document, [name]: factor.with(row, changed) }
}

/** Puts in a whole factor; the other one is resized where their common size has changed. */
export function withFactor(document: Document, name: FactorName, factor: Factor): Document | Problem {
  const isLine = typeof factor[0]?.[0] === 'number'
  if (isLine !== (document.space === 'line')) {
    return problem(
      isLine
        ? 'the factor has numbers, the document is in the half-plane: choose how they become points'
        : 'the factor has points, the document is on the real line: change the space first',
    )
  }
  const size = sizeOf(document)
  const [height, width] = [factor.length, factor[0]!.length]
  const wanted =
    name === 'a' ? { ...size, rows: height, inner: width } : { ...size, inner: height, columns: width }
  return resize({ ...document, [name]: factor }, wanted)
}

/** The same document in the other space; see convertSpace for what is kept. */
export function swapSpace(document: Document, by: LineEmbedding = 'exp'): Document | Problem {
  return convertSpace(document, document.space === 'line' ? 'halfPlane' : 'line', by)
}

/** C* becomes these numbers, (rows, columns) as a packed product, and no longer follows the base. */
export function freezeTarget(document: Document, product: ArrayLike<number>): Document {
  const { rows, columns } = sizeOf(document)
  const row = (k: number) => Array.from({ length: columns }, (_, l) => product[k * columns + l]! + 0)
  return { ...document, target: Array.from({ length: rows }, (_, k) => row(k)) }
}

/**
 * The document with one entry moved by hand. A target that follows the base is frozen first: what an edit
 * does to the loss could not be seen if C* went along. The loss of a head has no C*.
 */
export function withEntryMoved(
  document: Document,
  factor: FactorName,
  row: number,
  column: number,
  entry: Entry,
): Document {
  const follows = document.target === 'base' && document.head === null
  const kept = follows ? freezeTarget(document, derive(document).before) : document
  return setEntry(kept, factor, row, column, entry)
}
