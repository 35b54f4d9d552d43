import { orbitPoint, reach, timeAt } from './orbits'
import { actPoint } from './psl2r'
import type { Psl2r } from './psl2r'
import { dist, pointAlong } from './upperHalfPlane'

/**
 * A curve of the plane as plain data, to be drawn in any model: a complete geodesic by its two different ideal ends,
 * of which one may be Infinity; the geodesic between two points; or the points exp(tX)·z, t from `from` to `to`, with
 * X = [p q; r -p]. There `from` may be -Infinity and `to` Infinity: the curve goes on to its ideal end, and a circle
 * once round.
 */
export type Curve =
  | { readonly kind: 'geodesic'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'segment'
      readonly x: number
      readonly y: number
      readonly u: number
      readonly v: number
    }
  | {
      readonly kind: 'orbit'
      readonly generator: readonly [p: number, q: number, r: number]
      readonly x: number
      readonly y: number
      readonly from: number
      readonly to: number
    }

/**
 * The point of a curve at s in [0, 1], without allocation, evenly spread: in length along a segment, a geodesic and
 * an orbit between two times; where an orbit has no end, in the distance from z, or from the one end that it has.
 * What has no end is followed for {@link reach}, a complete geodesic from its point nearest to i.
 *
 * @param out (2), [x, y]; returned
 * @throws RangeError unless the points of a segment lie in the half-plane
 */
export function pointOn(curve: Curve, s: number, out: Float64Array): Float64Array {
  switch (curve.kind) {
    case 'geodesic':
      return geodesicPoint(curve.from, curve.to, reach * (2 * s - 1), out)
    case 'segment': {
      const length = dist(curve.x, curve.y, curve.u, curve.v)
      return pointAlong(curve.x, curve.y, curve.u, curve.v, s * length, out)
    }
    case 'orbit': {
      const p = curve.generator[0]
      const q = curve.generator[1]
      const r = curve.generator[2]
      const { x, y, from, to } = curve
      let t = from + s * (to - from)
      if (from === -Infinity && to === Infinity) t = timeAt(p, q, r, x, y, reach * (2 * s - 1))
      else if (to === Infinity) t = from + timeAt(p, q, r, x, y, reach * s)
      else if (from === -Infinity) t = to + timeAt(p, q, r, x, y, reach * (s - 1))
      return orbitPoint(p, q, r, x, y, t, out)
    }
  }
}

/**
 * The point at signed arclength t, towards `to`, from the point nearest to i on a complete geodesic. With unit
 * vectors (p₁, p₂), (q₁, q₂) of the ends, p₁/p₂ and q₁/q₂, it is (p₁ + ieᵗq₁)/(p₂ + ieᵗq₂) up to z ↦ z̄: no vertical
 * case.
 *
 * @param out (2), [x, y]; returned
 */
export function geodesicPoint(from: number, to: number, t: number, out: Float64Array): Float64Array {
  const fromSize = Math.sqrt(from * from + 1)
  const toSize = Math.sqrt(to * to + 1)
  const p1 = fromSize < Infinity ? from / fromSize : 1
  const p2 = fromSize < Infinity ? 1 / fromSize : 0
  const q1 = toSize < Infinity ? to / toSize : 1
  const q2 = toSize < Infinity ? 1 / toSize : 0
  // The difference of the ends, exact for ends that are close.
  const across = p2 === 0 ? q2 : q2 === 0 ? p2 : Math.abs(to - from) * p2 * q2
  const k = Math.exp(t)
  const n = p2 * p2 + k * q2 * (k * q2)
  out[0] = (p1 * p2 + k * q1 * (k * q2)) / n
  out[1] = (k * across) / n
  return out
}

/**
 * The curve carried by g: ends and points by g, generators by X ↦ gXg⁻¹. On segments and orbits its point at s is g
 * of the point at s; on a geodesic points are counted from another one, again the nearest to i.
 *
 * For long elements it is more accurate, and faster, to carry the points of the curve: gXg⁻¹ has entries of size
 * ‖g‖²‖X‖, and exp of it errors of their square.
 */
export function moved(g: Psl2r, curve: Curve): Curve {
  switch (curve.kind) {
    case 'geodesic':
      return { kind: 'geodesic', from: movedEnd(g, curve.from), to: movedEnd(g, curve.to) }
    case 'segment': {
      const [x, y] = actPoint(g, curve.x, curve.y)
      const [u, v] = actPoint(g, curve.u, curve.v)
      return { kind: 'segment', x, y, u, v }
    }
    case 'orbit': {
      const [x, y] = actPoint(g, curve.x, curve.y)
      return {
        kind: 'orbit',
        generator: conjugated(g, curve.generator),
        x,
        y,
        from: curve.from,
        to: curve.to,
      }
    }
  }
}

/** (ae + b)/(ce + d) of a boundary point, one Infinity for ∞. */
function movedEnd([a, b, c, d]: Psl2r, end: number): number {
  const to = Number.isFinite(end) ? (a * end + b) / (c * end + d) : a / c
  return Number.isFinite(to) ? to + 0 : Infinity
}

/** gXg⁻¹. */
function conjugated(
  [a, b, c, d]: Psl2r,
  [p, q, r]: readonly [number, number, number],
): readonly [p: number, q: number, r: number] {
  return [
    (a * d + b * c) * p - a * c * q + b * d * r,
    a * a * q - 2 * a * b * p - b * b * r,
    2 * c * d * p - c * c * q + d * d * r,
  ]
}
