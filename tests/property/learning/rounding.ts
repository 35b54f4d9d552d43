import type { AttentionData } from '../../../src/learning/attentionData'
import type { Head } from '../../../src/learning/attentionHead'
import type { Inputs } from '../../../src/learning/data/embed'
import type { Classifier } from '../../../src/learning/prototypes'
import { tableProduct } from '../../../src/learning/tables'

const u = 2 ** -53

/** By how much each entry of C may be wrong. */
export type CostError = (cell: number) => number

/** Of rounding alone: the kernel of C is within (13 + 2 inner) u C, a slice's own sum within (13 + inner) u C. */
export function costRounding(costs: Float64Array, inner: number): CostError {
  return (cell) => (26 + 3 * inner) * u * costs[cell]!
}

/**
 * By how much two evaluations of a head's loss may differ when their costs differ by at most `error`.
 *
 * KL(t ‖ softmax(-βc)) = Σ t log t + β Σ t c + log Σ exp(-βc), so an error δ of all costs of a row changes it by at most
 * 2βδ, and one of β by at most |Σ (t - a) c| ≤ the spread of c. β is exact but for roundings (fixed, learned, by norms);
 * γ/mean, so that its relative error is that of the mean; or where the entropy H is right to 1e-13, and then
 *
 *     dH = -βσ² dβ - β² Σ a (c - mean) dc   gives   |dβ| ≤ βδ/σ + 2e-13/(βσ²),
 *
 * twice that for the terms of second order. The summands of a row are at most 3βc + 2 log n, and each of the two sums
 * has a chain of at most 20 + rows + cells additions.
 */
export function lossRounding(
  head: Head,
  parameters: Float64Array,
  data: AttentionData,
  error: CostError,
): number {
  const { tokens, inner, beta: rule } = head.settings
  const costs = head.costs(parameters).slice()
  const rows = data.offsets.length - 1
  let bound = 0
  let summands = 0
  for (const sequence of data.sequences) {
    const { weights, betas } = head.attend(parameters, sequence)
    sequence.forEach((query, k) => {
      const keys = [...sequence.keys()].filter((l) => l !== k)
      const cells = keys.map((l) => query * tokens + sequence[l]!)
      const c = cells.map((cell) => costs[cell]!)
      const a = keys.map((l) => weights[k * sequence.length + l]!)
      const beta = betas[k]!
      const delta = Math.max(...cells.map(error))
      const spread = Math.max(...c) - Math.min(...c)
      const mean = c.reduce((sum, cost) => sum + cost, 0) / c.length
      let slack = (inner + 4) * u * beta
      if (rule.kind === 'byRow') slack = beta * (delta / mean + (c.length + 2) * u)
      // At the ends of its range β is not solved for.
      if (rule.kind === 'entropy' && beta > 0 && beta < 100) {
        const centre = c.reduce((sum, cost, n) => sum + a[n]! * cost, 0)
        const sigma = Math.sqrt(c.reduce((sum, cost, n) => sum + a[n]! * (cost - centre) ** 2, 0))
        slack = 2 * ((beta * delta) / sigma + 2e-13 / (beta * sigma * sigma))
      }
      bound += 2 * beta * delta + spread * slack
      summands += 3 * beta * Math.max(...c) + 2 * Math.log(c.length) + 1
    })
  }
  return (bound + 2 * (20 + rows + tokens * tokens) * u * summands) / rows
}

/** C = X ⊙ Wᵀ. */
export function classifierCosts(model: Classifier, inputs: Inputs, parameters: Float64Array): Float64Array {
  const { geometry, inner } = model.settings
  const columns = model.labels.length
  const w = parameters.subarray(0, model.layout.stride * model.layout.points)
  const out = new Float64Array(inputs.count * columns)
  return tableProduct({ geometry, rows: inputs.count, columns, inner }, inputs.points, w, out)
}

/**
 * By how much two evaluations of a classifier's loss may differ when their costs differ by at most `error`: -log P(label) is a difference of two log sums, and so changes by at most 2βδ
 * with an error δ of all its costs; its summands are at most βc + log columns, four of them, in chains of at most
 * 20 + inputs + columns additions each.
 */
export function classifierRounding(
  model: Classifier,
  inputs: Inputs,
  parameters: Float64Array,
  error: CostError,
): number {
  const columns = model.labels.length
  const rule = model.settings.beta
  const beta = rule.kind === 'learned' ? Math.exp(parameters.at(-1)!) : rule.beta
  const costs = classifierCosts(model, inputs, parameters)
  let bound = 0
  for (let r = 0; r < inputs.count; r++) {
    const cells = Array.from({ length: columns }, (_, l) => r * columns + l)
    bound += 2 * beta * Math.max(...cells.map(error))
    const summands = 4 * (beta * Math.max(...cells.map((cell) => costs[cell]!)) + Math.log(columns))
    bound += 2 * (20 + inputs.count + columns) * u * summands
  }
  return bound / inputs.count
}
