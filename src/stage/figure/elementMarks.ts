import { pointAlong } from '../../math/upperHalfPlane'
import { axisCurve, type Axis } from '../axis'
import { placeOf, type Chart, type Place } from '../charts/chart'
import type { Frame } from '../frame'
import { handleState } from '../handles/all'
import { onCircle } from '../handles/angleHandle'
import { alongSeen } from '../handles/axisHandles'
import { spotOfEnd } from '../handles/boundary'
import { elementMarks, type ElementMarks } from '../handles/elementMarks'
import { pairMarks } from '../handles/pairHandles'
import { pivotPlace } from '../handles/pivotHandle'
import { strokeCurve, type Sampled } from '../stroke'
import { ink, type Ink, type Part, type Pen } from './pen'

type PutDisc = (at: Place, size: number, fill: 0 | 1, colour: Ink) => void

const [headPx, headWide] = [13, 11]
const dotPx = 13

/** What g leaves where it is, and how it moves along or about it: axis, fixed points, centre. */
export const marksOfG: Part = {
  role: 'element',
  lines: 3,
  marks: { order: 7, halo: 1.5, outline: 2.4 },
  of: (frame) => [frame, ...handleState()],
  draw: (frame, pen, put) => {
    const { weight } = frame.palette
    drawElement(frame, pen, weight, ([X, Y], size, fill, of) => put(X, Y, size * weight, 'disc', fill, of))
  },
}

function drawElement(frame: Frame, pen: Pen, weight: number, put: PutDisc): void {
  const marks = elementMarks(frame)
  const { chart } = frame
  for (const { at, isImage } of pairMarks(frame).toReversed()) {
    put(at, isImage ? dotPx - 4 : dotPx, isImage ? 1 : 0, ink('ink'))
  }
  const pivot = pivotPlace(frame)
  if (pivot) cross(pen, pivot, weight, ink('ink'))
  if (!marks || !chart) return
  const violet = ink('g')
  if (marks.kind === 'axis') drawAxis(frame, chart, marks, pen, put, violet, weight)
  else if (marks.kind === 'centre') drawCentre(chart, marks, pen, put, violet, weight)
  else {
    const { at } = spotOfEnd(frame, chart, marks.end)
    put(at, dotPx + 5, 0, violet)
    put(at, dotPx - 5, 1, violet)
  }
}

function drawAxis(
  frame: Frame,
  chart: Chart,
  { axis, length, isReflected }: Extract<ElementMarks, { kind: 'axis' }>,
  pen: Pen,
  put: PutDisc,
  violet: Ink,
  weight: number,
): void {
  const faint = ink('g', 0.75)
  const dash = isReflected ? 6 * weight : 0
  strokeCurve(pen, chart, axisCurve(axis), { width: 1.5 * weight, colour: faint, dash })
  if (length > 0) {
    const half = Math.min(length / 2, axis.reach)
    const stretch = axisCurve(axis, -half, half)
    strokeCurve(pen, chart, stretch, { width: 3.6 * weight, colour: violet })
    head(pen, chart, stretch, weight, violet)
    across(pen, chart, stretch, weight, violet)
  } else put(alongSeen(chart, axis, 0), dotPx - 3, 1, violet)
  const to = spotOfEnd(frame, chart, axis.to)
  if (isReflected && length === 0) put(to.at, dotPx, 0, violet)
  else inwards(pen, to.at, arrival(chart, axis, to), weight, violet)
  put(spotOfEnd(frame, chart, axis.from).at, dotPx, 0, violet)
}

/** From where the axis comes to its end: beyond the edge it goes on sideways, and to the spot of ∞ upwards. */
function arrival(chart: Chart, axis: Axis, { at, beyond }: ReturnType<typeof spotOfEnd>): Place {
  if (beyond !== 0) return [at[0] - beyond, at[1]]
  if (chart.name === 'halfPlane') return [at[0], at[1] + (Number.isFinite(axis.to) ? 1 : -1)]
  return seen(chart, axisCurve(axis), 0.8)
}

