import { betaOfRow } from './attentionRows'
import type { RowBeta } from './attentionLoss'
import { scaleOf, type BetaRule, type MatchedBeta } from './beta'

/**
 * β of the rows of a head by its rule, see {@link BetaRule}; γ and a learned β are those of the rule.
 *
 * @param q     (tokens, width) row-major: the queries, whose norms 'byNorms' needs
 * @param width numbers a query
 */
export function rowBeta(rule: BetaRule, q: Float64Array, width: number): RowBeta {
  const scale = scaleOf(rule)
  if (rule.kind === 'fixed' || rule.kind === 'learned') return scale
  if (rule.kind === 'byNorms') return (query) => scale / Math.sqrt(1 + norm2(q, query * width, width))
  const matched: MatchedBeta = { beta: 0, mean: 0, variance: 0, isReached: false }
  return (_, costs, count) => betaOfRow(rule, scale, costs, count, matched)
}

function norm2(q: Float64Array, from: number, width: number): number {
  let sum = 0
  for (let n = from; n < from + width; n++) sum += q[n]! * q[n]!
  return sum
}
