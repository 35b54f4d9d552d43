import { representative } from './psl2r'
import type { Psl2r } from './psl2r'
import { requireHeights } from './upperHalfPlane'

/**
 * The transvection z → w: hyperbolic along the geodesic through both, translation length ρ(z, w); the one element
 * with gz = w that transports tangent vectors in parallel along it. Exactly the identity at z = w, without a branch.
 *
 * With p = u - x and h = √(yv) |z - w̄|: a = (up + v(v + y))/h, c = p/h, d = (y(y + v) - xp)/h,
 * b = (p y² + x((y - v)(y + v) - up))/h.
 *
 * @throws RangeError unless y > 0 and v > 0
 */
export function transvection(x: number, y: number, u: number, v: number): Psl2r {
  requireHeights('transvection', y, v)
  const size = Math.hypot(u - x, y + v)
  const across = (u - x) / size
  const up = (y + v) / size
  const ratio = Math.sqrt(v) / Math.sqrt(y)
  const root = Math.sqrt(y) * Math.sqrt(v)
  return representative(
    (across * u) / root + up * ratio,
    (across / ratio) * y + x * (((y - v) * up - across * u) / root),
    across / root,
    up / ratio - (across * x) / root,
  )
}

/**
 * The element that takes the point z with direction φ to w with direction ψ: N(u) A(log v) K((φ - ψ)/2)
 * (N(x) A(log y))⁻¹. It exists and is the only one: PSL(2,R) acts simply transitively on frames.
 *
 * @throws RangeError unless y > 0 and v > 0
 */
export function frameToFrame(x: number, y: number, phi: number, u: number, v: number, psi: number): Psl2r {
  requireHeights('frameToFrame', y, v)
  const ratio = Math.sqrt(v) / Math.sqrt(y)
  const root = Math.sqrt(y) * Math.sqrt(v)
  const cos = Math.cos((phi - psi) / 2)
  const sin = Math.sin((phi - psi) / 2)
  const a = ratio * cos
  const c = sin / root
  const d = cos / ratio
  return representative(a + u * c, u * (d - x * c) - x * a - root * sin, c, d - x * c)
}
