import { representative } from './psl2r'
import type { Psl2r } from './psl2r'

/**
 * PSL(2,R) as an open solid torus. By the Cayley map g becomes [α β; β̄ ᾱ] with |α|² - |β|² = 1, and
 *
 *     w = β/ᾱ, the point g·i of the disk (|w| = tanh(ρ(i, gi)/2)),   ψ = 2 arg α.
 *
 * g is the turn about i by ψ, and then the transvection along the geodesic from i to g·i: w is the place in a meridian
 * disk, ψ the angle round the core circle, which is the rotations about i. The identity is w = 0, ψ = 0.
 *
 * |w|² - sin²(ψ/2) = (tr² - 4)/(‖g‖² + 2): the parabolic elements are the surface |w| = |sin(ψ/2)|, pinched at the
 * identity; elliptic elements lie inside it, hyperbolic ones outside.
 */
export interface TorusPoint {
  /** w, oriented like `toDisk`: 1 is the boundary point ∞, -1 is 0. */
  readonly re: number
  readonly im: number
  /** ψ in (-π, π] */
  readonly angle: number
}

/**
 * The place of ±M, with 2α = (a + d) + i(b - c) and 2β = (a - d) - i(b + c); each within 8ε of exact. From
 * ‖g‖ ≈ 1e8 on, w may round to the rim.
 */
export function toTorus([a, b, c, d]: Psl2r): TorusPoint {
  const size = Math.hypot(a + d, b - c)
  const cos = (a + d) / size
  const sin = (b - c) / size
  const along = (a - d) / size
  const across = (b + c) / size
  const half = cos < 0 ? Math.atan2(-sin, -cos) : Math.atan2(sin, cos)
  return {
    re: along * cos + across * sin + 0,
    im: along * sin - across * cos + 0,
    angle: 2 * half > -Math.PI ? 2 * half + 0 : Math.PI,
  }
}

/**
 * α = e^(iψ/2)/√(1 - |w|²), β = wᾱ; any real ψ. The determinant is 1 within a few ε‖g‖².
 *
 * @throws RangeError unless |w| < 1 and ψ is finite
 */
export function fromTorus({ re, im, angle }: TorusPoint): Psl2r {
  const large = Math.max(Math.abs(re), Math.abs(im))
  const small = Math.min(Math.abs(re), Math.abs(im))
  const gap = (1 - large) * (1 + large) - small * small
  if (!(gap > 0 && Number.isFinite(angle))) {
    throw new RangeError(`fromTorus: need |w| < 1 and a finite angle, got w = ${re} + ${im}i, angle ${angle}`)
  }
  const size = 1 / Math.sqrt(gap)
  const cos = size * Math.cos(angle / 2)
  const sin = size * Math.sin(angle / 2)
  const along = re * cos + im * sin
  const across = re * sin - im * cos
  return representative(cos + along, sin + across, across - sin, cos - along)
}

/** |sin(ψ/2)|: the parabolic elements of the meridian disk at ψ are a circle of this radius. */
export function parabolicRadius(angle: number): number {
  return Math.abs(Math.sin(angle / 2))
}
