import type { AttentionData } from './attentionData'

/** β of a row: one for all, or a function of its query token and the costs of its keys, the first `count` numbers. */
export type RowBeta = number | ((query: number, costs: Float64Array, count: number) => number)

let gathered = new Float64Array(64)

/**
 * The loss of a head from its costs: mean over the rows of
 *
 *     KL(t ‖ a) = Σ t log t + β Σ t (c - min c) + log Σ exp(-β (c - min c)),   a = softmax(-β c)
 *
 * @param costs (tokens, tokens)
 * @returns ≥ 0 up to rounding, in nats; what `Head.loss` gives, within 1e-12 of 1 + the mean cross entropy
 */
export function meanDivergence(data: AttentionData, costs: Float64Array, beta: RowBeta): number {
  const { offsets, cells, targets, floor, tokens } = data
  let sum = 0
  for (let row = 0, from = 0; row + 1 < offsets.length; row++) {
    const end = offsets[row + 1]!
    const count = end - from
    if (gathered.length < count) gathered = new Float64Array(2 * count)
    let least = Infinity
    for (let n = 0; n < count; n++) {
      const cost = costs[cells[from + n]!]!
      gathered[n] = cost
      if (cost < least) least = cost
    }
    const scale = typeof beta === 'number' ? beta : beta(Math.floor(cells[from]! / tokens), gathered, count)
    let total = 0
    for (let n = 0; n < count; n++) {
      const logit = scale * (gathered[n]! - least)
      total += Math.exp(-logit)
      if (targets[from + n]! > 0) sum += targets[from + n]! * logit
    }
    sum += Math.log(total)
    from = end
  }
  return sum / (offsets.length - 1) - floor
}
