import type { AttentionData } from './attentionData'

/**
 * The loss of a head from its costs alone, where all rows share one β: mean over the rows of
 *
 *     KL(t ‖ a) = Σ t log t + β Σ t (c - min c) + log Σ exp(-β (c - min c)),   a = softmax(-β c)
 *
 * @param costs (tokens, tokens)
 * @param beta  > 0
 * @returns ≥ 0 up to rounding, in nats; what `Head.loss` gives, within 1e-12 of 1 + the mean cross entropy
 */
export function meanDivergence(data: AttentionData, costs: Float64Array, beta: number): number {
  const { offsets, cells, targets, floor } = data
  let sum = 0
  for (let row = 0, from = 0; row + 1 < offsets.length; row++) {
    const end = offsets[row + 1]!
    let least = Infinity
    for (let n = from; n < end; n++) least = Math.min(least, costs[cells[n]!]!)
    let total = 0
    for (let n = from; n < end; n++) {
      const logit = beta * (costs[cells[n]!]! - least)
      total += Math.exp(-logit)
      if (targets[n]! > 0) sum += targets[n]! * logit
    }
    sum += Math.log(total)
    from = end
  }
  return sum / (offsets.length - 1) - floor
}
