import { requireHeights } from './upperHalfPlane'

/**
 * Other models of H². The Poincaré disk is w = (z - i)/(z + i): i goes to 0, ∞ to 1 and 0 to -1. Klein's disk and
 * the hyperboloid are oriented like it; the band log z has ∞ at its right end and 0 at its left one. Error bounds are hyperbolic distances at a point at distance ρ from i: a
 * disk has only so many numbers near its rim.
 *
 * @see Ratcliffe, Foundations of Hyperbolic Manifolds, ch. 3, 4 and 6
 */

/**
 * (x² + (y - 1)(y + 1), -2x)/(x² + (y + 1)²); the way there and back moves a point by a few ε cosh ρ.
 * Beyond ρ ≈ 36 the nearest float64 may lie on the rim.
 *
 * @throws RangeError unless y > 0
 */
export function toDisk(x: number, y: number): [re: number, im: number] {
  requireHeights('toDisk', y)
  const unit = 1 / Math.max(1, Math.abs(x), y)
  const p = x * unit
  const q = y * unit
  const n = p * p + (q + unit) ** 2
  return [(p * p + (q - unit) * (q + unit)) / n, (0 - 2 * p * unit) / n]
}

/**
 * z = i(1 + w)/(1 - w): x = -2 Im w/|1 - w|², y = (1 - |w|²)/|1 - w|².
 *
 * @throws RangeError unless |w| < 1
 */
export function fromDisk(re: number, im: number): [x: number, y: number] {
  const gap = oneMinusNorm2('fromDisk', re, im)
  const n = (1 - re) ** 2 + im * im
  return [(0 - 2 * im) / n, gap / n]
}

/**
 * (s - 1, -2x)/(s + 1) with s = |z|²: geodesics become chords. There and back: a few ε cosh² ρ.
 * Beyond ρ ≈ 18 the nearest float64 may lie on the rim.
 *
 * @throws RangeError unless y > 0
 */
export function toKlein(x: number, y: number): [re: number, im: number] {
  requireHeights('toKlein', y)
  const unit = 1 / Math.max(1, Math.abs(x), y)
  const p = x * unit
  const q = y * unit
  const n = p * p + q * q + unit * unit
  return [(p * p + (q - unit) * (q + unit)) / n, (0 - 2 * p * unit) / n]
}

/**
 * x = -b/(1 - a), y = √(1 - a² - b²)/(1 - a).
 *
 * @throws RangeError unless a² + b² < 1
 */
export function fromKlein(a: number, b: number): [x: number, y: number] {
  const gap = oneMinusNorm2('fromKlein', a, b)
  return [(0 - b) / (1 - a), Math.sqrt(gap) / (1 - a)]
}

/**
 * Time first: ((s + 1)/2y, (s - 1)/2y, -x/y) with s = |z|², on t² - a² - b² = 1. The time is cosh ρ(i, z), and
 * t t' - a a' - b b' = cosh ρ(z, z'). There and back: a few ε (1 + |x|/y).
 *
 * @throws RangeError unless y > 0
 */
export function toHyperboloid(x: number, y: number): [t: number, a: number, b: number] {
  requireHeights('toHyperboloid', y)
  const b = 0 - x / y
  const across = (x / y) * x
  return [(across + y + 1 / y) / 2, (across + y - 1 / y) / 2, b]
}

/**
 * y = 1/(t - a), x = -by; for a > 0 as y = (t + a)/(1 + b²), which does not cancel.
 *
 * @throws RangeError unless t > 0 and t² - a² - b² = 1 within 1e-5 t²
 */
export function fromHyperboloid(t: number, a: number, b: number): [x: number, y: number] {
  const defect = 1 - (a / t) ** 2 - (b / t) ** 2 - (1 / t) ** 2
  if (!(t > 0 && Math.abs(defect) <= 1e-5)) {
    throw new RangeError(`fromHyperboloid: need t > 0 and t² - a² - b² = 1, got (${t}, ${a}, ${b})`)
  }
  const y = a > 0 ? (t + a) / (1 + b * b) : 1 / (t - a)
  return [0 - b * y, y]
}

/**
 * The band 0 < Im ζ < π, ζ = log z: (log |z|, arg z). The imaginary axis becomes the middle line, on which Euclid's
 * lengths are the hyperbolic ones. There and back: a few ε (1 + |log |z||)(1 + |x|/y). Left of |x|/y ≈ 4e15 the
 * nearest float64 may lie on the rim; on the right every angle is kept to its last digit.
 *
 * @throws RangeError unless y > 0
 */
export function toBand(x: number, y: number): [along: number, angle: number] {
  requireHeights('toBand', y)
  return [Math.log(Math.hypot(x, y)), Math.atan2(y, x)]
}

/**
 * e^ζ: x = eᵘ cos v, y = eᵘ sin v.
 *
 * @throws RangeError unless 0 < v < π, and if the point leaves the range of float64
 */
export function fromBand(u: number, v: number): [x: number, y: number] {
  if (!(v > 0 && v < Math.PI)) throw new RangeError(`fromBand: the angle must lie in (0, π), got ${v}`)
  const size = Math.exp(u)
  const y = size * Math.sin(v)
  if (!(y > 0 && size < Infinity)) throw new RangeError(`fromBand: e^${u} leaves the range of float64`)
  return [size * Math.cos(v), y]
}

/** 1 - a² - b² with the larger square taken as (1 - a)(1 + a), exact where it matters. */
function oneMinusNorm2(name: string, a: number, b: number): number {
  const large = Math.max(Math.abs(a), Math.abs(b))
  const small = Math.min(Math.abs(a), Math.abs(b))
  const gap = (1 - large) * (1 + large) - small * small
  if (!(gap > 0)) throw new RangeError(`${name}: the point must lie inside the unit disk, got (${a}, ${b})`)
  return gap
}
