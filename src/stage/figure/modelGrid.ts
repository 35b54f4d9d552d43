import { expMap } from '../../math/upperHalfPlane'
import { placeOf, type Chart } from '../charts/chart'
import type { Frame } from '../frame'
import { strokeCurve, type Style } from '../stroke'
import { tickStep, ticks, tickText } from '../ticks'
import { ink, type Ink, type Pen } from './pen'

/** Cells less high than this are not drawn. */
const narrowest = 13
/** Octaves of the grid to each side of the middle of the window. */
const octaves = 7

/**
 * The grid of the half-plane as another model shows it, horocycles y = 2ᵏ and pieces of vertical geodesics 2ᵏ apart,
 * and the rim of the model.
 */
export function drawModelGrid({ chart, palette, viewport, view }: Frame, pen: Pen): void {
  if (!chart) return
  // A pattern is a grid of its own.
  const isPlain = view.pattern === 'none'
  if (isPlain && chart.name === 'hyperboloid') drawBowl(chart, pen, palette.weight, ink('grid'))
  else if (isPlain) drawOctaves(chart, pen, { width: palette.weight, colour: ink('grid') })
  drawRim(chart, pen, viewport.width, 2 * palette.weight, ink('ink'))
  for (const { x } of rimTicks(chart)) drawTick(chart, x, pen, palette.weight, ink('ink'))
}

function drawOctaves(chart: Chart, pen: Pen, hairline: Style): void {
  const middle = Math.round(Math.log2(1 / chart.scale))
  const centre = -chart.shift / chart.scale
  for (let k = middle - octaves; k <= middle + octaves; k++) {
    const step = 2 ** k
    const reach = Math.min(14 * step, 8 / chart.scale)
    const first = Math.floor((centre - reach) / step)
    const last = Math.ceil((centre + reach) / step)
    for (let n = first; n <= last; n++) {
      if (heightOf(chart, n * step, step) < narrowest) continue
      strokeCurve(pen, chart, upright(n * step, step), hairline)
      strokeCurve(pen, chart, level(n * step, step), hairline)
    }
    // Beyond the pieces, the rest of a horocycle closes at ∞.
    if (heightOf(chart, centre, step) > narrowest) {
      strokeCurve(pen, chart, levelBeyond(first * step, step, -1), hairline)
      strokeCurve(pen, chart, levelBeyond((last + 1) * step, step, 1), hairline)
    }
  }
}

/** The bowl by its circles of latitude, hyperbolic 0.25 apart, and its meridians, which show how it is curved. */
function drawBowl(chart: Chart, pen: Pen, weight: number, colour: Ink): void {
  const [x, y] = [-chart.shift / chart.scale, 1 / chart.scale]
  const style = { width: weight, colour }
  const full = 2 * Math.PI
  for (let r = 1; r <= 7; r++) {
    strokeCurve(pen, chart, (s, out) => polar(x, y, r / 4, full * s, out), style)
  }
  for (let n = 0; n < 24; n++) {
    strokeCurve(pen, chart, (s, out) => polar(x, y, 0.25 + 1.7 * s, (full * n) / 24, out), style)
  }
}

const polar = (x: number, y: number, r: number, angle: number, out: Float64Array) =>
  expMap(x, y, r * y * Math.cos(angle), r * y * Math.sin(angle), out)

/** Pixels between y = step and y = 2 step at x. */
function heightOf(chart: Chart, x: number, step: number): number {
  const [X, Y] = placeOf(chart, x, step)
  const [U, V] = placeOf(chart, x, 2 * step)
  return Math.hypot(U - X, V - Y)
}

const upright = (x: number, step: number) => (s: number, out: Float64Array) => {
  out[0] = x
  out[1] = step * 2 ** s
}

const level = (x: number, step: number) => (s: number, out: Float64Array) => {
  out[0] = x + step * s
  out[1] = step
}

const levelBeyond = (x: number, step: number, way: 1 | -1) => (s: number, out: Float64Array) => {
  out[0] = x + (way * step * 8 * s) / (1.0005 - s)
  out[1] = step
}

/** The whole boundary, as boundary points x = tan of half an angle. */
function drawRim(chart: Chart, pen: Pen, canvas: number, width: number, colour: Ink): void {
  if (chart.name === 'band') {
    for (const side of [-1, 1]) {
      const [, Y] = chart.placeOfEnd((side - chart.shift) / chart.scale)
      pen.segment(0, Y, canvas, Y, width, colour)
    }
    return
  }
  const chords = 256
  const packed = new Float64Array(2 * chords + 4)
  let count = 0
  let before: readonly [number, number] | undefined
  const draw = () => {
    if (count > 1) pen.polyline(packed, count, width, colour)
    count = 0
  }
  for (let n = 0; n <= chords; n++) {
    const angle = ((n + 0.5) / chords - 0.5) * Math.PI
    const place = chart.placeOfEnd((Math.tan(angle) - chart.shift) / chart.scale)
    // On the way from one model to another the rim may have more than one piece.
    if (before && Math.hypot(place[0] - before[0], place[1] - before[1]) > canvas / 4) draw()
    packed[2 * count] = place[0]
    packed[2 * count + 1] = place[1]
    count++
    before = place
  }
  if (count > 2 && chart.name !== 'passage') {
    packed[2 * count] = packed[0]!
    packed[2 * count + 1] = packed[1]!
    count++
  }
  draw()
}

/** The boundary points that have their numbers beside them: half steps of the window, and powers of two beyond. */
export function rimTicks(chart: Chart): { x: number; text: string }[] {
  const centre = -chart.shift / chart.scale
  const unit = 1 / chart.scale
  const step = tickStep(1 / unit, 0.6)
  const near = ticks(centre - 1.3 * unit, centre + 1.3 * unit, step)
  const far = [2.6, 6].flatMap((factor) => [-1, 1].map((side) => nice(centre + side * factor * unit, step)))
  return [...new Set([...near, ...far])].map((x) => ({ x, text: tickText(x, step) }))
}

const nice = (x: number, step: number) => Math.round(x / step) * step

function drawTick(chart: Chart, x: number, pen: Pen, weight: number, colour: Ink): void {
  const [X, Y] = chart.placeOfEnd(x)
  const [dX, dY] = outwards(chart, x)
  const half = 4 * weight
  pen.segment(X - half * dX, Y - half * dY, X + half * dX, Y + half * dY, weight, colour)
}

/** The direction of the canvas that leads out of the model at a boundary point. */
export function outwards(chart: Chart, x: number): readonly [number, number] {
  const [X, Y] = chart.placeOfEnd(x)
  const height = 1e-2 / chart.scale
  const [U, V] =
    Number.isFinite(x) && !chart.cuts
      ? placeOf(chart, x, height)
      : placeOf(chart, -chart.shift / chart.scale, (chart.cuts ? 1 : 100) / chart.scale)
  const length = Math.hypot(X - U, Y - V)
  return length > 0 ? [(X - U) / length, (Y - V) / length] : [0, 1]
}
