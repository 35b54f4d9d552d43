import { onGrid } from '../../document/moves'
import type { Chart, Place, PlanePoint } from '../charts/chart'
import { gridPx } from '../drags'
import type { Frame } from '../frame'

/** Nearer than this to the boundary, or to another end, in pixels, is on it. */
export const snapPx = 6
/** From here on a dragged point is where the pointer is; between the two it catches up. */
const freePx = 24
/** So far round the spot of ∞ in the half-plane. */
const spotPx = 14

/**
 * Distances near something that attracts: 0 up to `snap`, unchanged from `free` on, and between them smooth and
 * increasing, so that nothing jumps when the wall is left.
 */
export function eased(distance: number, snap = snapPx, free = freePx): number {
  if (distance <= snap) return 0
  if (distance >= free) return distance
  const s = (distance - snap) / (free - snap)
  return distance - snap * (1 - s * s * (3 - 2 * s))
}

/** A boundary point on the grid of what can be seen there. */
export function endOnGrid(chart: Chart, end: number): number {
  if (!Number.isFinite(end)) return Infinity
  const step = 1e-4 * (1 / chart.scale + Math.abs(end + chart.shift / chart.scale))
  const [X, Y] = chart.placeOfEnd(end - step)
  const [U, V] = chart.placeOfEnd(end + step)
  const pixels = Math.hypot(U - X, V - Y)
  return pixels > 0 ? onGrid(end, (gridPx * 2 * step) / pixels) : end
}

export const apart = ([X, Y]: Place, [U, V]: Place): number => Math.hypot(X - U, Y - V)

/**
 * What a place says of a point that may be inside or on the boundary: [x, y] as `FixedPointTarget` takes it, with
 * y = 0 on the boundary and y < 0 beyond it, where one point becomes two.
 */
export function pointNear(chart: Chart, X: number, Y: number): PlanePoint {
  const end = chart.endAt(X, Y)
  const foot = chart.placeOfEnd(end)
  const away = apart([X, Y], foot)
  const snap = chart.name === 'halfPlane' && end === Infinity ? spotPx : snapPx
  const near = eased(away, snap, snap + freePx - snapPx)
  if (near === 0) return [endOnGrid(chart, end), 0]
  const part = near / away
  return chart.pointAt(foot[0] + part * (X - foot[0]), foot[1] + part * (Y - foot[1]))
}

/** Pixels from the edge to the spot of an end that is beyond it. */
const edgePx = 16

/** Where an end is held: an end beyond the edge of the canvas waits at the edge. */
export function spotOfEnd({ viewport }: Frame, chart: Chart, end: number): { at: Place; beyond: -1 | 0 | 1 } {
  const [X, Y] = chart.placeOfEnd(end)
  if (X < 0) return { at: [edgePx, Y], beyond: -1 }
  if (X > viewport.width) return { at: [viewport.width - edgePx, Y], beyond: 1 }
  return { at: [X, Y], beyond: 0 }
}
