import { inverse, representative } from './psl2r'
import type { Psl2r } from './psl2r'

/**
 * Coordinates of g = N(x) A(t) K(θ), with N(x) = [1 x; 0 1], A(t) = diag(e^(t/2), e^(-t/2)) and
 * K(θ) = [cos θ, -sin θ; sin θ, cos θ]: a global chart of PSL(2,R), θ modulo π.
 * g·i = x + i eᵗ, and K(θ) turns the plane about i by -2θ.
 */
export interface IwasawaCoordinates {
  readonly x: number
  readonly t: number
  readonly theta: number
}

/**
 * x = (ac + bd)/(c² + d²), t = -log(c² + d²), θ = arg(d + ic), θ in [0, π).
 *
 * Relative error of the round trip a few ε; the frame g(i) itself is known to ε‖g‖².
 */
export function iwasawa([a, b, c, d]: Psl2r): IwasawaCoordinates {
  const size = Math.hypot(c, d)
  const x = (a * (c / size) + b * (d / size)) / size
  return { x, t: 0 - 2 * Math.log(size), theta: halfTurn(Math.atan2(c, d)) }
}

/**
 * N(x) A(t) K(θ), determinant 1 by construction; any real θ.
 *
 * @throws RangeError if a coordinate is not finite or an entry leaves the range of float64
 */
export function fromIwasawa(x: number, t: number, theta: number): Psl2r {
  const root = Math.exp(t / 2)
  const cos = Math.cos(theta)
  const sin = Math.sin(theta)
  const shift = x / root
  const g = representative(root * cos + shift * sin, shift * cos - root * sin, sin / root, cos / root)
  if (!g.every(Number.isFinite) || root === 0) {
    throw new RangeError(`fromIwasawa: no element of float64 range at x = ${x}, t = ${t}, θ = ${theta}`)
  }
  return g
}

/**
 * Coordinates of hg from those of g: the frame at g·i is moved by h, and θ takes the turn.
 *
 * Whatever is rounded, the result is again a chart value, so no number of steps can leave the group: this is how a
 * long drag or walk is composed, and there is nothing to renormalise. Errors add up, ε per step; none is amplified
 * into a determinant.
 */
export function step({ x, t, theta }: IwasawaCoordinates, [a, b, c, d]: Psl2r): IwasawaCoordinates {
  const y = Math.exp(t)
  const p = c * x + d
  const q = c * y
  const size = Math.hypot(p, q)
  return {
    x: ((a * x + b) * (p / size) + a * y * (q / size)) / size,
    t: t - 2 * Math.log(size),
    theta: halfTurn(theta + Math.atan2(q, p)),
  }
}

/** Coordinates of the same factors in the order g = K(θ) A(t) N(x), from the inverse; θ in [0, π). */
export function kan(g: Psl2r): IwasawaCoordinates {
  const { x, t, theta } = iwasawa(inverse(g))
  return { x: 0 - x, t: 0 - t, theta: halfTurn(-theta) }
}

/** K(θ) A(t) N(x). @throws RangeError as {@link fromIwasawa} */
export function fromKan(theta: number, t: number, x: number): Psl2r {
  return inverse(fromIwasawa(-x, -t, -theta))
}

/** θ modulo π in [0, π), as float64 sees it. */
function halfTurn(theta: number): number {
  const remainder = theta % Math.PI
  const positive = remainder < 0 ? remainder + Math.PI : remainder + 0
  return positive < Math.PI ? positive : 0
}
