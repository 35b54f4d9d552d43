import { fromDisk, fromHyperboloid } from '../math/models'
import { isReflected } from './acting'
import type { Document, Element, Entry, Factor, SpaceName } from './document'
import { checkElement, elementCoordinates, elementList } from './element'
import { checkEntry } from './entry'
import { fit } from './fit'
import { cellName, type Matrix } from './matrix'
import { isProblem, problem, type Problem } from './problem'

/** What the numbers of a file mean: how one entry of it becomes an entry of a factor. */
export interface Embedding {
  readonly name: string
  readonly label: string
  readonly space: SpaceName
  /** Numbers an entry of the file must have. */
  readonly numbers: 1 | 2 | 3
  /** @throws RangeError where a point is not in the model */
  readonly entry: (p: number, q: number, r: number) => Entry
}

export const embeddings: readonly Embedding[] = [
  { name: 'real', label: 'numbers of the real line', space: 'line', numbers: 1, entry: (x) => x },
  {
    name: 'exp',
    label: 'x ↦ i·eˣ, isometric: a translation becomes a dilation',
    space: 'halfPlane',
    numbers: 1,
    entry: (x) => [0, Math.exp(x)],
  },
  { name: 'lift', label: 'x ↦ x + i', space: 'halfPlane', numbers: 1, entry: (x) => [x, 1] },
  { name: 'halfPlane', label: 'points x + iy', space: 'halfPlane', numbers: 2, entry: (x, y) => [x, y] },
  {
    name: 'normal',
    label: 'normal distributions (mean, deviation) ↦ mean/√2 + i·deviation, Fisher–Rao up to √2',
    space: 'halfPlane',
    numbers: 2,
    entry: (mean, deviation) => [mean / Math.SQRT2, deviation],
  },
  {
    name: 'disk',
    label: 'Poincaré disk, w = (z − i)/(z + i): ∞ is at 1',
    space: 'halfPlane',
    numbers: 2,
    entry: fromDisk,
  },
  {
    // i times the other convention, so it is turned back by -i first
    name: 'diskUp',
    label: 'Poincaré disk, w = i(z − i)/(z + i): ∞ is at i, on top',
    space: 'halfPlane',
    numbers: 2,
    entry: (re, im) => fromDisk(im, -re),
  },
  {
    name: 'hyperboloid',
    label: 'hyperboloid (t, a, b), time first',
    space: 'halfPlane',
    numbers: 3,
    entry: fromHyperboloid,
  },
  {
    name: 'hyperboloidTimeLast',
    label: 'hyperboloid (a, b, t), time last',
    space: 'halfPlane',
    numbers: 3,
    entry: (a, b, t) => fromHyperboloid(t, a, b),
  },
]

export function embeddingNamed(name: string): Embedding | undefined {
  return embeddings.find((embedding) => embedding.name === name)
}

/** Those that a matrix with this many numbers an entry can be read by. */
export function embeddingsFor(numbers: 1 | 2 | 3): readonly Embedding[] {
  return embeddings.filter((embedding) => embedding.numbers === numbers)
}

export function factorFromMatrix(matrix: Matrix, embedding: Embedding): Factor | Problem {
  const { rows, columns, numbers, values } = matrix
  if (numbers !== embedding.numbers) {
    return problem(
      `"${embedding.label}" takes ${embedding.numbers} numbers an entry, the matrix has ${numbers}`,
    )
  }
  const factor: Entry[][] = []
  for (let k = 0; k < rows; k++) {
    const row: Entry[] = []
    for (let i = 0; i < columns; i++) {
      const at = (k * columns + i) * numbers
      const entry = embed(embedding, values.subarray(at, at + numbers))
      if (isProblem(entry)) return problem(`${cellName(k, i)}: ${entry.problem}`)
      row.push(entry)
    }
    factor.push(row)
  }
  return factor
}

function embed({ entry, space }: Embedding, numbers: Float64Array): Entry | Problem {
  const bad = numbers.find((x) => !Number.isFinite(x))
  if (bad !== undefined) return problem(`${bad} is not a finite number`)
  try {
    const [p = 0, q = 0, r = 0] = numbers
    const made = entry(p + 0, q + 0, r + 0)
    return checkEntry(made, space) ?? made
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message.replace(/^\w+: /, ''))
    throw error
  }
}

/** Ways to put the whole line into the half-plane; each has a way back that forgets the other coordinate. */
export type LineEmbedding = 'exp' | 'lift'

/**
 * The document in the other space. Into the half-plane by `exp` products stay as they are, by `lift` they
 * do not; either way a translation α becomes the element that moves the embedded line by α. Back, x + iy is
 * read as log y or as x, and g by its dilation t or its translation x: what does not fit on a line is lost. The
 * reflection x ↦ -x is the mirror z ↦ -z̄ by `lift`; by `exp` it is z ↦ 1/z̄, the mirror and then a half turn about i.
 */
export function convertSpace(document: Document, to: SpaceName, by: LineEmbedding): Document | Problem {
  if (document.space === to) return document
  const a = convertFactor(document.a, by)
  if (isProblem(a)) return problem(`A, ${a.problem}`)
  const b = convertFactor(document.b, by)
  if (isProblem(b)) return problem(`B, ${b.problem}`)
  const list = elementList(document)
  const made = (list ?? [document.element as Element]).map((one, i) =>
    convertIsometry(one, isReflected(document, i), by),
  )
  const element = list ? made.map((one) => one.element) : made[0]!.element
  const reflected = list ? made.map((one) => one.isReflected) : made[0]!.isReflected
  for (const one of Array.isArray(element) ? element : [element]) {
    const reason = checkElement(one, to)
    if (reason) return problem(`the element ${reason.problem}`)
  }
  return fit({ ...document, space: to, a, b, element, reflected, word: [] })
}

function convertFactor(factor: Factor, by: LineEmbedding): Factor | Problem {
  const embedding = embeddingNamed(by)!
  const rows: Entry[][] = []
  for (const [k, row] of factor.entries()) {
    const converted: Entry[] = []
    for (const [i, entry] of row.entries()) {
      const made =
        typeof entry !== 'number'
          ? (by === 'exp' ? Math.log(entry[1]) : entry[0]) + 0
          : embed(embedding, Float64Array.of(entry))
      if (isProblem(made)) return problem(`${cellName(k, i)}: ${made.problem}`)
      converted.push(made)
    }
    rows.push(converted)
  }
  return rows
}

interface Isometry {
  readonly element: Element
  readonly isReflected: boolean
}

function convertIsometry(of: Element, isReflected: boolean, by: LineEmbedding): Isometry {
  if (typeof of === 'number') {
    const element =
      by === 'lift' ? { x: of, t: 0, theta: 0 } : { x: 0, t: of, theta: isReflected ? Math.PI / 2 : 0 }
    return { element, isReflected }
  }
  const { x, t, theta } = elementCoordinates(of)
  if (by === 'lift') return { element: x + 0, isReflected }
  // The mirror fixes the embedded line; whether it is turned over is a matter of θ.
  return { element: t + 0, isReflected: isReflected && Math.cos(2 * theta) < 0 }
}
