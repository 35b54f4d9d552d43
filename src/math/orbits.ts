/**
 * The orbit of a point z under the one-parameter group exp(tX), X = [p q; r -p]: a circle where p² + qr < 0, a
 * horocycle where it is 0, a hypercycle, or the axis itself, where it is > 0.
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 7
 */

/** How far a curve that has no end is followed, in units of hyperbolic length; e^-16 from the rim of the disk. */
export const reach = 16

/**
 * exp(tX)·z without allocation, for curves that are drawn anew in every frame. X holds the class, so one formula
 * serves all three, and the smaller diagonal entry does not cancel.
 *
 * Hyperbolic error a few ε(1 + ‖tX‖)‖exp tX‖² cosh ρ(i, z).
 *
 * @param out (2), [x, y]; returned
 */
export function orbitPoint(
  p: number,
  q: number,
  r: number,
  x: number,
  y: number,
  t: number,
  out: Float64Array,
): Float64Array {
  const u = p * p + q * r
  const root = Math.sqrt(Math.abs(u))
  const angle = root * t
  let s = t
  let a = 1 + t * p
  let d = 1 - t * p
  if (u > 0) {
    s = Math.sinh(angle) / root
    const large = Math.cosh(angle) + Math.abs(s * p)
    const small = Math.exp(-Math.abs(angle)) + Math.abs(s) * (q / (root + Math.abs(p))) * r
    a = s * p >= 0 ? large : small
    d = s * p >= 0 ? small : large
  } else if (u < 0) {
    s = Math.sin(angle) / root
    a = Math.cos(angle) + s * p
    d = Math.cos(angle) - s * p
  }
  const across = s * r * x + d
  const up = s * r * y
  const n = across * across + up * up
  out[0] = ((a * x + s * q) * across + a * y * up) / n
  out[1] = y / n
  return out
}

/**
 * When the orbit of z is at distance |d| from z, t having the sign of d: ω = 2√|p² + qr| is the rate, v the speed of
 * z, and sinh(d/2) = (v/ω) sinh(ωt/2), or (v/2) t on a horocycle.
 *
 * A circle is closed: -reach … reach goes once round it, evenly in the angle at which the points of a small circle
 * are seen from its centre, those of a large one from z.
 */
export function timeAt(p: number, q: number, r: number, x: number, y: number, d: number): number {
  const speed = orbitSpeed(p, q, r, x, y)
  if (speed === 0) return 0
  const u = p * p + q * r
  const rate = 2 * Math.sqrt(Math.abs(u))
  if (u === 0) return (2 / speed) * Math.sinh(d / 2)
  if (u > 0) return (2 / rate) * Math.asinh((rate / speed) * Math.sinh(d / 2))
  const psi = (d / reach) * (Math.PI / 2)
  const shrink = rate / (speed + Math.sqrt(speed * speed + rate * rate))
  return (2 / rate) * Math.atan2(shrink * Math.sin(psi), Math.cos(psi))
}

/** Hyperbolic speed of z, the same all along its orbit: |q + 2pz - rz²|/y. */
export function orbitSpeed(p: number, q: number, r: number, x: number, y: number): number {
  const across = (q + 2 * p * x - r * (x * x - y * y)) / y
  const up = 2 * (p - r * x)
  return Math.sqrt(across * across + up * up)
}
