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

/** A boundary point: one infinity, one zero. */
function boundary(x: number): number {
  return Number.isFinite(x) ? x + 0 : Infinity
}
