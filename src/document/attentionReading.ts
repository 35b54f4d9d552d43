import { meanDivergence } from '../learning/attentionLoss'
import { accuracyOf } from '../learning/attentionRows'
import { nearestRelatives } from '../learning/nearestRelative'
import { treeOf } from '../learning/tree'
import { derive, remembered } from './derive'
import type { AttentionHead, Document } from './document'
import { attentionWeights } from './head'
import { headOf } from './headLoss'

/** What one sequence says of a head before and after the move; tables are (n, n) row-major for n positions. */
export interface AttentionReading {
  /** Of the base and of the moved factors; the other positions of a row sum to 1, the diagonal is 0. */
  readonly before: Float64Array
  readonly after: Float64Array
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

const dataOf = remembered((parents: AttentionHead['parents'], sequence: readonly number[]) =>
  nearestRelatives(treeOf(parents), [sequence]),
)

/** What each position should attend to: the weights that training strives for, (n, n) with 0 on the diagonal. */
export function wantedWeights(
  head: Pick<AttentionHead, 'parents'>,
  sequence: readonly number[],
): Float64Array {
  const { targets } = dataOf(head.parents, sequence)
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
 * By how much a weight of softmax(-β c) over n - 1 keys may change if no cost changes by more than b:
 *
 *     |Δw| ≤ tanh(β b / 2) + 2 ε (n + 2),   ε = 2⁻⁵²
 *
 * The log odds of a weight against all others change by at most 2 β b: by its own cost, and by an average of the
 * others. The logistic function changes by at most tanh(r / 4) over an interval of length r. What is left is the
 * rounding of the weights themselves, twice: relative errors of ε t in exp(-t), t = β (c - min c), with w t ≤ 1/e
 * and a mean t of at most log n, and those of the exponentials, their sum and the quotient.
 */
export function weightBound(beta: number, costBound: number, count: number): number {
  return Math.tanh((beta * costBound) / 2) + 2 * Number.EPSILON * (count + 2)
}

/** Undefined without a head. @throws RangeError if a token is not in its vocabulary, or there are less than two */
export function attentionReading(
  document: Document,
  sequence: readonly number[],
): AttentionReading | undefined {
  const head = headOf(document)
  return head && readingOf(document, head, sequence)
}

const readingOf = remembered(
  (document: Document, head: AttentionHead, sequence: readonly number[]): AttentionReading => {
    const derived = derive(document)
    const data = dataOf(head.parents, sequence)
    const before = attentionWeights(document, derived.before, sequence)
    const after = attentionWeights(document, derived.after, sequence)
    const right = (c: Float64Array) => Math.round(accuracyOf(data, c) * sequence.length)
    const largestChange = before.reduce((most, w, n) => Math.max(most, Math.abs(after[n]! - w)), 0)
    const costBound = data.cells.reduce((most, cell) => Math.max(most, derived.bounds[cell]!), 0)
    return {
      before,
      after,
      divergenceBefore: meanDivergence(data, derived.before, head.beta),
      divergenceAfter: meanDivergence(data, derived.after, head.beta),
      rightBefore: right(derived.before),
      rightAfter: right(derived.after),
      largestChange,
      bound: weightBound(head.beta, costBound, sequence.length),
    }
  },
)
