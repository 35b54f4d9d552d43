import { alignLine } from './alignLine'
import type { LineAlignment } from './alignLine'
import type { Fit, SameModel } from './matching'
import { matchingOf } from './sameModel'
import type { Factors } from './sameModel'

/**
 * Whether two models on the real line are carried into one another by translations and reflections, one for each
 * inner index, and a permutation of the inner indices. `different` means that nothing of that kind does it; it does
 * not mean that the products differ.
 *
 * An inner index fits another if, with the best isometry between its numbers,
 *
 *     Σ_j residual_j² ≤ Σ_j bound_j²,   bound_j = 4 grain (|x_j| + |w_j| + |α|).
 *
 * With relative errors of `grain` in x, w and α the second numbers are within a quarter of that of the first ones
 * moved; least squares does no worse than the α that moved them, and the rest is for measuring that. The verdict is
 * `unclear` if the bound of a number exceeds 1e-3 of the width of its inner index, unless all its numbers are equal.
 *
 * @param first, second A (rows, inner) and B (inner, columns), packed row-major
 * @param grain         2⁻⁵² for float64; 2⁻²³ for numbers that were float32 once
 * @param onCompare     called before each comparison of two inner indices
 * @throws RangeError if a factor does not have its shape or a number is not finite
 */
export function sameModelLine(
  first: Factors,
  second: Factors,
  rows: number,
  inner: number,
  columns: number,
  grain: number = Number.EPSILON,
  onCompare: () => void = () => {},
): SameModel<LineAlignment> {
  return matchingOf(1, first, second, rows, inner, columns, (x, w) => fit(x, w, grain), onCompare)
}

function fit(x: Float64Array, w: Float64Array, grain: number): Fit<LineAlignment> {
  const alignment = alignLine(x, w).best
  const size = Math.abs(alignment.alpha)
  const sum = x.reduce((total, value, j) => total + (Math.abs(value) + Math.abs(w[j]!) + size) ** 2, 0)
  const bound = 4 * grain * Math.sqrt(sum)
  const isTelling = bound / Math.sqrt(x.length) < 1e-3 * widthOf(x) || (widthOf(x) === 0 && widthOf(w) === 0)
  return { alignment, misfit: Math.sqrt(alignment.excess), bound, isTelling }
}

const widthOf = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, value), -Infinity) -
  values.reduce((least, value) => Math.min(least, value), Infinity)
