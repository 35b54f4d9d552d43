import type { Layout } from './parameters'

/** Of one inner index, over both tables. */
export interface Conserved {
  /** Σ Re z, on the line Σ x */
  readonly sum: number
  /** Σ |z|², on the line Σ x² */
  readonly sumOfSquares: number
  /** Σ |∂L/∂z|² of the Euclidean gradient */
  readonly gradientSquares: number
}

/**
 * What gradient descent in (x, y) conserves, for each inner index of a loss that its isometries do not change. By
 * Noether's argument the gradient is orthogonal to the orbits, here to those of the translations and the dilations:
 *
 *     Σ ∂L/∂x = 0  and  Σ (x ∂L/∂x + y ∂L/∂y) = 0
 *
 * so a step z - η ∂L/∂z keeps Σ Re z, and lets Σ |z|² grow by exactly η² Σ |∂L/∂z|². Momentum keeps Σ Re z too. The
 * line has no dilations that keep distances: only Σ x is kept there. Rounding: a few ε of the sums a step.
 *
 * @see Kunin et al., Neural mechanics (2021)
 */
export function conserved(layout: Layout, parameters: Float64Array, gradient: Float64Array): Conserved[] {
  const { stride, points, inner } = layout
  return Array.from({ length: inner }, (_, i) => {
    let sum = 0
    let sumOfSquares = 0
    let gradientSquares = 0
    for (let point = i; point < points; point += inner) {
      const n = stride * point
      sum += parameters[n]!
      for (let m = n; m < n + stride; m++) {
        sumOfSquares += parameters[m]! * parameters[m]!
        gradientSquares += gradient[m]! * gradient[m]!
      }
    }
    return { sum, sumOfSquares, gradientSquares }
  })
}
