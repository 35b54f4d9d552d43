import type { Viewport } from '../viewport'
import type { Chart } from './chart'

/** How far, in pixels, the spot of ∞ is from the right and from the upper edge. */
const spotPx = 26
const reachPx = 30

/** The half-plane itself: a dilation and a translation, so that world coordinates are points of it. */
export function halfPlaneChart(v: Viewport): Chart {
  const { scale } = v
  const shift = v.width / 2 - v.centre * scale
  const spot = [v.width - spotPx, v.height - v.floor - spotPx] as const
  return {
    name: 'halfPlane',
    scale,
    shift,
    place: (x, y, out) => {
      out[0] = x * scale + shift
      out[1] = y * scale
      return out
    },
    pointAt: (X, Y) => [(X - shift) / scale, Y / scale],
    placeOfEnd: (x) => (Number.isFinite(x) ? [x * scale + shift, 0] : spot),
    endAt: (X, Y) => (Math.hypot(X - spot[0], Y - spot[1]) < reachPx ? Infinity : (X - shift) / scale),
    shows: (_, Y) => Y > 0,
  }
}
