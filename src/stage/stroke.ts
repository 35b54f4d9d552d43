import { pointAlong, dist } from '../math/upperHalfPlane'
import type { Chart } from './charts/chart'
import type { Ink, Pen } from './figure/pen'

/** Writes the point of a curve at s in [0, 1] into out. */
export type Sampled = (s: number, out: Float64Array) => unknown

export interface Style {
  readonly width: number
  readonly colour: Ink
  readonly dash?: number
}

/** A chord may be this far from its curve, in pixels. */
const tolerance = 0.3
/** A curve is first cut into this many parts, and each of them at most this often in half: orbits near a rim run unevenly. */
const parts = 12
const deepest = 12
/** Beyond this all places are alike. */
const farthest = 2e4

let points = new Float64Array(512)
let count = 0
const here = new Float64Array(2)

/** Draws a curve of the half-plane as it is seen in a chart, within a third of a pixel. */
export function strokeCurve(pen: Pen, chart: Chart, curve: Sampled, style: Style): void {
  const flush = () => {
    if (count > 1) pen.polyline(points, count, style.width, style.colour, style.dash ?? 0)
    count = 0
  }
  const put = (X: number, Y: number) => {
    if (Number.isFinite(X) && Number.isFinite(Y)) append(X, Y)
    else flush()
  }
  count = 0
  let [X, Y] = seen(chart, curve, 0)
  put(X, Y)
  for (let n = 1; n <= parts; n++) {
    const [U, V] = seen(chart, curve, n / parts)
    refine(chart, curve, (n - 1) / parts, X, Y, n / parts, U, V, deepest, put)
    put(U, V)
    ;[X, Y] = [U, V]
  }
  flush()
}

/** Draws the geodesic segment from one point of the half-plane to another. */
export function strokeSegment(
  pen: Pen,
  chart: Chart,
  x: number,
  y: number,
  u: number,
  v: number,
  style: Style,
): void {
  if (!(y > 0 && v > 0 && y < Infinity && v < Infinity) || (x === u && y === v)) return
  const length = dist(x, y, u, v)
  strokeCurve(pen, chart, (s, out) => pointAlong(x, y, u, v, s * length, out), style)
}

/** How far, in pixels, a place is from a curve; 48 chords stand for it. */
export function distanceToCurve(chart: Chart, curve: Sampled, X: number, Y: number): number {
  let least = Infinity
  let [P, Q] = seen(chart, curve, 0)
  for (let n = 1; n <= 48; n++) {
    const [U, V] = seen(chart, curve, n / 48)
    const away = distanceToSegment(X, Y, P, Q, U, V)
    if (away < least) least = away
    ;[P, Q] = [U, V]
  }
  return least
}

export function distanceToSegment(X: number, Y: number, P: number, Q: number, U: number, V: number): number {
  const [dX, dY] = [U - P, V - Q]
  const length2 = dX * dX + dY * dY
  const part = length2 > 0 ? Math.min(1, Math.max(0, ((X - P) * dX + (Y - Q) * dY) / length2)) : 0
  return Math.hypot(X - P - part * dX, Y - Q - part * dY)
}

const within = (X: number): number => (X < -farthest ? -farthest : Math.min(X, farthest))

function seen(chart: Chart, curve: Sampled, s: number): [X: number, Y: number] {
  curve(s, here)
  if (chart.cuts?.(here[0]!, here[1]!)) return [NaN, NaN]
  chart.place(here[0]!, here[1]!, here)
  return [within(here[0]!), within(here[1]!)]
}

function append(X: number, Y: number): void {
  if (2 * count + 2 > points.length) {
    const more = new Float64Array(2 * points.length)
    more.set(points)
    points = more
  }
  points[2 * count] = X
  points[2 * count + 1] = Y
  count++
}

function refine(
  chart: Chart,
  curve: Sampled,
  s: number,
  X: number,
  Y: number,
  t: number,
  U: number,
  V: number,
  depth: number,
  put: (X: number, Y: number) => void,
): void {
  // Both ends cut off: nothing of what is between them is seen.
  if (Number.isNaN(X) && Number.isNaN(U)) return
  const isFar = Math.abs(X) === farthest && Math.abs(U) === farthest
  const isShort = Math.abs(U - X) + Math.abs(V - Y) < 2 * tolerance
  if (depth === 0 || isFar || isShort) return
  const middle = (s + t) / 2
  const [P, Q] = seen(chart, curve, middle)
  if (distanceToSegment(P, Q, X, Y, U, V) < tolerance / 2 && depth < deepest) return
  refine(chart, curve, s, X, Y, middle, P, Q, depth - 1, put)
  put(P, Q)
  refine(chart, curve, middle, P, Q, t, U, V, depth - 1, put)
}
