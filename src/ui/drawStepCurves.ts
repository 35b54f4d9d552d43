import { sharpContext } from './sharpCanvas'
import { readPalette, type Palette } from './palette'
import type { Pen } from './svgPen'

/** How a curve is drawn: solid ink, long dashes in the colour of g, or dots. */
export type StepLook = 'solid' | 'dashed' | 'dotted'

/** Numbers over steps, on a logarithmic scale. */
export interface StepPicture {
  /** Entry n of `values` after n steps. */
  readonly curves: readonly { readonly look: StepLook; readonly values: ArrayLike<number> }[]
  /** The width of the picture. */
  readonly steps: number
  /** What is below this, as 0 is, lies on the floor of the picture. */
  readonly least: number
  /** The scale reaches at least from here to there. */
  readonly range: readonly [low: number, high: number]
  /** A value with a line and a name of its own. */
  readonly limit?: { readonly value: number; readonly name: string }
}

/** In CSS pixels, and the family of letters as CSS has it. */
export interface StepCanvas {
  readonly width: number
  readonly height: number
  readonly text: number
  readonly family: string
}

interface Scale {
  readonly left: number
  readonly right: number
  readonly floor: number
  readonly x: (step: number) => number
  readonly y: (value: number) => number
}

/** The step at a place of the canvas, not beyond the last one that was made; undefined before the first. */
export function stepAt(picture: StepPicture, size: StepCanvas, left: number): number | undefined {
  const scale = scaleOf(picture, size)
  const count = Math.max(0, ...picture.curves.map(({ values }) => values.length))
  if (count === 0) return undefined
  const step = Math.round(((left - scale.left) / (scale.right - scale.left)) * picture.steps)
  return Math.min(Math.max(step, 0), count - 1)
}

function scaleOf(
  { curves, steps, least, range, limit }: StepPicture,
  { width, height, text }: Omit<StepCanvas, 'family'>,
): Scale {
  let [low, high] = range
  const take = (value: number) => {
    low = Math.min(low, Math.max(value, least))
    if (value < Infinity) high = Math.max(high, value)
  }
  for (const { values } of curves) for (let n = 0; n < values.length; n++) take(values[n]!)
  if (limit) take(limit.value)
  const [bottom, top] = [Math.log10(low) - 0.1, Math.log10(high) + 0.1]
  const left = 3.4 * text
  const right = width - 6
  const floor = height - 1.6 * text
  const at = (value: number) => (Math.log10(Math.max(value, least)) - bottom) / (top - bottom)
  return {
    left,
    right,
    floor,
    x: (step) => left + ((right - left) * step) / steps,
    y: (value) => floor - (floor - 6) * at(value),
  }
}

/** Draws at the resolution of the screen; a canvas that has no size yet stays empty. */
export function drawStepCurves(
  canvas: HTMLCanvasElement,
  picture: StepPicture,
  size: StepCanvas,
  hovered: number | undefined,
): void {
  const { width, height, text, family } = size
  const context = sharpContext(canvas, width, height)
  if (!context) return
  const palette = readPalette()
  context.clearRect(0, 0, width, height)
  context.font = `${text}px ${family}`
  paintStepCurves(context, picture, size, palette)
  if (hovered === undefined) return
  const scale = scaleOf(picture, size)
  for (const { values } of picture.curves) {
    const value = values[hovered]
    if (value === undefined) continue
    context.beginPath()
    context.arc(scale.x(hovered), scale.y(value), 2 + 1.4 * palette.stroke, 0, 2 * Math.PI)
    context.lineWidth = palette.stroke
    context.strokeStyle = palette.ink
    context.fillStyle = palette.paper
    context.fill()
    context.stroke()
  }
}

/** Onto a clear ground of that size. */
export function paintStepCurves(
  pen: Pen,
  picture: StepPicture,
  size: Omit<StepCanvas, 'family'>,
  palette: Palette,
): void {
  const scale = scaleOf(picture, size)
  drawAxes(pen, picture.steps, scale, palette, size)
  if (picture.limit) drawLimit(pen, picture.limit, scale, palette)
  for (const { look, values } of picture.curves) {
    const { colour, dash, thick } = looks[look]
    pen.strokeStyle = palette[colour]
    pen.lineWidth = thick * palette.stroke
    pen.setLineDash(dash.map((length) => length * palette.stroke))
    trace(pen, scale, values)
    pen.setLineDash([])
  }
}

const looks: Readonly<
  Record<StepLook, { colour: 'ink' | 'g' | 'b'; dash: readonly number[]; thick: number }>
> = {
  solid: { colour: 'ink', dash: [], thick: 1 },
  dashed: { colour: 'g', dash: [5, 3.5], thick: 1.6 },
  dotted: { colour: 'b', dash: [1.2, 3], thick: 1.6 },
}

function drawAxes(
  pen: Pen,
  steps: number,
  { left, right, floor, x, y }: Scale,
  palette: Palette,
  { height, text }: Omit<StepCanvas, 'family'>,
): void {
  pen.strokeStyle = palette.line
  pen.fillStyle = palette.muted
  pen.lineWidth = (2 / 3) * palette.stroke
  pen.textAlign = 'right'
  pen.textBaseline = 'middle'
  let free = Infinity
  for (let power = 6; power >= -20; power--) {
    const at = y(10 ** power)
    if (at < text / 2 || at > floor - text / 3 || Math.abs(free - at) < 1.5 * text) continue
    free = at
    pen.beginPath()
    pen.moveTo(left, at)
    pen.lineTo(right, at)
    pen.stroke()
    pen.fillText(Math.abs(power) <= 2 ? String(10 ** power) : `1e${power}`, left - 6, at)
  }
  pen.textBaseline = 'alphabetic'
  pen.textAlign = 'left'
  pen.fillText('0', x(0), height - 0.3 * text)
  pen.textAlign = 'right'
  pen.fillText(`${steps} steps`, right, height - 0.3 * text)
}

function drawLimit(
  pen: Pen,
  { value, name }: { readonly value: number; readonly name: string },
  { left, right, y }: Scale,
  palette: Palette,
): void {
  pen.strokeStyle = pen.fillStyle = palette.ok
  pen.lineWidth = palette.stroke
  pen.setLineDash([2, 3])
  pen.beginPath()
  pen.moveTo(left, y(value))
  pen.lineTo(right, y(value))
  pen.stroke()
  pen.setLineDash([])
  pen.textAlign = 'left'
  pen.textBaseline = 'bottom'
  pen.fillText(name, left + 10, y(value) - 2)
}

/** As many points as there are pixels: of the steps in between, the least and the largest value. */
function trace(pen: Pen, { left, right, x, y }: Scale, values: ArrayLike<number>): void {
  const bundle = Math.max(1, Math.floor(values.length / (right - left)))
  pen.beginPath()
  for (let from = 0; from < values.length; from += bundle) {
    const end = Math.min(from + bundle, values.length)
    let low = Infinity
    let high = 0
    for (let n = from; n < end; n++) {
      low = Math.min(low, values[n]!)
      high = Math.max(high, values[n]!)
    }
    pen.lineTo(x(from), y(high))
    if (low < high) pen.lineTo(x(from), y(low))
  }
  pen.stroke()
}
