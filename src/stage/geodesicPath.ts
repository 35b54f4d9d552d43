import { geodesic } from '../math/upperHalfPlane'
import type { Ink, Pen } from './figure/pen'
import type { Viewport } from './viewport'

/** Beyond this radius in pixels an arc is straight to a fraction of a pixel on any canvas. */
const straightRadius = 4e6

/** Draws the geodesic between two points of the half-plane in world coordinates: a circular arc or a vertical line. */
export function drawGeodesic(
  pen: Pen,
  view: Viewport,
  x: number,
  y: number,
  u: number,
  v: number,
  width: number,
  colour: Ink,
  dash = 0,
): void {
  if (!(y > 0 && v > 0 && y < Infinity && v < Infinity) || (x === u && y === v)) return
  const line = geodesic(x, y, u, v)
  if (line.kind === 'arc' && line.radius < straightRadius) {
    const from = Math.atan2(y, x - line.centre)
    const to = Math.atan2(v, u - line.centre)
    pen.arc(line.centre, 0, line.radius, from, to, width, colour, dash)
    return
  }
  const low = Math.min(y, v)
  const high = Math.max(y, v)
  const top = view.height * 2
  if (low > top) return
  const at = (Y: number) => (high === low ? x : x + ((u - x) * (Y - y)) / (v - y))
  const end = Math.min(high, top)
  pen.segment(at(low), low, at(end), end, width, colour, dash)
}

/** How far, in pixels, a world point is from that geodesic; Infinity beyond its ends. */
export function distanceToGeodesic(X: number, Y: number, x: number, y: number, u: number, v: number): number {
  const slack = 4
  if (X < Math.min(x, u) - slack || X > Math.max(x, u) + slack) return Infinity
  if (!(y > 0 && v > 0) || (x === u && y === v)) return Infinity
  const line = geodesic(x, y, u, v)
  if (line.kind === 'vertical' || line.radius > straightRadius) {
    return Y < Math.min(y, v) - slack || Y > Math.max(y, v) + slack ? Infinity : Math.abs(X - (x + u) / 2)
  }
  const dx = X - line.centre
  return Math.abs(Math.sqrt(dx * dx + Y * Y) - line.radius)
}
