import { fromDisk, fromHyperboloid, toDisk, toHyperboloid } from '../math/models'
import { expMap, logMap } from '../math/upperHalfPlane'
import type { Entry, Factor, Point } from './document'
import { embed, exp, lift, type Embedding } from './embedding'
import { cellName, type Matrix } from './matrix'
import { isProblem, problem, type Problem } from './problem'

/** The way back from a point of the half-plane. */
const fromPoint =
  (back: (x: number, y: number) => readonly number[]): ((entry: Entry) => readonly number[]) =>
  (entry) =>
    back(...(entry as Point))

export const embeddings: readonly Embedding[] = [
  {
    name: 'real',
    label: 'numbers of the real line',
    space: 'line',
    numbers: 1,
    entry: (x) => x,
    back: (x) => [x as number],
  },
  exp,
  lift,
  {
    name: 'halfPlane',
    label: 'points x + iy',
    space: 'halfPlane',
    numbers: 2,
    entry: (x, y) => [x, y],
    back: fromPoint((x, y) => [x, y]),
  },
  {
    name: 'normal',
    label: 'normal distributions (mean, deviation) ↦ mean/√2 + i·deviation, Fisher–Rao up to √2',
    space: 'halfPlane',
    numbers: 2,
    entry: (mean, deviation) => [mean / Math.SQRT2, deviation],
    back: fromPoint((x, y) => [x * Math.SQRT2, y]),
  },
  {
    name: 'logNormal',
    label: 'normal distributions (mean, log deviation), as networks give them',
    space: 'halfPlane',
    numbers: 2,
    entry: (mean, logDeviation) => [mean / Math.SQRT2, Math.exp(logDeviation)],
    back: fromPoint((x, y) => [x * Math.SQRT2, Math.log(y)]),
  },
  {
    name: 'polar',
    label: 'tangent vectors at i, (p, q) ↦ exp_i(p, q)',
    space: 'halfPlane',
    numbers: 2,
    entry: (p, q) => {
      const [x = NaN, y = NaN] = expMap(0, 1, p, q, new Float64Array(2))
      return [x, y]
    },
    back: fromPoint((x, y) => [...logMap(0, 1, x, y, new Float64Array(2))]),
  },
  {
    name: 'disk',
    label: 'Poincaré disk, w = (z − i)/(z + i): ∞ is at 1',
    space: 'halfPlane',
    numbers: 2,
    entry: fromDisk,
    back: fromPoint(toDisk),
  },
  {
    // i times the other convention, so it is turned back by -i first
    name: 'diskUp',
    label: 'Poincaré disk, w = i(z − i)/(z + i): ∞ is at i, on top',
    space: 'halfPlane',
    numbers: 2,
    entry: (re, im) => fromDisk(im, -re),
    back: fromPoint((x, y) => {
      const [re, im] = toDisk(x, y)
      return [0 - im, re]
    }),
  },
  {
    name: 'hyperboloid',
    label: 'hyperboloid (t, a, b), time first',
    space: 'halfPlane',
    numbers: 3,
    entry: fromHyperboloid,
    back: fromPoint(toHyperboloid),
  },
  {
    name: 'hyperboloidTimeLast',
    label: 'hyperboloid (a, b, t), time last',
    space: 'halfPlane',
    numbers: 3,
    entry: (a, b, t) => fromHyperboloid(t, a, b),
    back: fromPoint((x, y) => {
      const [t, a, b] = toHyperboloid(x, y)
      return [a, b, t]
    }),
  },
]

export function embeddingNamed(name: string): Embedding | undefined {
  return embeddings.find((embedding) => embedding.name === name)
}

/** Those that a matrix with this many numbers an entry can be read by. */
export function embeddingsFor(numbers: 1 | 2 | 3): readonly Embedding[] {
  return embeddings.filter((embedding) => embedding.numbers === numbers)
}

/** @param place what the file calls an entry of the matrix */
export function factorFromMatrix(
  matrix: Matrix,
  embedding: Embedding,
  place: (row: number, column: number) => string = cellName,
): Factor | Problem {
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
      if (isProblem(entry)) return problem(`${place(k, i)}: ${entry.problem}`)
      row.push(entry)
    }
    factor.push(row)
  }
  return factor
}
