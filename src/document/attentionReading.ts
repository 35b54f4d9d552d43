import { meanDivergence } from '../learning/attentionLoss'
import { accuracyOf } from '../learning/attentionRows'
import { nearestRelatives } from '../learning/nearestRelative'
import { treeOf } from '../learning/tree'
import { derive, remembered } from './derive'
import type { AttentionHead, Document, NearestRelative } from './document'
import { allWeights, attentionWeights } from './head'
import { betaOf } from './headLoss'
import { headOf } from './headOf'

/** What one sequence says of a head before and after the move; tables are (n, n) row-major for n positions. */
export interface AttentionReading {
  /** Of the base and of the moved factors; the other positions of a row sum to 1, the diagonal is 0. */
  readonly before: Float64Array
  readonly after: Float64Array
  /** β of each row, of the base and of the moved factors. */
  readonly betasBefore: readonly number[]
  readonly betasAfter: readonly number[]
  /** Mean over the positions of KL(target ‖ weights), in nats. */
  readonly divergenceBefore: number
  readonly divergenceAfter: number
  /** Positions whose heaviest key is a wanted one. */
  readonly rightBefore: number
  readonly rightAfter: number
  /** max |after - before| */
  readonly largestChange: number
  /** As much of it as rounding may explain. */
  readonly bound: number
}

const dataOf = remembered((parents: NearestRelative['parents'], sequence: readonly number[]) =>
  nearestRelatives(treeOf(parents), [sequence]),
)

/** What each position should attend to: the weights that training strives for, (n, n) with 0 on the diagonal. */
export function wantedWeights(
  { parents }: Pick<NearestRelative, 'parents'>,
  sequence: readonly number[],
): Float64Array {
  const { targets } = dataOf(parents, sequence)
  const count = sequence.length
  const wanted = new Float64Array(count * count)
  for (let row = 0, n = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (column !== row) wanted[row * count + column] = targets[n++]!
    }
  }
  return wanted
}

/**
 * By how much a weight of softmax(-β c) over n - 1 keys may change if no cost changes by more than b, nor β by more than
 * Δ, where the costs of the row differ by at most s, after the change:
 *
 *     |Δw| ≤ tanh((β b + Δ s) / 2) + 2 ε (n + 2),   ε = 2⁻⁵²
 *
 * The log odds of a weight against all others change by at most 2 β b + 2 Δ s: by its own cost, and by an average of the
 * others. The logistic function changes by at most tanh(r / 4) over an interval of length r. What is left is the
 * rounding of the weights themselves, twice: relative errors of ε t in exp(-t), t = β (c - min c), with w t ≤ 1/e
 * and a mean t of at most log n, and those of the exponentials, their sum and the quotient.
 */
export function weightBound(
  beta: number,
  costBound: number,
  count: number,
  betaBound = 0,
  spread = 0,
): number {
  return Math.tanh((beta * costBound + betaBound * spread) / 2) + 2 * Number.EPSILON * (count + 2)
}

/**
 * By how much β of a row may change if no cost changes by more than b. γ/mean c: β b/(mean c - b). A matched entropy:
 * |∂β/∂c_l| = β w_l |c_l - mean|/Var with Σ w |c - mean| ≤ √Var, so β b/√Var, doubled for the terms of second order;
 * and the entropy is met to 1e-12 only. Other rules do not look at the costs.
 */
