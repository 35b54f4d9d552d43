import { dist, requireHeights, sinhHalf } from './dist'

/**
 * The upper half-plane H² = {x + iy, y > 0}, curvature -1. Points z = x + iy and w = u + iv; angles in radians from
 * the positive x direction; lengths in units of hyperbolic length. Coordinates are finite.
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 7
 */

export { dist, requireHeights }

/** A complete geodesic: a half circle about a point of the boundary, or a vertical line. */
export type Geodesic =
  | { readonly kind: 'arc'; readonly centre: number; readonly radius: number }
  | { readonly kind: 'vertical'; readonly x: number }

/**
 * Gradient of ρ(z, w) in (x, y, u, v). Its two halves have Euclidean norm 1/y and 1/v, that is Riemannian norm 1;
 * at coincidence, where ρ is not differentiable, it is 0 (the subgradient of least norm).
 *
 * @param out (4), [∂x, ∂y, ∂u, ∂v], each with error a few ε in units of 1/y and 1/v; returned
 * @throws RangeError unless y > 0 and v > 0
 */
export function distGradient(x: number, y: number, u: number, v: number, out: Float64Array): Float64Array {
  requireHeights('distGradient', y, v)
  const s = sinhHalf(x, y, u, v)
  if (s === 0) return out.fill(0, 0, 4)
  const ry = Math.sqrt(y)
  const rv = Math.sqrt(v)
  const chord = Math.hypot(x - u, y - v)
  const across = (x - u) / chord
  const up = ((y - v) / chord) * (ry / rv + rv / ry)
  const bend = 2 * s * across * across
  const cosh = Math.hypot(1, s)
  out[0] = across / cosh / ry / rv
  out[1] = (up - bend) / cosh / (2 * y)
  out[2] = -out[0]
  out[3] = (-up - bend) / cosh / (2 * v)
  return out
}

/**
 * The point at signed arclength t from z on the oriented geodesic z → w; t may leave [0, ρ(z, w)].
 *
 * Inside it is the combination of z and w with weights sinh(ρ - t), sinh t, which is linear in the hyperboloid and
 * so has no vertical case; outside it is shot from the nearer end. For z = w there is no direction: z.
 *
 * @param out (2), [x, y]; returned
 * @throws RangeError unless y > 0 and v > 0
 */
export function pointAlong(
  x: number,
  y: number,
  u: number,
  v: number,
  t: number,
  out: Float64Array,
): Float64Array {
  const rho = dist(x, y, u, v)
  if (rho === 0) return write(out, x, y)
  if (t < 0) return shoot(x, y, ...unitTowards(x, y, u, v), t, out)
  if (t > rho) return shoot(u, v, ...unitTowards(u, v, x, y), rho - t, out)
  const whole = Math.expm1(-2 * rho)
  const nearZ = (Math.exp(-t) * Math.expm1(2 * (t - rho))) / whole / y
  const nearW = (Math.exp(t - rho) * Math.expm1(-2 * t)) / whole / v
  const height = 1 / (nearZ + nearW)
  const offset = (u - x) * height * (nearZ > nearW ? nearW : -nearZ)
  return write(out, (nearZ > nearW ? x : u) + offset, height)
}

/**
 * Midpoint of z and w: x = (xv + uy)/(y + v), y = √(yv) |z - w̄|/(y + v).
 *
 * @param out (2), [x, y]; returned
 * @throws RangeError unless y > 0 and v > 0
 */
export function midpoint(x: number, y: number, u: number, v: number, out: Float64Array): Float64Array {
  requireHeights('midpoint', y, v)
  const sum = y + v
  const across = (u - x) / sum
  return write(out, x + y * across, Math.sqrt(y) * Math.sqrt(v) * Math.hypot(across, 1))
}

/**
 * The complete geodesic through z and w: centre (x + u)/2 + (y - v)(y + v)/(2(x - u)). Vertical if x = u (and so at
 * coincidence), or if the centre leaves the range of float64.
 *
 * @throws RangeError unless y > 0 and v > 0
 */
export function geodesic(x: number, y: number, u: number, v: number): Geodesic {
  requireHeights('geodesic', y, v)
  const toCentre = offsetOfCentre(x, y, u, v)
  const radius = Math.hypot(toCentre, y)
  return radius < Infinity ? { kind: 'arc', centre: x + toCentre, radius } : { kind: 'vertical', x }
}

