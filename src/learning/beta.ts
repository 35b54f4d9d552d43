/**
 * Where the β of softmax(-β C) comes from. Distances do not change under an isometry of both tables, so every rule
 * keeps the invariance except 'byNorms'. γ is learned, as a logarithm.
 */
export type BetaRule =
  | { readonly kind: 'fixed'; readonly beta: number }
  /** β is a parameter, stored as log β; `beta` is its start */
  | { readonly kind: 'learned'; readonly beta: number }
  /** β = γ / mean of the costs in the row */
  | { readonly kind: 'byRow'; readonly gamma: number }
  /** β of a row is such that its weights have the entropy log(perplexity) */
  | { readonly kind: 'entropy'; readonly perplexity: number }
  /** β = γ / √(1 + |q|²) over the coordinates of the query: not a function of distances */
  | { readonly kind: 'byNorms'; readonly gamma: number }

/** From here on β C loses all meaning as a number, and exp(-β C) is 0 or 1. */
const largest = 1e6

/** The most that 'entropy' raises β to: a row whose least cost is shared never gets a lower entropy than its ties. */
const sharpest = 100

/** Plain numbers that the rule adds to the parameters: log β or log γ. */
export function realsOf(rule: BetaRule): 0 | 1 {
  return rule.kind === 'fixed' || rule.kind === 'entropy' ? 0 : 1
}

/** The number that the rule starts from. */
export function scaleOf(rule: BetaRule): number {
  if (rule.kind === 'entropy') return 1
  return rule.kind === 'fixed' || rule.kind === 'learned' ? rule.beta : rule.gamma
}

/** @throws RangeError with the reason, if the rule's number is of no use */
export function checkRule(rule: BetaRule): void {
  if (rule.kind === 'entropy') {
    if (rule.perplexity >= 1 && rule.perplexity < Infinity) return
    throw new RangeError(`the perplexity is ${rule.perplexity}; it must be at least 1`)
  }
  const scale = scaleOf(rule)
  if (scale > 0 && scale <= largest) return
  const name = rule.kind === 'fixed' || rule.kind === 'learned' ? 'β' : 'γ'
  throw new RangeError(`${name} is ${scale}; it must be greater than 0 and at most ${largest}`)
}

/** β, and what the chain rule needs: the mean cost under the weights, and its variance. */
export interface MatchedBeta {
  beta: number
  mean: number
  variance: number
  /** false where none reaches the entropy: all costs equal, or more ties for the least than the perplexity */
  isReached: boolean
}

/**
 * β such that the weights softmax(-β c) have the given entropy, by Newton steps kept inside a bracket. The entropy H
 * falls from log n at β = 0, with dH/dβ = -β Var(c), so there is at most one solution.
 *
 *     H = log Z + β mean(c - min c),   Z = Σ exp(-β (c - min c))
 *
 * @param costs   n ≥ 1 numbers, from `from` up to `to`
 * @param entropy in nats
 * @param out     overwritten; where no β up to 100 reaches the entropy, β is 0 or 100, whichever comes nearest
 * @returns out; |H - entropy| ≤ 1e-12 where it is reached
 */
export function matchEntropy(
  costs: Float64Array,
  from: number,
  to: number,
  entropy: number,
  out: MatchedBeta,
): MatchedBeta {
  let low = Infinity
  for (let n = from; n < to; n++) if (costs[n]! < low) low = costs[n]!
  let below = 0
  let above = sharpest
  const flat = Math.log(to - from)
  out.beta = entropy < flat ? sharpest : 0
  out.isReached = entropyAt(costs, from, to, low, out.beta, out) < entropy && entropy < flat
  if (!out.isReached) return out
  let beta = 1
  for (let step = 0; step < 200; step++) {
    const excess = entropyAt(costs, from, to, low, beta, out) - entropy
    if (excess > 0) below = beta
    else above = beta
    if (Math.abs(excess) < 1e-13 || above - below <= 1e-15 * above) break
    const newton = beta + excess / (beta * out.variance)
    const middle = below > 0 ? Math.sqrt(below * above) : above / 2
    beta = newton > below && newton < above ? newton : middle
  }
  out.beta = beta
  return out
}

/** The entropy of the weights; writes their mean cost and its variance. */
function entropyAt(
  costs: Float64Array,
  from: number,
  to: number,
  low: number,
  beta: number,
  out: MatchedBeta,
): number {
  let sum = 0
  let first = 0
  let second = 0
  for (let n = from; n < to; n++) {
    const excess = costs[n]! - low
    const weight = Math.exp(-beta * excess)
    sum += weight
    first += weight * excess
    second += weight * excess * excess
  }
  const mean = first / sum
  out.mean = low + mean
  out.variance = second / sum - mean * mean
  return Math.log(sum) + beta * mean
}
