/** x ↦ x + α, or x ↦ α - x if `reflected`, and how near it brings the numbers. */
export interface LineAlignment {
  readonly alpha: number
  readonly reflected: boolean
  /** |w_j - image of x_j| */
  readonly residuals: Float64Array
  /** Σ weight_j residual_j² */
  readonly excess: number
}

/** The best of each kind; `best` is the one with the smaller excess, the direct one if rounding alone decides. */
export interface LineAlignments {
  readonly direct: LineAlignment
  readonly reversed: LineAlignment
  readonly best: LineAlignment
}

/**
 * The isometries of the line that bring numbers x_j nearest to numbers w_j: the only minima of Σ weight_j residual_j²
 * among the translations, α the mean of w_j - x_j, and among the reflections, α the mean of w_j + x_j.
 *
 * Both means are taken twice, the second time of what the first one leaves, so that the rounding of long sums does not
 * count: numbers with an isometry between them are brought together within 2ε max(|x_j| + |w_j|).
 *
 * @param x, w    (n)
 * @param weights (n), not negative, not all 0; all 1 when left out
 * @throws RangeError if the lengths differ, there is no number or no weight, or one is not finite
 */
export function alignLine(x: Float64Array, w: Float64Array, weights?: Float64Array): LineAlignments {
  const shares = weights ?? new Float64Array(x.length).fill(1)
  check(x, w, shares)
  const direct = fit(x, w, shares, false)
  const reversed = fit(
    x.map((value) => -value),
    w,
    shares,
    true,
  )
  const noise = shares.reduce((sum, weight, j) => {
    const bound = 4 * Number.EPSILON * (Math.abs(x[j]!) + Math.abs(w[j]!) + Math.abs(direct.alpha))
    return sum + weight * bound * bound
  }, 0)
  const isReversed = reversed.excess * (1 + 1e-9) + noise < direct.excess
  return { direct, reversed, best: isReversed ? reversed : direct }
}

function fit(from: Float64Array, w: Float64Array, weights: Float64Array, reflected: boolean): LineAlignment {
  const gaps = w.map((value, j) => value - from[j]!)
  const near = mean(gaps, weights)
  const left = mean(
    gaps.map((gap) => gap - near),
    weights,
  )
  const alpha = near + left + 0
  const residuals = w.map((value, j) => Math.abs(value - (from[j]! + alpha)))
  const excess = residuals.reduce((sum, residual, j) => sum + weights[j]! * residual * residual, 0)
  return { alpha, reflected, residuals, excess }
}

function mean(values: Float64Array, weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return values.reduce((sum, value, j) => sum + value * (weights[j]! / total), 0)
}

function check(x: Float64Array, w: Float64Array, weights: Float64Array): void {
  if (x.length !== w.length || weights.length !== x.length) {
    throw new RangeError(
      `alignLine: the sets must have the same size, got ${x.length} and ${w.length} numbers, ${weights.length} weights`,
    )
  }
  if (![...x, ...w].every(Number.isFinite)) throw new RangeError('alignLine: the numbers must be finite')
  if (weights.some((weight) => !(weight >= 0 && weight < Infinity))) {
    throw new RangeError('alignLine: the weights must be finite and not negative')
  }
  if (!weights.some((weight) => weight > 0)) throw new RangeError('alignLine: there is no number to align')
}
