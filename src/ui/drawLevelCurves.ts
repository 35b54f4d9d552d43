import { contours } from 'd3-contour'
import { sharpContext } from './sharpCanvas'
import { readPalette, type Palette } from './palette'
import type { Pen } from './svgPen'

/** A loss on a grid over a window, and how to draw it. */
export interface Picture {
  /** (height, width), the lowest row first; each sample in the middle of its cell of the window. */
  readonly values: Float64Array
  readonly width: number
  readonly height: number
  /** Ascending; each with the place on the ramp, in [0, 1], of what lies above it. */
  readonly levels: readonly { readonly value: number; readonly shade: number }[]
  /** The model, as parts of the window from the left and from below; it may lie outside. */
  readonly pin: readonly [x: number, y: number]
  readonly shape: 'a' | 'b' | 'both'
  /** The lower edge is the boundary of the space. */
  readonly hasBoundary: boolean
}

type Ring = readonly (readonly number[])[]

/** In CSS pixels. Handed in, as to ask the canvas in the middle of a drag would lay the page out once more. */
export interface CanvasSize {
  readonly width: number
  readonly height: number
}

/** Draws at the resolution of the screen; a canvas that has no size yet stays empty. */
export function drawLevelCurves(
  canvas: HTMLCanvasElement,
  picture: Picture,
  { width: w, height: h }: CanvasSize,
): void {
  const context = sharpContext(canvas, w, h)
  if (context) paintLevelCurves(context, picture, { width: w, height: h }, readPalette())
}

/** The same with any pen. */
export function paintLevelCurves(
  context: Pen,
  picture: Picture,
  { width: w, height: h }: CanvasSize,
  palette: Palette,
): void {
  drawBands(context, picture, palette, w, h)
  if (picture.hasBoundary) {
    context.fillStyle = palette.ink
    context.fillRect(0, h - palette.stroke, w, palette.stroke)
  }
  drawPin(context, picture, palette, w, h)
}

function drawBands(
  context: Pen,
  { values, width, height, levels }: Picture,
  palette: Palette,
  w: number,
  h: number,
): void {
  context.fillStyle = shadeOf(palette.ramp, 0)
  context.fillRect(0, 0, w, h)
  context.strokeStyle = palette.level
  context.lineWidth = palette.stroke / 2
  const sampled = Array.from(values, (value) => Math.min(value, Number.MAX_VALUE))
  const curves = contours().size([width, height])
  for (const { value, shade } of levels) {
    context.beginPath()
    for (const polygon of curves.contour(sampled, value).coordinates) {
      for (const ring of polygon as readonly Ring[]) trace(context, ring, w / width, h / height, h)
    }
    context.fillStyle = shadeOf(palette.ramp, shade)
    context.fill('evenodd')
    context.stroke()
  }
}

function trace(context: Pen, ring: Ring, sx: number, sy: number, h: number): void {
  ring.forEach((point, n) => {
    const x = point[0]! * sx
    const y = h - point[1]! * sy
    if (n === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.closePath()
}

function shadeOf(ramp: Palette['ramp'], at: number): string {
  const s = Math.min(Math.max(at, 0), 1) * (ramp.length - 1)
  const n = Math.min(Math.floor(s), ramp.length - 2)
  const [low, high] = [ramp[n]!, ramp[n + 1]!]
  return `rgb(${low.map((c, i) => Math.round(c + (high[i]! - c) * (s - n))).join(' ')})`
}

/** The model; on the edge and as an arrow when it lies outside. */
function drawPin(context: Pen, { pin, shape }: Picture, palette: Palette, w: number, h: number): void {
  const room = 10
  const size = 3 + 1.5 * palette.stroke
  const x = pin[0] * w
  const y = (1 - pin[1]) * h
  const inX = Math.min(Math.max(x, room), w - room)
  const inY = Math.min(Math.max(y, room), h - room)
  const isOutside = x < 0 || x > w || y < 0 || y > h
  context.save()
  context.translate(isOutside ? inX : x, isOutside ? inY : y)
  context.beginPath()
  if (isOutside) {
    context.rotate(Math.atan2(y - inY, x - inX))
    polygon(context, [1.4, 0, -0.8, 0.9, -0.8, -0.9], size)
  } else if (shape === 'b') polygon(context, [1.2, 0, 0, 1.2, -1.2, 0, 0, -1.2], size)
  else context.arc(0, 0, size, 0, 2 * Math.PI)
  context.lineWidth = 2 * palette.stroke
  context.lineJoin = 'round'
  context.strokeStyle = palette.paper
  context.stroke()
  context.fillStyle = shape === 'both' ? palette.ink : palette[shape]
  context.fill()
  context.restore()
}

function polygon(context: Pen, points: readonly number[], size: number): void {
  for (let n = 0; n < points.length; n += 2) context.lineTo(points[n]! * size, points[n + 1]! * size)
  context.closePath()
}