function betaBoundOf(
  { rule }: Pick<AttentionHead, 'rule'>,
  beta: number,
  costs: Float64Array,
  b: number,
): number {
  if (rule !== 'byRow' && rule !== 'entropy') return 0
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  if (rule === 'byRow') return mean > b ? (beta * b) / (mean - b) : Infinity
  const least = Math.min(...costs)
  const weights = costs.map((cost) => Math.exp(-beta * (cost - least)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const centre = weights.reduce((sum, weight, n) => sum + weight * costs[n]!, 0) / total
  const variance = weights.reduce((sum, weight, n) => sum + weight * (costs[n]! - centre) ** 2, 0) / total
  return variance > 0 ? (2 * beta * b) / Math.sqrt(variance) + 2e-12 / (beta * variance) : 0
}

function betaOfRow(
  { head, a }: { head: AttentionHead; a: Float64Array },
  rows: number,
  query: number,
  costs: Float64Array,
): number {
  const rule = betaOf({ head, a }, rows)
  return typeof rule === 'number' ? rule : rule(query, costs, costs.length)
}

/** The bound of the weights of one row. */
function rowBound(
  { head, a }: { head: AttentionHead; a: Float64Array },
  rows: number,
  query: number,
  costs: Float64Array,
  b: number,
): number {
  const beta = betaOfRow({ head, a }, rows, query, costs)
  const spread = Math.max(...costs) - Math.min(...costs) + 2 * b
  return weightBound(beta, b, costs.length + 1, betaBoundOf(head, beta, costs, b), spread)
}

/** Undefined without a head that has a task. @throws RangeError if a token is not in its vocabulary, or there are less than two */
export function attentionReading(
  document: Document,
  sequence: readonly number[],
): AttentionReading | undefined {
  const head = headOf(document)
  return head?.task ? readingOf(document, head, head.task.parents, sequence) : undefined
}

const readingOf = remembered(
  (
    document: Document,
    head: AttentionHead,
    parents: NearestRelative['parents'],
    sequence: readonly number[],
  ): AttentionReading => {
    const derived = derive(document)
    const { rows } = derived.size
    const [base, moved] = [derived.base.a, derived.moved.a]
    const data = dataOf(parents, sequence)
    const before = attentionWeights(document, derived.before, base, sequence)
    const after = attentionWeights(document, derived.after, moved, sequence)
    const right = (c: Float64Array) => Math.round(accuracyOf(data, c) * sequence.length)
    const cellsOf = (k: number) => sequence.flatMap((key, l) => (l === k ? [] : [sequence[k]! * rows + key]))
    const betas = (c: Float64Array, a: Float64Array) =>
      sequence.map((query, k) =>
        betaOfRow(
          { head, a },
          rows,
          query,
          Float64Array.from(cellsOf(k), (cell) => c[cell]!),
        ),
      )
    const bounds = sequence.map((query, k) => {
      const cells = cellsOf(k)
      const b = cells.reduce((most, cell) => Math.max(most, derived.bounds[cell]!), 0)
      const costs = Float64Array.from(cells, (cell) => derived.before[cell]!)
      return rowBound({ head, a: base }, rows, query, costs, b)
    })
    return {
      before,
      after,
      betasBefore: betas(derived.before, base),
      betasAfter: betas(derived.after, moved),
      divergenceBefore: meanDivergence(data, derived.before, betaOf({ head, a: base }, rows)),
      divergenceAfter: meanDivergence(data, derived.after, betaOf({ head, a: moved }, rows)),
      rightBefore: right(derived.before),
      rightAfter: right(derived.after),
      largestChange: largestDifference(before, after),
      bound: Math.max(...bounds),
    }
  },
)

/** What a head without a task attends to; tables are (rows, columns), each row sums to 1. */
export type TableReading = Pick<
  AttentionReading,
  'before' | 'after' | 'betasBefore' | 'betasAfter' | 'largestChange' | 'bound'
>

/** Undefined without a head. */
export function tableReading(document: Document): TableReading | undefined {
  const head = headOf(document)
  return head && tableReadingOf(document, head)
}

const tableReadingOf = remembered((document: Document, head: AttentionHead): TableReading => {
  const derived = derive(document)
  const { rows, columns } = derived.size
  const before = allWeights(document, derived.before, derived.base.a)
  const after = allWeights(document, derived.after, derived.moved.a)
  const betas = (c: Float64Array, a: Float64Array) =>
    Array.from({ length: rows }, (_, query) =>
      betaOfRow({ head, a }, rows, query, c.subarray(query * columns, (query + 1) * columns)),
    )
  let bound = 0
  for (let query = 0; query < rows; query++) {
    const [from, to] = [query * columns, (query + 1) * columns]
    const b = Math.max(...derived.bounds.subarray(from, to))
    const costs = derived.before.subarray(from, to)
    bound = Math.max(bound, rowBound({ head, a: derived.base.a }, rows, query, costs, b))
  }
  return {
    before,
    after,
    betasBefore: betas(derived.before, derived.base.a),
    betasAfter: betas(derived.after, derived.moved.a),
    largestChange: largestDifference(before, after),
    bound,
  }
})

function largestDifference(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, w, n) => Math.max(most, Math.abs(other[n]! - w)), 0)
}
