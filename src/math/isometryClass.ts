import { norm2, representative } from './psl2r'
import type { Psl2r } from './psl2r'

/**
 * The class of an element, by its fixed points: boundary points are real or Infinity, the angle is in (-π, π] with
 * g'(z₀) = e^(i·angle), lengths are positive. `sense` is the sign of the translation b of the conjugate z ↦ z + b
 * that has its fixed point at ∞.
 */
export type IsometryClass =
  | { readonly kind: 'identity' }
  | {
      readonly kind: 'elliptic'
      readonly fixedPoint: readonly [x: number, y: number]
      readonly rotationAngle: number
    }
  | { readonly kind: 'parabolic'; readonly fixedPoint: number; readonly sense: 1 | -1 }
  | {
      readonly kind: 'hyperbolic'
      readonly attracting: number
      readonly repelling: number
      readonly translationLength: number
    }

/**
 * Classifies by the sign of D = (a - d)² + 4bc, and finds the fixed points as roots of cz² - (a - d)z - b.
 *
 * An element is parabolic if D is within the rounding of its entries of 0, and the identity if M is within it of ±I:
 * an error ε‖M‖ in each entry moves D by about 4ε‖M‖(|a - d| + |b| + |c|), and 4 times that is allowed. The measure
 * shrinks with the distance to the identity, so diag(1 + 1e-5, 1/(1 + 1e-5)), and even 1 + 1e-13, is hyperbolic.
 * Lengths come from 2 asinh(√D/2), never from acosh of the trace.
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 4 and 7
 */
export function classify(g: Psl2r): IsometryClass {
  const [a, b, c, d] = representative(...g)
  const grain = 16 * Number.EPSILON * Math.sqrt(norm2(g))
  const spread = Math.abs(a - d) + Math.abs(b) + Math.abs(c)
  if (spread <= grain) return { kind: 'identity' }
  const D = discriminant([a, b, c, d])
  if (Math.abs(D) <= grain * Math.min(spread, a + d)) return parabolic((a - d) / 2, b, c)
  return D < 0 ? elliptic((a - d) / 2, c, a + d, Math.sqrt(-D)) : hyperbolic((a - d) / 2, b, c, Math.sqrt(D))
}

/**
 * D = (a - d)² + 4bc = tr² - 4, from whichever of the two forms loses less: the first near the identity, the second
 * where the entries are larger than the trace. Error a few ε‖g‖ min(|a - d| + |b| + |c|, |tr|).
 */
export function discriminant([a, b, c, d]: Psl2r): number {
  const trace = Math.abs(a + d)
  const spread = Math.abs(a - d) + Math.abs(b) + Math.abs(c)
  return spread <= trace ? (a - d) ** 2 + 4 * b * c : (trace - 2) * (trace + 2)
}

/** The nilpotent part [p b; c -p] has rank one: its larger column is the fixed point. */
function parabolic(p: number, b: number, c: number): IsometryClass {
  const fixedPoint = Math.abs(c) >= Math.abs(b) ? p / c : -b / p
  return { kind: 'parabolic', fixedPoint: boundary(fixedPoint), sense: b > c ? 1 : -1 }
}

/** g'(z₀) = 1/(cz₀ + d)², with cz₀ + d = (tr + i sgn(c) √-D)/2. */
function elliptic(p: number, c: number, trace: number, root: number): IsometryClass {
  const rotationAngle = -2 * Math.atan2(Math.sign(c) * root, trace)
  return {
    kind: 'elliptic',
    fixedPoint: [p / c + 0, root / (2 * Math.abs(c))],
    rotationAngle: rotationAngle > -Math.PI ? rotationAngle : Math.PI,
  }
}

/** The root of the larger modulus of q is taken first, the other from the product -b/c; cz + d there is q + d. */
function hyperbolic(p: number, b: number, c: number, root: number): IsometryClass {
  const q = p >= 0 ? p + root / 2 : p - root / 2
  const first = boundary(q / c)
  const second = boundary(-b / q)
  // The attracting point has |cz + d| > 1. With trace > 0 that is the root whose q has the sign of +√D.
  const [attracting, repelling] = p >= 0 ? [first, second] : [second, first]
  return { kind: 'hyperbolic', attracting, repelling, translationLength: 2 * Math.asinh(root / 2) }
}

/** A boundary point: one infinity, one zero. */
function boundary(x: number): number {
  return Number.isFinite(x) ? x + 0 : Infinity
}
