/** The rank that singular values show, and how far it is from being another one. */
export interface Rank {
  readonly rank: number
  /** Values up to here may be 0 and rounding. */
  readonly threshold: number
  /** undefined where nothing is kept, or nothing dropped. */
  readonly smallestKept: number | undefined
  readonly largestDropped: number | undefined
  readonly verdict: 'clear' | 'unclear'
}

/** Times max(m, n) ε σ₁: the error of a Jacobian and of its singular values together. */
const safety = 16
/** The least kept value is beyond doubt if it exceeds the threshold this many times. */
const wide = 1000

/**
 * The rank of a matrix from its singular values σ₁ ≥ σ₂ ≥ …: those above 16 max(m, n) ε σ₁ count.
 *
 * Where that comes from: σ_k moves by at most the norm of the error of the matrix (Weyl). For `productJacobian` each
 * component of a gradient is right to 8ε, the gradients have length 1, and ‖J‖_F ≤ √min(m, n) σ₁: an error of at most
 * 8√2 √min(m, n) ε σ₁, less than 12 max(m, n) ε σ₁. `singularValues` adds 4 max(m, n) ε σ₁.
 *
 * The verdict is "clear" if the least kept value is 1000 times the threshold or more, so that there is a gap of three
 * decades with nothing in it. A value nearer than that is either small or rounding, and no test of float64 numbers
 * can tell which: "unclear".
 *
 * @param values in descending order, of a matrix (rows, columns)
 */
export function rankWithMargin(values: Float64Array, rows: number, columns: number): Rank {
  const threshold = safety * Math.max(rows, columns) * Number.EPSILON * (values[0] ?? 0)
  const rank = values.filter((value) => value > threshold).length
  const smallestKept = rank > 0 ? values[rank - 1] : undefined
  const isClear = smallestKept === undefined || smallestKept >= wide * threshold
  return {
    rank,
    threshold,
    smallestKept,
    largestDropped: values[rank],
    verdict: isClear ? 'clear' : 'unclear',
  }
}
