import type { OptimiserSettings } from './optimisers'
import type { Layout } from './parameters'
import type { Observer } from './training'

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

/** Which of the sums a step keeps or lets grow as predicted. */
export type Kept = 'both' | 'sum' | 'neither'

/**
 * What of {@link conserved} holds for steps with these settings. Momentum steps along sums of gradients, each of which
 * is orthogonal to the translations, and x is stepped alike in (x, y) and (x, log y); Adam divides each number by
 * something else, the metric weighs each point by its height, and weight decay is not invariant.
 */
export function keptBy(
  { stride }: Pick<Layout, 'stride'>,
  { method, coordinates, weightDecay }: OptimiserSettings,
): Kept {
  if (method === 'adam' || weightDecay > 0) return 'neither'
  if (stride === 1) return 'sum'
  if (coordinates === 'intrinsic') return 'neither'
  return method === 'gradientDescent' && coordinates === 'xy' ? 'both' : 'sum'
}

/** Of one inner index, from the start of a run to now. */
export interface Balance {
  /** Σ Re z at the start and now */
  readonly sumAtStart: number
  readonly sum: number
  /** by how much Σ |z|² has grown */
  readonly growth: number
  /** Σ over the steps of η² Σ |∂L/∂z|² */
  readonly predicted: number
}

/** Adds up what the steps of a run do to the sums of {@link conserved}. */
export interface Ledger {
  readonly observe: Observer
  /**
   * After `count` steps, of which the last ones may have been forgotten and made anew.
   *
   * @param parameters those now
   */
  readonly read: (
    count: number,
    parameters: Float64Array,
  ) => { readonly kept: Kept; readonly balances: readonly Balance[] }
}

/** @param start the parameters that the run begins with, after no step */
export function ledger(layout: Layout, start: Float64Array): Ledger {
  const { inner, stride, points } = layout
  const none = new Float64Array(start.length)
  const first = conserved(layout, start, none)
  const predicted: number[] = []
  const kept: Kept[] = []
  return {
    observe: (count, gradient, settings, rate) => {
      kept[count] = keptBy(layout, settings)
      for (let i = 0; i < inner; i++) {
        let squares = 0
        for (let point = i; point < points; point += inner) {
          for (let n = stride * point; n < stride * (point + 1); n++) squares += gradient[n]! * gradient[n]!
        }
        predicted[count * inner + i] = rate * rate * squares
      }
    },
    read: (count, parameters) => {
      const now = conserved(layout, parameters, none)
      const made = kept.slice(0, count)
      return {
        kept: made.includes('neither') ? 'neither' : made.includes('sum') ? 'sum' : 'both',
        balances: now.map(({ sum, sumOfSquares }, i) => {
          let growth = 0
          for (let n = i; n < count * inner; n += inner) growth += predicted[n]!
          return {
            sumAtStart: first[i]!.sum,
            sum,
            growth: sumOfSquares - first[i]!.sumOfSquares,
            predicted: growth,
          }
        }),
      }
    },
  }
}
