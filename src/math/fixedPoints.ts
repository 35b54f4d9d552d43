import { representative } from './psl2r'
import type { Psl2r } from './psl2r'
import { requireHeights } from './upperHalfPlane'

/**
 * The element that has given fixed points. A boundary point is real, or ±Infinity for ∞.
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 4 and 7
 */

/**
 * The hyperbolic element that moves along the geodesic from `repelling` to `attracting` by a length; the identity
 * at length 0. With e, f the attracting and the repelling end and λ = e^(length/2):
 *
 *     g = [λe - f/λ, (1/λ - λ)ef; λ - 1/λ, e/λ - λf] / (e - f)
 *
 * and the limits of it where an end is ∞.
 *
 * @throws RangeError if the ends are the same or not numbers, for a length that is negative or not finite, or if an
 * entry leaves the range of float64
 */
export function hyperbolicWith(repelling: number, attracting: number, translationLength: number): Psl2r {
  if (!(translationLength >= 0 && translationLength < Infinity)) {
    throw new RangeError(
      `hyperbolicWith: the length must be finite and not negative, got ${translationLength}`,
    )
  }
  const [e, k] = lift('hyperbolicWith', attracting)
  const [f, l] = lift('hyperbolicWith', repelling)
  const across = e * l - f * k
  if (across === 0) {
    throw new RangeError(`hyperbolicWith: the fixed points must differ, both are ${attracting}`)
  }
  const grow = Math.exp(translationLength / 2)
  const shrink = Math.exp(-translationLength / 2)
  const both = 2 * Math.sinh(translationLength / 2)
  return inRange(
    'hyperbolicWith',
    representative(
      (grow * e * l - shrink * f * k) / across,
      (-both * e * f) / across,
      (both * k * l) / across,
      (shrink * e * l - grow * f * k) / across,
    ),
  )
}

/**
 * The turn about z = x + iy by an angle, counterclockwise positive: cos(φ/2) I - (sin(φ/2)/y) [x, -|z|²; 1, -x].
 *
 * @throws RangeError unless y > 0 and the angle is finite, or if an entry leaves the range of float64
 */
export function ellipticWith(x: number, y: number, rotationAngle: number): Psl2r {
  requireHeights('ellipticWith', y)
  const cos = Math.cos(rotationAngle / 2)
  const sin = Math.sin(rotationAngle / 2)
  const across = (x / y) * sin
  return inRange('ellipticWith', representative(cos - across, across * x + sin * y, -sin / y, cos + across))
}

/**
 * The parabolic element that fixes a boundary point ξ and moves the horocycle at ξ through i along itself by the
 * length |shift|, as z ↦ z + shift does at ξ = ∞: I + shift [-vw, v²; -w², vw], with (v, w) the unit vector of
 * ξ = v/w. The identity at shift 0.
 *
 * @throws RangeError if the point is not a number or the shift is not finite
 */
export function parabolicWith(point: number, shift: number): Psl2r {
  const [v, w] = unitLift('parabolicWith', point)
  const turn = shift * v * w
  return inRange('parabolicWith', representative(1 - turn, shift * v * v, -shift * w * w, 1 + turn))
}

/** Homogeneous coordinates, [ξ, 1] or [1, 0]. */
function lift(name: string, point: number): [v: number, w: number] {
  if (Number.isNaN(point)) throw new RangeError(`${name}: a fixed point is not a number`)
  return Number.isFinite(point) ? [point, 1] : [1, 0]
}

/** The unit vector [v, w] with ξ = v/w, w ≥ 0; [1, 0] for ∞. @throws RangeError for NaN, naming the caller */
export function unitLift(name: string, point: number): [v: number, w: number] {
  const [v, w] = lift(name, point)
  const size = Math.hypot(v, w)
  return [v / size, w / size]
}

function inRange(name: string, g: Psl2r): Psl2r {
  if (g.every(Number.isFinite)) return g
  throw new RangeError(`${name}: no element of float64 range has these fixed points and this size`)
}
