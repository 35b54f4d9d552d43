import { requireHeights } from './upperHalfPlane'

/**
 * A curve of constant curvature, as Euclid draws it: a circle, a horizontal line, or a ray from the boundary point
 * `end` along the unit vector (across, up).
 */
export type Cycle =
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  | { readonly kind: 'horizontal'; readonly y: number }
  | { readonly kind: 'ray'; readonly end: number; readonly across: number; readonly up: number }

/**
 * Horocycle at the boundary point ξ through z: the circle tangent at ξ of diameter |z - ξ|²/y, or for ξ = Infinity
 * the line at height y. Relative error a few ε.
 *
 * @throws RangeError unless y > 0
 */
export function horocycle(x: number, y: number, ideal: number): Cycle {
  requireHeights('horocycle', y)
  if (!Number.isFinite(ideal)) return { kind: 'horizontal', y }
  const radius = (((x - ideal) / y) * (x - ideal) + y) / 2
  return { kind: 'circle', x: ideal, y: radius, radius }
}

/**
 * Points at signed distance δ from the oriented geodesic with ideal ends `from` and `to`, positive on its left:
 * with h = (to - from)/2 an arc of the circle about ((from + to)/2, h sinh δ) of radius |h| cosh δ, the part with
 * y > 0; a ray if one end is Infinity. δ = 0 is the geodesic itself. Relative error a few ε.
 *
 * @throws RangeError if the ends coincide
 */
export function hypercycle(from: number, to: number, delta: number): Cycle {
  requireEnds('hypercycle', from, to)
  const across = Math.tanh(delta)
  const up = 1 / Math.cosh(delta)
  if (!Number.isFinite(to)) return { kind: 'ray', end: from, across: 0 - across, up }
  if (!Number.isFinite(from)) return { kind: 'ray', end: to, across, up }
  const h = (to - from) / 2
  return { kind: 'circle', x: from + h, y: h * Math.sinh(delta), radius: Math.abs(h) * Math.cosh(delta) }
}

/**
 * Hyperbolic circle about z: Euclidean centre (x, y cosh r), radius y sinh r. Relative error a few ε.
 *
 * @throws RangeError unless y > 0 and r ≥ 0
 */
export function circle(x: number, y: number, r: number): Cycle {
  requireHeights('circle', y)
  if (!(r >= 0)) throw new RangeError(`circle: the radius must be >= 0, got ${r}`)
  return { kind: 'circle', x, y: y * Math.cosh(r), radius: y * Math.sinh(r) }
}

/**
 * Signed distance δ of z from the oriented geodesic with ideal ends `from` and `to`, positive on its left:
 * sinh δ = ((x - from)(x - to) + y²)/((to - from) y), and its limits for an end at Infinity.
 *
 * sinh δ has error a few ε (|x - from| |x - to| + y²)/(|to - from| y).
 *
 * @throws RangeError unless y > 0, or if the ends coincide
 */
export function signedDistance(x: number, y: number, from: number, to: number): number {
  requireHeights('signedDistance', y)
  requireEnds('signedDistance', from, to)
  if (!Number.isFinite(to)) return Math.asinh((from - x) / y)
  if (!Number.isFinite(from)) return Math.asinh((x - to) / y)
  return Math.asinh((((x - from) / y) * (x - to) + y) / (to - from))
}

function requireEnds(name: string, from: number, to: number): void {
  const same = from === to || !(Number.isFinite(from) || Number.isFinite(to))
  if (same) throw new RangeError(`${name}: the ideal ends must differ, got ${from} twice`)
}
