import fc from 'fast-check'
import { fromIwasawa } from '../../src/math/iwasawa'
import type { Psl2r } from '../../src/math/psl2r'

export type Point = [x: number, y: number]

export const seeded = (numRuns: number) => ({ seed: 7, numRuns })

/**
 * Uniform in [lo, hi), with all 53 bits at work: a number of few bits hides rounding. (fc.double is uniform over bit
 * patterns, so nearly all of its values are near 0.)
 */
export function uniform(lo: number, hi: number): fc.Arbitrary<number> {
  const digits = fc.tuple(fc.nat(2 ** 27 - 1), fc.nat(2 ** 26 - 1))
  return digits.map(([high, low]) => lo + (hi - lo) * (high / 2 ** 27 + low / 2 ** 53))
}

/** e^uniform: every decade from lo to hi is equally likely. */
export function logUniform(lo: number, hi: number): fc.Arbitrary<number> {
  return uniform(Math.log(lo), Math.log(hi)).map(Math.exp)
}

export const angle = uniform(-Math.PI, Math.PI)

/** |x| ≤ 10, heights log-uniform over eight decades. */
export const point: fc.Arbitrary<Point> = fc.tuple(uniform(-10, 10), logUniform(1e-4, 1e4))

/** |x| ≤ 3, heights from 1/e to e: within 3.3 of i or so. */
export const nearPoint: fc.Arbitrary<Point> = fc.tuple(uniform(-3, 3), logUniform(Math.exp(-1), Math.E))

/** Two points whose separation, in units of the height, is log-uniform from 1e-12 to 30. */
export const pair: fc.Arbitrary<[Point, Point]> = fc
  .tuple(point, logUniform(1e-12, 30), angle)
  .map(([[x, y], gap, phi]) => [
    [x, y],
    [x + gap * y * Math.cos(phi), y * Math.exp(Math.min(gap, 8) * Math.sin(phi))],
  ])

/** N(x) A(t) K(θ) with |x| ≤ xMax, |t| ≤ tMax and any θ. */
export function elementWithin(xMax: number, tMax: number): fc.Arbitrary<Psl2r> {
  return fc
    .tuple(uniform(-xMax, xMax), uniform(-tMax, tMax), uniform(0, Math.PI))
    .map(([x, t, theta]) => fromIwasawa(x, t, theta))
}

export const element = elementWithin(5, 3)

/** Elements of the algebra, [p q; r -p], entries in [-2, 2]: every class, and u = p² + qr from -4 to 8. */
export const generator: fc.Arbitrary<[p: number, q: number, r: number]> = fc.tuple(
  uniform(-2, 2),
  uniform(-2, 2),
  uniform(-2, 2),
)

export const epsilon = Number.EPSILON

/** cosh ρ(i, z): an element of norm ‖g‖ moves z with a hyperbolic error of a few ε‖g‖² cosh ρ(i, z). */
export function coshFromI([x, y]: readonly [number, number]): number {
  return (x * x + y * y + 1) / (2 * y)
}

/** How far, in units of ε, rounding the coordinates of z to float64 moves it: at most (|x|/y + 1) ε/2. */
export function grain(...points: (readonly [number, number])[]): number {
  return points.reduce((sum, [x, y]) => sum + Math.abs(x) / y + 1, 0)
}

/** Angular difference, 0 when the angles agree modulo 2π. */
export function apart(phi: number, psi: number): number {
  return Math.abs(Math.sin((phi - psi) / 2)) * 2
}