function drawCentre(
  chart: Chart,
  marks: Extract<ElementMarks, { kind: 'centre' }>,
  pen: Pen,
  put: PutDisc,
  violet: Ink,
  weight: number,
): void {
  const { centre, angle, zero, radius } = marks
  const faint = ink('g', 0.6)
  for (const at of [zero, zero + angle]) {
    const end = onCircle(marks, at)
    const spoke: Sampled = (s, out) => pointAlong(...centre, ...end, s * radius, out)
    strokeCurve(pen, chart, spoke, {
      width: 1.2 * weight,
      colour: faint,
      dash: at === zero ? 4 * weight : 0,
    })
  }
  const arc: Sampled = (s, out) => {
    const [x, y] = onCircle(marks, zero + angle * s)
    out[0] = x
    out[1] = y
  }
  strokeCurve(pen, chart, arc, { width: 3 * weight, colour: violet })
  head(pen, chart, arc, weight, violet)
  put(placeOf(chart, ...centre), dotPx, 1, violet)
}

const at = new Float64Array(2)

function seen(chart: Chart, curve: Sampled, s: number): Place {
  curve(s, at)
  return placeOf(chart, at[0]!, at[1]!)
}

/** An arrowhead at the end of a curve, turned as the last pixels of it are. */
function head(pen: Pen, chart: Chart, curve: Sampled, weight: number, colour: Ink): void {
  const tip = seen(chart, curve, 1)
  let part = 1
  let back = tip
  while (part > 1e-4 && Math.hypot(tip[0] - back[0], tip[1] - back[1]) < headPx * weight) {
    part -= 0.02
    back = seen(chart, curve, Math.max(part, 0))
    if (part <= 0) break
  }
  wedgeTo(pen, tip, [tip[0] - back[0], tip[1] - back[1]], weight, colour)
}

function wedgeTo(pen: Pen, [X, Y]: Place, [dX, dY]: Place, weight: number, colour: Ink): void {
  const size = Math.hypot(dX, dY)
  if (!(size > 0)) return
  const [u, v] = [(headPx * weight * dX) / size, (headPx * weight * dY) / size]
  // The tip is a little beyond the place, so that the middle of the head is what is grabbed.
  pen.wedge(X - 0.6 * u, Y - 0.6 * v, X + 0.4 * u, Y + 0.4 * v, headWide * weight, colour)
}

/** A bar across the beginning of a curve. */
function across(pen: Pen, chart: Chart, curve: Sampled, weight: number, colour: Ink): void {
  const [X, Y] = seen(chart, curve, 0)
  const [U, V] = seen(chart, curve, 0.01)
  const size = Math.hypot(U - X, V - Y)
  if (!(size > 0)) return
  const [u, v] = [(6 * weight * (V - Y)) / size, (6 * weight * (X - U)) / size]
  pen.segment(X - u, Y - v, X + u, Y + v, 2 * weight, colour)
}

/** An attracting end: a head with its point there. */
function inwards(pen: Pen, [X, Y]: Place, from: Place, weight: number, colour: Ink): void {
  const [dX, dY] = [X - from[0], Y - from[1]]
  const size = Math.hypot(dX, dY)
  if (!(size > 0)) return
  const reach = 16 * weight
  pen.wedge(X - (reach * dX) / size, Y - (reach * dY) / size, X, Y, 15 * weight, colour)
}

/** What the plane is turned about. */
function cross(pen: Pen, [X, Y]: Place, weight: number, colour: Ink): void {
  const [size, wide] = [11 * weight, 1.5 * weight]
  pen.segment(X - size, Y, X + size, Y, wide, colour)
  pen.segment(X, Y - size, X, Y + size, wide, colour)
  pen.arc(X, Y, 0.55 * size, 0, 2 * Math.PI, wide, colour)
}
