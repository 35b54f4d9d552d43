import { asStored, baseSizes, roundingBound } from '../math/asStored'
import { lineProduct } from '../math/lineProduct'
import { normal, random } from '../math/random'
import { singularValues } from '../math/singularValues'
import { line } from '../math/space'
import type { CurvePlot, Experiment, Result, Series } from './record'
import { distanceBetween } from './spectralLaws'
import { median, short } from './summary'

export interface SpikeInputs {
  readonly size: number
  /** σ of the entries of A and B */
  readonly spread: number
  /** the largest α, in units of σ */
  readonly farthest: number
  readonly draws: number
  readonly seed: number
}

/** Values of α, evenly spread on a logarithmic axis. */
const steps = 24
/** θ = α√n/σ of the first of them. */
const firstTheta = 0.1
/** Rows of C that are compared: enough to see that nothing changes. */
const compared = 16

interface Row {
  readonly alpha: number
  readonly theta: number
  /** of each draw, over σ√n */
  readonly tops: number[]
  readonly ranks: number[]
  /** Kolmogorov distance to the singular values of A */
  readonly shifts: number[]
  /** largest change of C over its rounding bound */
  ratio: number
  change: number
}

/**
 * A + α on the line: the same model, and a matrix of rank one added to its weights. For θ = α√n/σ > 1 one singular
 * value leaves the bulk, whose edge is 2σ√n, for σ√n (θ + 1/θ), and the stable rank ‖A‖²/σ₁² falls from about n/4 to
 * (n + θ²)/(θ + 1/θ)². The others stay where they are: singular values interlace, so the parts below any number differ
 * by at most 1/n.
 *
 * @see Baik, Ben Arous and Péché 2005; Benaych-Georges and Nadakuditi 2012
 */
export const spike: Experiment<SpikeInputs> = function* (inputs) {
  const { size, spread, farthest, draws, seed } = inputs
  const root = Math.sqrt(size)
  const next = random(seed)
  const most = farthest * root
  const rows: Row[] = Array.from({ length: steps }, (_, n) => {
    const theta = firstTheta * (most / firstTheta) ** (n / (steps - 1))
    return { alpha: (theta * spread) / root, theta, tops: [], ranks: [], shifts: [], ratio: 0, change: 0 }
  })
  const bulk: number[] = []
  const entries = () => Float64Array.from({ length: size * size }, () => spread * normal(next))
  for (let draw = 0; draw < draws; draw++) {
    const a = entries()
    const b = entries()
    const before = singularValues(a, size, size)
    bulk.push(before[0]! / spread / root)
    for (const [n, row] of rows.entries()) {
      measure(row, a, b, before, inputs)
      yield {
        part: (draw * steps + n + 1) / (draws * steps),
        doing: `draw ${draw + 1} of ${draws}, α = ${short(row.alpha)}`,
        result: seen(rows, bulk, inputs),
      }
    }
  }
  return seen(rows, bulk, inputs)
}

function measure(
  row: Row,
  a: Float64Array,
  b: Float64Array,
  before: Float64Array,
  { size, spread }: SpikeInputs,
): void {
  const moved = a.map((entry) => entry + row.alpha)
  const values = singularValues(moved, size, size)
  const top = values[0]!
  row.tops.push(top / spread / Math.sqrt(size))
  row.ranks.push(moved.reduce((sum, entry) => sum + entry * entry, 0) / (top * top))
  row.shifts.push(distanceBetween(before, values))
  const some = a.subarray(0, compared * size)
  const product = (left: Float64Array, right: Float64Array) =>
    lineProduct(left, right, compared, size, size, new Float64Array(compared * size))
  const sizes = baseSizes(line, some, b, compared, size, size)
  const bound = roundingBound(line, [row.alpha], sizes, new Float64Array(compared * size))
  const after = product(
    moved.subarray(0, compared * size),
    b.map((entry) => entry + row.alpha),
  )
  const { largestChange, ratio } = asStored(product(some, b), after, bound)
  row.change = Math.max(row.change, largestChange)
  row.ratio = Math.max(row.ratio, ratio)
}

/** Over σ√n: the edge of the bulk up to θ = 1, the spike from there on. */
const lawOfTop = (theta: number) => (theta > 1 ? theta + 1 / theta : 2)

function seen(rows: readonly Row[], bulk: readonly number[], { size }: SpikeInputs): Result {
  const done = rows.filter(({ tops }) => tops.length > 0)
  const dots = (name: string, key: 'tops' | 'ranks' | 'shifts'): Series => ({
    name,
    mark: 'points',
    points: done.flatMap((row) => row[key].map((value): [number, number] => [row.theta, value])),
  })
  const law = (name: string, of: (theta: number) => number): Series => ({
    name,
    mark: 'line',
    isReference: true,
    points: rows.map(({ theta }) => [theta, of(theta)]),
  })
  const plot = (name: string, label: string, scale: 'linear' | 'log', series: Series[]): CurvePlot => ({
    kind: 'curves',
    name,
    x: { label: 'θ = α√n/σ', scale: 'log' },
    y: { label, scale },
    series,
  })
  const rankLaw = (theta: number) => (size + theta * theta) / lawOfTop(theta) ** 2
  return {
    plots: [
      plot('Largest singular value of A + α', 'over σ√n', 'log', [
        dots('A + α', 'tops'),
        law('2, from θ = 1 on θ + 1/θ', lawOfTop),
      ]),
      plot('Stable rank of A + α', 'stable rank ‖A‖²/σ₁²', 'log', [
        dots('A + α', 'ranks'),
        law('(n + θ²)/(θ + 1/θ)²', rankLaw),
      ]),
      plot('How far all singular values move', 'Kolmogorov distance to A', 'linear', [
        dots('A + α', 'shifts'),
        law('1/n', () => 1 / size),
      ]),
    ],
    tables: [
      {
        name: 'translations',
        columns: [
          'α',
          'θ',
          'largest over σ√n',
          'law',
          'stable rank',
          'law of the rank',
          'moved',
          'change of C',
          'of its bound',
        ],
        rows: done.map(({ alpha, theta, tops, ranks, shifts, change, ratio }) => [
          alpha,
          theta,
          median(tops),
          lawOfTop(theta),
          median(ranks),
          rankLaw(theta),
          Math.max(...shifts),
          change,
          ratio,
        ]),
      },
    ],
    findings: said(done, bulk, size),
  }
}

function said(done: readonly Row[], bulk: readonly number[], size: number): string[] {
  const [first, last] = [done[0], done.at(-1)]
  if (!first || !last || done.length < 2) return []
  const change = Math.max(...done.map((row) => row.change))
  const ratio = Math.max(...done.map((row) => row.ratio))
  return [
    `From α = ${short(first.alpha)} to ${short(last.alpha)} the product changes by ${short(change)}, ${short(ratio, 2)} of its rounding bound: one model.`,
    `Its stable rank falls from ${short(median(first.ranks))} to ${short(median(last.ranks))}.`,
    `The largest singular value is ${short(median(bulk))} σ√n without α, and ${short(median(last.tops))} σ√n at θ = ${short(last.theta)}; the law says ${short(lawOfTop(last.theta))}.`,
    `All others stay: the parts of singular values below any number move by at most ${short(Math.max(...done.flatMap((row) => row.shifts)))}, and 1/n is ${short(1 / size)}.`,
  ]
}
