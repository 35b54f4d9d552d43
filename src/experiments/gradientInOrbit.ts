import type { Layout } from '../learning/parameters'
import { fromIwasawa } from '../math/iwasawa'
import { act, turn, type Psl2r } from '../math/psl2r'

/** What plain gradient descent takes its steps in, where the metric is not asked. */
export type PlainCoordinates = 'xy' | 'xLogY'

/**
 * |grad L|² by the points of the member g of an orbit, from the gradient at the base: L is the same all along the orbit,
 * so the gradient at gz is that at z, carried by g. With (p, q) = y (∂ₓL, ∂_yL) turned by arg g'(z), and ρ² = p² + q²:
 *
 *     (x, y)        Σ ρ² / Im(gz)²
 *     (x, log y)    Σ p² / Im(gz)² + q²
 *
 * @param gradient in the stored coordinates (x, y)
 */
export function norm2InOrbit(
  layout: Layout,
  parameters: Float64Array,
  gradient: Float64Array,
  g: Psl2r,
  coordinates: PlainCoordinates,
): number {
  const end = layout.stride * layout.points
  const moved = act(g, parameters.subarray(0, end), new Float64Array(end))
  let sum = 0
  for (let n = 0; n < end; n += 2) {
    const x = parameters[n]!
    const y = parameters[n + 1]!
    const angle = turn(g, x, y)
    const across = y * gradient[n]!
    const up = y * gradient[n + 1]!
    const p = (Math.cos(angle) * across - Math.sin(angle) * up) / moved[n + 1]!
    const q = Math.sin(angle) * across + Math.cos(angle) * up
    sum += p * p + (coordinates === 'xy' ? (q / moved[n + 1]!) ** 2 : q * q)
  }
  return sum
}

/** K(θ), which turns the plane about i. */
export const rotation = (theta: number): Psl2r => fromIwasawa(0, 0, theta)

/** Rotations tried, θ a multiple of π/36. */
export const rotations: readonly number[] = Array.from({ length: 36 }, (_, n) => (Math.PI * n) / 36)

/** The θ of the largest gradient among the rotations, or of the smallest. */
export function extremeRotation(
  layout: Layout,
  parameters: Float64Array,
  gradient: Float64Array,
  coordinates: PlainCoordinates,
  which: 'largest' | 'smallest',
): number {
  const side = which === 'largest' ? 1 : -1
  let best = 0
  let most = -Infinity
  for (const theta of rotations) {
    const size = side * norm2InOrbit(layout, parameters, gradient, rotation(theta), coordinates)
    if (size > most) [best, most] = [theta, size]
  }
  return best
}
