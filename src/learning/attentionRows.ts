import type { AttentionData } from './attentionData'
import { matchEntropy, type BetaRule, type MatchedBeta } from './beta'

/** What the rows of a batch read and write; all tables are (tokens, tokens). */
export interface RowTables {
  readonly costs: Float64Array
  /** ∂(Σ of the losses of all rows)/∂C, overwritten */
  readonly costGradient: Float64Array
  /** (tokens): β of each query, and the derivative of the sum by it */
  readonly betas: Float64Array
  readonly betaGradient: Float64Array
  readonly weights: Float64Array
  readonly counts: Float64Array
}

export function rowTables(tokens: number): RowTables {
  const table = () => new Float64Array(tokens * tokens)
  const row = () => new Float64Array(tokens)
  return {
    costs: table(),
    costGradient: table(),
    betas: row(),
    betaGradient: row(),
    weights: table(),
    counts: table(),
  }
}

/** Below this a sum of weights has lost digits to underflow. */
const thin = 1e-250

/**
 * Σ over the rows of the cross entropy -Σ_l t_l log a_l, a = softmax(-β C) over the keys of the row, where β depends
 * on the query token only. Writes costGradient and betaGradient.
 *
 * The weights exp(-β (C_kl - min_l C_kl)) are made once for each pair of tokens: a row then costs one logarithm, one
 * division and two passes over its keys, and no exponential. A row all of whose keys are so far that its weights
 * underflow is done by itself.
 */
export function sharedRows(data: AttentionData, tables: RowTables): number {
  const { tokens, offsets, cells, shares } = data
  const { costs, costGradient, betas, betaGradient, weights, counts } = tables
  let sum = 0
  for (let query = 0, cell = 0; query < tokens; query++) {
    const beta = betas[query]!
    let least = Infinity
    for (let n = cell; n < cell + tokens; n++) if (costs[n]! < least) least = costs[n]!
    for (const end = cell + tokens; cell < end; cell++) {
      const logit = beta * (costs[cell]! - least)
      weights[cell] = Math.exp(-logit)
      if (shares[cell] !== 0) sum += shares[cell]! * logit
      counts[cell] = 0
      costGradient[cell] = shares[cell]!
    }
  }
  for (let row = 0, n = 0; row + 1 < offsets.length; row++) {
    const from = n
    const end = offsets[row + 1]!
    let total = 0
    for (; n < end; n++) total += weights[cells[n]!]!
    if (total > thin) {
      sum += Math.log(total)
      const inverse = 1 / total
      for (n = from; n < end; n++) counts[cells[n]!]! += inverse
    } else sum += thinRow(data, tables, from, end)
  }
  for (let query = 0, cell = 0; query < tokens; query++) {
    const beta = betas[query]!
    let slope = 0
    for (const end = cell + tokens; cell < end; cell++) {
      const missing = costGradient[cell]! - weights[cell]! * counts[cell]!
      if (missing !== 0) slope += missing * costs[cell]!
      costGradient[cell] = beta * missing
    }
    betaGradient[query] = slope
  }
  return sum
}

/** log Σ of the weights of a row, relative to the least cost of its own keys; takes its weights off costGradient. */
function thinRow(data: AttentionData, tables: RowTables, from: number, end: number): number {
  const { cells, tokens } = data
  const { costs, costGradient, betas } = tables
  const query = Math.floor(cells[from]! / tokens)
  const beta = betas[query]!
  let least = Infinity
  let overall = Infinity
  for (let n = from; n < end; n++) least = Math.min(least, costs[cells[n]!]!)
  for (let cell = query * tokens; cell < (query + 1) * tokens; cell++)
    overall = Math.min(overall, costs[cell]!)
  let total = 0
  for (let n = from; n < end; n++) total += Math.exp(-beta * (costs[cells[n]!]! - least))
  for (let n = from; n < end; n++) {
    const cell = cells[n]!
    costGradient[cell]! -= Math.exp(-beta * (costs[cell]! - least)) / total
  }
  return Math.log(total) - beta * (least - overall)
}

let gathered = new Float64Array(64)
let exponentials = new Float64Array(64)
const matched: MatchedBeta = { beta: 0, mean: 0, variance: 0, isReached: false }

/**
 * The same where β is a function of the costs in the row: 'byRow' or 'entropy'. The derivative by log γ is left in
 * betaGradient[0].
 */
export function rowsWithOwnBeta(
  data: AttentionData,
  tables: RowTables,
  rule: BetaRule,
  gamma: number,
): number {
  const { offsets, cells, targets } = data
  const { costs, costGradient, betaGradient } = tables
  costGradient.fill(0)
  betaGradient.fill(0)
  let sum = 0
  for (let row = 0, from = 0; row + 1 < offsets.length; row++) {
    const end = offsets[row + 1]!
    const count = end - from
    if (gathered.length < count) {
      gathered = new Float64Array(2 * count)
      exponentials = new Float64Array(2 * count)
    }
    let least = Infinity
    for (let n = 0; n < count; n++) {
      gathered[n] = costs[cells[from + n]!]!
      if (gathered[n]! < least) least = gathered[n]!
    }
    const beta = betaOfRow(rule, gamma, gathered, count, matched)
    let total = 0
    for (let n = 0; n < count; n++) total += exponentials[n] = Math.exp(-beta * (gathered[n]! - least))
    sum += Math.log(total)
    let slope = 0
    for (let n = 0; n < count; n++) {
      const target = targets[from + n]!
      if (target > 0) sum += target * beta * (gathered[n]! - least)
      const missing = target - exponentials[n]! / total
      slope += missing * gathered[n]!
      costGradient[cells[from + n]!]! += beta * missing
    }
    if (rule.kind === 'byRow') {
      betaGradient[0]! += slope * beta
      for (let n = 0; n < count; n++)
        costGradient[cells[from + n]!]! -= (slope * beta * beta) / (gamma * count)
    } else if (matched.isReached) {
      for (let n = 0; n < count; n++) {
        const bend = (beta * (gathered[n]! - matched.mean)) / matched.variance
        costGradient[cells[from + n]!]! -= (slope * bend * exponentials[n]!) / total
      }
    }
    from = end
  }
  return sum
}

/** β of one row for the rules that make it from the costs. Where all costs are 0, every β gives the same weights. */
export function betaOfRow(
  rule: BetaRule,
  gamma: number,
  costs: Float64Array,
  count: number,
  out: MatchedBeta,
): number {
  if (rule.kind === 'entropy') return matchEntropy(costs, 0, count, Math.log(rule.perplexity), out).beta
  let sum = 0
  for (let n = 0; n < count; n++) sum += costs[n]!
  // The dot product has costs of either sign; their mean is then no scale, and 'byRow' is refused for it.
  return sum > 0 ? (gamma * count) / sum : 0
}

/** The part of the rows whose heaviest key has a target > 0; the first key wins among equals. */
export function accuracyOf(data: AttentionData, costs: Float64Array): number {
  const { offsets, cells, targets } = data
  let right = 0
  for (let row = 0; row + 1 < offsets.length; row++) {
    let best = offsets[row]!
    for (let n = best + 1; n < offsets[row + 1]!; n++) if (costs[cells[n]!]! < costs[cells[best]!]!) best = n
    if (targets[best]! > 0) right++
  }
  return right / (offsets.length - 1)
}
