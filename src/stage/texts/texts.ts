import { classifierOf } from '../../document/classifierOf'
import type { FactorName } from '../../document/document'
import { headTask } from '../../document/headOf'
import { entryName } from '../../document/names'
import { slicePair } from '../../document/slice'
import { midpoint } from '../../math/upperHalfPlane'
import { store } from '../../store/store'
import { avoidHandles } from '../handles/all'
import { laneOf } from '../lanes'
import type { Frame } from '../frame'
import { isHalfPlane, placeOf } from '../charts/chart'
import { termEnds, termLength, termName, termPoints } from '../terms'
import { tickDistance, ticks, tickStep, tickText } from '../ticks'
import { project } from '../tiltCamera'
import { markSize } from '../figure/entries'
import { outwards, rimTicks } from '../figure/modelGrid'
import { planeX, planeZero, worldX } from '../viewport'
import type { Placing } from './placing'

/** With more entries than this only those that are pointed out have their names beside them. */
const mostNamed = 48
/** With more marks than this labels do not keep off all of them. */
const mostAvoided = 400
/** With more geodesics than this names do not keep off them. */
const mostTerms = 4

export type WriteTexts = (labels: Placing, frame: Frame) => void

/** Writes every text of the stage, the most important first: a text without a free place is left out. */
export function writeTexts(labels: Placing, frame: Frame, nameElement: WriteTexts): void {
  const isClassifier = classifierOf(frame.document) !== undefined
  // Among hundreds of inputs there is no free place, and only one of them has a text.
  if (!isClassifier) avoidMarks(labels, frame)
  avoidHandles(labels, frame)
  if (frame.chart && !isHalfPlane(frame.chart)) nameRim(labels, frame)
  else nameTicks(labels, frame)
  nameTerm(labels, frame)
  nameElement(labels, frame)
  if (headTask(frame.document) || isClassifier) return
  avoidTerms(labels, frame)
  nameEntries(labels, frame)
}

/** Keeps names off the geodesics of the selected entry: points of each, by halving it five times. */
function avoidTerms(labels: Placing, { chart, viewport, tilt, derived, document }: Frame): void {
  if (!chart || derived.size.inner > mostTerms) return
  const halve = (x: number, y: number, u: number, v: number, depth: number) => {
    if (!(y > 0 && v > 0)) return
    const [p, q] = midpoint(x, y, u, v, new Float64Array(2))
    labels.avoid(...project(viewport, tilt, ...placeOf(chart, p!, q!)), 4)
    if (depth === 1) return
    halve(x, y, p!, q!, depth - 1)
    halve(p!, q!, u, v, depth - 1)
  }
  for (let i = 0; i < derived.size.inner; i++) halve(...termPoints({ derived, document }, 'moved', i), 5)
}

function avoidMarks(labels: Placing, frame: Frame): void {
  const { viewport, tilt, moved } = frame
  const radius = markSize(frame) / 2
  let count = 0
  for (const points of [moved.a, moved.b]) {
    for (let n = 0; n < points.length && count < mostAvoided; n += 2, count++) {
      const [left, top] = project(viewport, tilt, points[n]!, points[n + 1]!)
      labels.avoid(left, top, radius)
    }
  }
}

function nameTerm(labels: Placing, frame: Frame): void {
  const i = store.getState().pointedTerm
  if (i === undefined || i >= frame.derived.size.inner) return
  const [left, top] = project(frame.viewport, frame.tilt, ...middleOfTerm(frame, i))
  const [now, before] = [
    termLength(frame, 'moved', i).toPrecision(4),
    termLength(frame, 'base', i).toPrecision(4),
  ]
  const text = `${termName(frame, i)} = ${now}${now === before ? '' : `, base ${before}`}`
  labels.put({ text, left, top, className: 'stage-label stage-label-term', gap: 10 })
}

function middleOfTerm(frame: Frame, i: number): readonly [X: number, Y: number] {
  const [X, Y, U] = termEnds(frame, 'moved', i)
  if (!frame.chart) return [(X + U) / 2, Y]
  const [x, y, u, v] = termPoints(frame, 'moved', i)
  if (!(y > 0 && v > 0)) return [X, Y]
  const middle = midpoint(x, y, u, v, new Float64Array(2))
  return placeOf(frame.chart, middle[0]!, middle[1]!)
}

