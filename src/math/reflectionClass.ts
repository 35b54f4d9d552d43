import { norm2, representative } from './psl2r'
import type { Psl2r } from './psl2r'

/**
 * The class of an isometry gσ that turns the plane over, σ the mirror z ↦ -z̄; boundary points are real or Infinity,
 * lengths positive. The ends of a mirror axis come in increasing order.
 */
export type ReflectedClass =
  | { readonly kind: 'reflection'; readonly ends: readonly [p: number, q: number] }
  | {
      readonly kind: 'glide'
      readonly attracting: number
      readonly repelling: number
      readonly translationLength: number
    }

/**
 * gσ is z ↦ M(z̄) with M = [-a b; -c d], determinant -1. On the boundary it fixes the roots of cx² - (a + d)x + b,
 *
 *     x = ((a + d) ± √D)/(2c)        D = (a - d)² + 4 > 0
 *
 * so it always has an axis, where its derivative is -1/(d - cx)²: it is a reflection in the axis if tr M = d - a is 0,
 * within 16ε‖g‖ as in `classify`, and else a glide reflection along it, of length 2 asinh(|d - a|/2).
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 7
 */
export function classifyReflected(g: Psl2r): ReflectedClass {
  const [a, b, c, d] = representative(...g)
  // The trace is not negative: nothing cancels in the larger root, and the other one is the product b/c over it.
  const q = (a + d + Math.hypot(a - d, 2)) / 2
  const first = boundary(q / c)
  const second = boundary(b / q)
  const trace = d - a
  if (Math.abs(trace) <= 16 * Number.EPSILON * Math.sqrt(norm2(g))) {
    return { kind: 'reflection', ends: first < second ? [first, second] : [second, first] }
  }
  // |d - cx| is (√D ∓ trace)/2 at the first and the second root; above 1 it attracts.
  const [attracting, repelling] = trace > 0 ? [second, first] : [first, second]
  return { kind: 'glide', attracting, repelling, translationLength: 2 * Math.asinh(Math.abs(trace) / 2) }
}

/**
 * The g for which gσ is the glide reflection along the geodesic from `repelling` to `attracting` by a length; at
 * length 0 the reflection in that geodesic. With e, f the attracting and the repelling end and λ = e^(length/2):
 *
 *     g = [-(λe + f/λ), -(λ + 1/λ)ef; -(λ + 1/λ), -(e/λ + λf)] / (e - f)
 *
 * and the limits of it where an end is ∞. Fixed points and length come back within 32ε‖g‖².
 *
 * @throws RangeError if the ends are the same or not numbers, for a length that is negative or not finite, or if an
 * entry leaves the range of float64
 */
export function glide(attracting: number, repelling: number, length: number): Psl2r {
  if (!(length >= 0 && length < Infinity)) {
    throw new RangeError(`glide: the length must be finite and not negative, got ${length}`)
  }
  const [e, k] = lift(attracting)
  const [f, l] = lift(repelling)
  const across = e * l - f * k
  if (across === 0) throw new RangeError(`glide: the ends must differ, both are ${attracting}`)
  const grow = Math.exp(length / 2)
  const shrink = Math.exp(-length / 2)
  const both = 2 * Math.cosh(length / 2)
  const g = representative(
    -(grow * e * l + shrink * f * k) / across,
    (-both * e * f) / across,
    (-both * k * l) / across,
    -(shrink * e * l + grow * f * k) / across,
  )
  if (!g.every(Number.isFinite))
    throw new RangeError('glide: no element of float64 range has this axis and length')
  return g
}

/** Homogeneous coordinates, [ξ, 1] or [1, 0]. */
function lift(point: number): [v: number, w: number] {
  if (Number.isNaN(point)) throw new RangeError('glide: an end is not a number')
  return Number.isFinite(point) ? [point, 1] : [1, 0]
}

/** A boundary point: one infinity, one zero. */
function boundary(x: number): number {
  return Number.isFinite(x) ? x + 0 : Infinity
}
