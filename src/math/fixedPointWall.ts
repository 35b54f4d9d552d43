import { ellipticWith, hyperbolicWith, unitLift } from './fixedPoints'
import { exp } from './oneParameter'
import type { Psl2r } from './psl2r'
import { requireHeights } from './upperHalfPlane'

/**
 * The element that has given fixed points, across the wall between the classes.
 *
 * The fixed points of exp X, X = [p q; r -p], are the roots of rz² - 2pz - q: two boundary points, one counted
 * twice, or a conjugate pair, of which one is inside. They move continuously with X, but at a constant length or
 * angle m the size of X diverges where they meet, as m/(2√δ) with δ = |p² + qr|/|X|², |X|² = 2p² + q² + r². So the
 * length is kept at a distance from the wall only, and the size is held at it:
 *
 *     |X| = m/(2√δ)                                   δ ≥ η
 *     |X| = m/(2√η) · (21 - 12s³ + 7s⁴)/16,  s = δ/η   δ < η
 *
 * Value and two derivatives fit at δ = η, and both sides meet flat at δ = 0: X is a continuously differentiable
 * function of the coefficients. A length beyond 0.8π becomes that angle inside, lest it wind around; η is then
 * smaller there, so that the size on the wall is the same.
 *
 * |X| is measured from a point, `about`, and unchanged by turns about it. For about = i, δ = 0.01 at ends ±0.1 and at
 * the point 0.1i.
 *
 * @see the same formulas in Beardon, The Geometry of Discrete Groups (1983), ch. 4 and 7, but for the rule of sizes
 */

/** Fixed points, as `classify` names them, and the sense of what turns or shifts about them. */
export type FixedPoints =
  | { readonly kind: 'hyperbolic'; readonly attracting: number; readonly repelling: number }
  | { readonly kind: 'parabolic'; readonly fixedPoint: number; readonly sense: 1 | -1 }
  | {
      readonly kind: 'elliptic'
      readonly fixedPoint: readonly [x: number, y: number]
      readonly sense: 1 | -1
    }

/** What is kept: |X| on the wall, the length at a distance on one side of it, the angle on the other. */
export interface Kept {
  readonly size: number
  readonly length: number
  readonly angle: number
}

/** η where nothing else is said. */
export const wallWidth = 0.01
/** (21 - 12s³ + 7s⁴)/16 at s = 0. */
export const onWall = 21 / 16
/** What a longer length becomes inside. */
export const largestAngle = 0.8 * Math.PI

/**
 * The element with these fixed points that has length m, or angle min(m, 0.8π), at a distance from the wall
 * (η = 0.01), and is a continuously differentiable function of them across it. On the wall it is `parabolicWith` of
 * shift ±(21/16) m/(2√η), if about = i.
 *
 * @param m     length or angle, > 0
 * @param about the point that sizes are measured from
 * @throws RangeError if the two ends are the same, a point is no point, m is not positive and finite, or an entry
 * leaves the range of float64
 */
export function elementWithFixedPoints(
  fixed: FixedPoints,
  m: number,
  about: readonly [x: number, y: number] = [0, 1],
): Psl2r {
  if (!(m > 0 && m < Infinity)) {
    throw new RangeError(`elementWithFixedPoints: the size must be positive and finite, got ${m}`)
  }
  return elementKeeping({ ...keeping(m, wallWidth), angle: Math.min(m, largestAngle) }, fixed, about)
}

/** Length or angle m at δ ≥ η on both sides, and what |X| on the wall follows from that. */
export function keeping(m: number, width: number): Kept {
  return { size: (onWall * m) / (2 * Math.sqrt(width)), length: m, angle: m }
}

/** {@link elementWithFixedPoints} with the three sizes given; far from the wall from the length or angle itself. */
export function elementKeeping(
  kept: Kept,
  fixed: FixedPoints,
  [x, y]: readonly [x: number, y: number],
): Psl2r {
  requireHeights('elementWithFixedPoints', y)
  const { p, q, r, discriminant } = generatorSeenFrom(fixed, x, y)
  const norm2 = 2 * p * p + q * q + r * r
  const m = fixed.kind === 'elliptic' ? kept.angle : kept.length
  const s = Math.abs(discriminant) / norm2 / ((onWall * m) / (2 * kept.size)) ** 2
  if (s >= 1 && fixed.kind === 'hyperbolic') return hyperbolicWith(fixed.repelling, fixed.attracting, m)
  if (s >= 1 && fixed.kind === 'elliptic') return ellipticWith(...fixed.fixedPoint, fixed.sense * m)
  const scale = (kept.size * (1 - (s ** 3 * (12 - 7 * s)) / 21)) / Math.sqrt(norm2)
  const P = p * scale
  const Q = q * scale * y
  const R = (r * scale) / y
  return exp(P + x * R, Q - x * (2 * P + x * R), R, 1)
}

/** A generator of any size with these fixed points in coordinates where `about` is i, and its p² + qr. */
function generatorSeenFrom(fixed: FixedPoints, x: number, y: number) {
  const name = 'elementWithFixedPoints'
  if (fixed.kind === 'hyperbolic') {
    const { attracting, repelling } = fixed
    if (attracting === repelling) {
      throw new RangeError(`${name}: the fixed points must differ, both are ${attracting}`)
    }
    const [e, k] = unitLift(name, (attracting - x) / y)
    const [f, l] = unitLift(name, (repelling - x) / y)
    // By order, since products of near ends may round to the same number.
    const sign =
      !Number.isFinite(attracting) || (Number.isFinite(repelling) && attracting > repelling) ? 1 : -1
    return {
      p: (sign * (e * l + f * k)) / 2,
      q: -sign * e * f,
      r: sign * k * l,
      discriminant: ((e * l - f * k) / 2) ** 2,
    }
  }
  const { sense } = fixed
  if (fixed.kind === 'parabolic') {
    const [v, w] = unitLift(name, (fixed.fixedPoint - x) / y)
    return { p: -sense * v * w, q: sense * v * v, r: -sense * w * w, discriminant: 0 }
  }
  requireHeights(name, fixed.fixedPoint[1])
  const u = (fixed.fixedPoint[0] - x) / y
  const v = fixed.fixedPoint[1] / y
  const unit = 1 / (1 + u * u + v * v)
  return {
    p: -sense * u * unit,
    q: sense * (u * u + v * v) * unit,
    r: -sense * unit,
    discriminant: -((v * unit) ** 2),
  }
}