function nameEntries(labels: Placing, frame: Frame): void {
  const { viewport, tilt, moved, derived, document } = frame
  const { rows, inner, columns } = derived.size
  const [k, l] = document.selection
  const { pointed } = store.getState()
  const gap = markSize(frame) / 2 + 3
  const named = new Set<string>()
  const put = (factor: FactorName, row: number, column: number) => {
    const text = entryName(factor, row, column)
    if (named.has(text)) return
    named.add(text)
    const at = 2 * (row * (factor === 'a' ? inner : columns) + column)
    const [X, Y] = [moved[factor][at]!, moved[factor][at + 1]!]
    if (!Number.isFinite(X) || !Number.isFinite(Y)) return
    const [left, top] = project(viewport, tilt, X, Y)
    labels.put({ text, left, top, className: 'stage-label', gap })
  }
  if (pointed) put(pointed.factor, pointed.row, pointed.column)
  if (frame.view.slice) {
    const { factor, row, column } = document.free
    put(factor, row, column)
  }
  for (let i = 0; i < inner; i++) {
    put('a', k, i)
    put('b', i, l)
  }
  if (rows * inner + inner * columns > mostNamed) return
  for (let i = 0; i < inner; i++) {
    for (let row = 0; row < rows; row++) put('a', row, i)
    for (let column = 0; column < columns; column++) put('b', i, column)
  }
}

/** The numbers of the boundary round another model, and ∞. */
function nameRim(labels: Placing, { chart, viewport, tilt, palette }: Frame): void {
  if (!chart) return
  const away = 13 * palette.weight
  const put = (x: number, text: string, className: string) => {
    const [X, Y] = chart.placeOfEnd(x)
    const [dX, dY] = outwards(chart, x)
    const far = away + 2.5 * text.length * Math.abs(dX)
    const [left, top] = project(viewport, tilt, X + far * dX, Y + far * dY)
    labels.put({ text, left, top, className, gap: 0 })
  }
  put(Infinity, '∞', 'stage-infinity')
  for (const { x, text } of rimTicks(chart)) put(x, text, 'stage-tick')
}

function nameTicks(
  labels: Placing,
  { document, viewport, tilt, palette, lanes, view, derived }: Frame,
): void {
  const { width, scale } = viewport
  const step = tickStep(scale, tickDistance(viewport.centre, scale, palette.weight))
  const base = lanes ? lanes.axis : 0
  const below = 16 * palette.weight
  for (const x of ticks(planeX(viewport, 0), planeX(viewport, width), step)) {
    const [left, top] = project(viewport, tilt, worldX(viewport, x), base)
    labels.put({ text: tickText(x, step), left, top: top + below, className: 'stage-tick', gap: 0 })
  }
  if (lanes) {
    const edge = 22 * palette.weight
    for (const factor of ['a', 'b'] as const) {
      const lane = laneOf(lanes, factor, Math.max(0, (derived.size.inner - 1) / 2))
      const [left, top] = project(viewport, tilt, edge, lane)
      labels.put({
        text: factor.toUpperCase(),
        left,
        top,
        className: `stage-label stage-label-${factor}`,
        gap: 0,
      })
    }
    if (view.slice) namePlane(labels, document, viewport, tilt, palette.weight)
    return
  }
  const [left, top] = project(viewport, tilt, width - 24, viewport.height - viewport.floor - 22)
  labels.put({ text: '∞', left, top, className: 'stage-infinity', gap: 0 })
  for (
    let y = 2 ** Math.ceil(Math.log2(48 / scale));
    y * scale < viewport.height - viewport.floor - 20;
    y *= 2
  ) {
    const at = project(viewport, tilt, 6, y * scale)
    const text = y === 1 ? 'i' : `${heightText(y)}i`
    labels.put({
      text,
      left: at[0] + 6 + 3.5 * text.length,
      top: at[1] - 9 * palette.weight,
      className: 'stage-tick',
      gap: 0,
    })
  }
}

const heightText = (y: number) =>
  y >= 1e5 || y < 1e-3 ? y.toExponential(1).replace('-', '−') : String(Number(y.toPrecision(6)))

/** What the axes of the (x, y) plane of the line are, and the numbers of the second. */
function namePlane(
  labels: Placing,
  document: Frame['document'],
  viewport: Frame['viewport'],
  tilt: number,
  weight: number,
): void {
  const { k, i, l } = slicePair(document)
  const [room, edge] = [26 * weight, viewport.height - viewport.floor]
  const [right, low] = project(viewport, tilt, viewport.width - room, room / 2)
  const x = { text: `${entryName('a', k, i)} →`, left: right, top: low }
  const [left, high] = project(viewport, tilt, 2 * room, edge - 3 * room)
  const y = { text: `↑ ${entryName('b', i, l)}`, left, top: high }
  for (const axis of [x, y]) labels.put({ ...axis, className: 'stage-label', gap: 0 })
  const step = tickStep(viewport.scale, 70)
  const zero = planeZero(viewport)
  const top = viewport.height - viewport.floor
  for (const y of ticks(-zero / viewport.scale, (top - zero) / viewport.scale, step)) {
    const [left, height] = project(viewport, tilt, 6, y * viewport.scale + zero)
    const text = tickText(y, step)
    labels.put({
      text,
      left: left + 4 * text.length,
      top: height - 9 * weight,
      className: 'stage-tick',
      gap: 0,
    })
  }
}