/**
 * Ideal ends of the oriented geodesic z → w: the boundary point it comes from and the one it goes to, ±∞ both as
 * Infinity. From (e₁ - x)(e₂ - x) = -y², so that the end near z does not cancel against the far one.
 *
 * @throws RangeError unless y > 0 and v > 0
 */
export function idealEnds(x: number, y: number, u: number, v: number): [from: number, to: number] {
  requireHeights('idealEnds', y, v)
  const toCentre = offsetOfCentre(x, y, u, v)
  const reach = Math.abs(toCentre) + Math.hypot(toCentre, y)
  const near = (reach < Infinity ? y / reach : 0) * y
  const right = toCentre >= 0 ? reach : near
  const left = toCentre >= 0 ? near : reach
  const ends: [number, number] = [boundary(x - left), boundary(x + right)]
  const leftwards = u < x || (u === x && v < y)
  return leftwards ? [ends[1], ends[0]] : ends
}

/** Angle in (-π, π] at z of the geodesic to w: arg i(w - z)/(w - z̄); 0 at coincidence. */
export function direction(x: number, y: number, u: number, v: number): number {
  requireHeights('direction', y, v)
  const angle = Math.atan2(v - y, u - x) + Math.atan2(u - x, y + v)
  return angle > -Math.PI ? angle : angle + 2 * Math.PI
}

/**
 * Exponential map: where the geodesic from z along the tangent vector (p, q) is after its length |(p, q)|/y. The
 * vector is in coordinates (x, y), not in the orthonormal frame.
 *
 * @param out (2), [x, y]; returned
 * @throws RangeError unless y > 0
 */
export function expMap(x: number, y: number, p: number, q: number, out: Float64Array): Float64Array {
  requireHeights('expMap', y)
  const size = Math.hypot(p, q)
  // Below 1e-100 the plane is flat to every bit; subnormal numbers have no direction.
  return size < 1e-100 * y ? write(out, x + p, y) : shoot(x, y, p / size, q / size, size / y, out)
}

/**
 * Logarithm map, inverse of {@link expMap}: the tangent vector at z of length ρ(z, w) towards w, 0 at coincidence.
 * Its direction has error a few ε, so expMap of it misses w by a few ε sinh ρ.
 *
 * @param out (2), [p, q] in coordinates (x, y); returned
 * @throws RangeError unless y > 0 and v > 0
 */
export function logMap(x: number, y: number, u: number, v: number, out: Float64Array): Float64Array {
  const size = y * dist(x, y, u, v)
  if (size === 0) return write(out, 0, 0)
  const [cos, sin] = unitTowards(x, y, u, v)
  return write(out, size * cos, size * sin)
}

/** Angle in (-π, π) by which parallel transport along z → w turns a vector: -2 atan2(u - x, y + v). */
export function parallelTransport(x: number, y: number, u: number, v: number): number {
  requireHeights('parallelTransport', y, v)
  return 0 - 2 * Math.atan2(u - x, y + v)
}

/** Centre of the geodesic relative to x; infinite if it is vertical. */
function offsetOfCentre(x: number, y: number, u: number, v: number): number {
  const p = u - x
  return p === 0 ? Infinity : p / 2 + (((v - y) / p) * (v + y)) / 2
}

function boundary(end: number): number {
  return Number.isFinite(end) ? end : Infinity
}

/** Unit vector at z towards w: i(w - z)/(w - z̄) as a product of unit vectors, its cosine free of cancellation. */
function unitTowards(x: number, y: number, u: number, v: number): [cos: number, sin: number] {
  const chord = Math.hypot(u - x, v - y)
  const mirrored = Math.hypot(u - x, v + y)
  const p = (u - x) / chord
  const sin = ((v - y) / chord) * ((v + y) / mirrored) + p * ((u - x) / mirrored)
  return [p * ((2 * y) / mirrored), sin]
}

/**
 * The point at arclength n from z along the unit vector (cos, sin), from y' = y/(cosh n - sin · sinh n) with both
 * 1 - sin and 1 + sin free of cancellation, so y' is positive.
 */
function shoot(x: number, y: number, cos: number, sin: number, n: number, out: Float64Array): Float64Array {
  const below = sin > 0 ? (cos * cos) / (1 + sin) : 1 - sin
  const above = sin > 0 ? 1 + sin : (cos * cos) / (1 - sin)
  const k = 2 / (Math.exp(n) * below + Math.exp(-n) * above)
  return write(out, x + y * cos * Math.sinh(n) * k, y * k)
}

function write(out: Float64Array, first: number, second: number): Float64Array {
  out[0] = first
  out[1] = second
  return out
}
