import { contours } from 'd3-contour'
import { ticks } from 'd3-array'
import { innerMark } from './classMarks'
import { readPalette, type Palette } from './palette'
import type { Pen } from './svgPen'
import { sharpContext } from './sharpCanvas'

/** What is decided over a grid, one array for each class; (height, width), the lowest row first. */
export interface DecidedGrid {
  readonly width: number
  readonly height: number
  /** Positive where the class is decided. */
  readonly margins: readonly Float64Array[]
  /** Log odds of the class. */
  readonly logOdds: readonly Float64Array[]
}

/** A plane of labelled points and what is decided in it. Places are pairs of numbers in the units of the axes. */
export interface DecisionPicture {
  readonly x: readonly [low: number, high: number]
  readonly y: readonly [low: number, high: number]
  readonly names: readonly [across: string, up: string]
  readonly regions: DecidedGrid | undefined
  /** Of another time: only where it decides otherwise, as dashed lines. */
  readonly other: DecidedGrid | undefined
  readonly points: Float64Array
  readonly labels: Int32Array
  readonly isWrong: (point: number) => boolean
  readonly prototypes: Float64Array | undefined
  readonly prototypeLabel: (prototype: number) => number
  readonly pointed: number | undefined
  /** A closed line about the point that is pointed at. */
  readonly ball: Float64Array | undefined
}

/** In CSS pixels; handed in, as to ask the canvas for each picture would lay the page out once more. */
export interface DecisionCanvas {
  readonly width: number
  readonly height: number
  /** Size of letters, and their family as CSS has it. */
  readonly text: number
  readonly family: string
}

/** Where the window lies on the canvas, and what is where in it. */
export interface DecisionScale {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly toX: (value: number) => number
  readonly toY: (value: number) => number
}

export function decisionScale(
  { x, y }: Pick<DecisionPicture, 'x' | 'y'>,
  { width, height, text }: Omit<DecisionCanvas, 'family'>,
): DecisionScale {
  const [left, right, top, bottom] = [3 * text, width - 2, 2, height - 2.6 * text]
  return {
    left,
    right,
    top,
    bottom,
    toX: (value) => left + ((right - left) * (value - x[0])) / (x[1] - x[0]),
    toY: (value) => bottom - ((bottom - top) * (value - y[0])) / (y[1] - y[0]),
  }
}

/** From these probabilities on, where the class is decided, its colour is stronger. */
const strengths = [0.9, 0.99]

/** Draws at the resolution of the screen; a canvas that has no size yet stays empty. */
export function drawDecisions(
  canvas: HTMLCanvasElement,
  picture: DecisionPicture,
  size: DecisionCanvas,
): void {
  const context = sharpContext(canvas, size.width, size.height)
  if (!context) return
  context.clearRect(0, 0, size.width, size.height)
  paintDecisions(context, picture, size, readPalette())
}

/** The same with any pen, on a ground of paper. */
export function paintDecisions(
  context: Pen,
  picture: DecisionPicture,
  size: DecisionCanvas,
  palette: Palette,
): void {
  const colours = palette.classes
  const scale = decisionScale(picture, size)
  const { left, right, top, bottom } = scale
  drawAxes(context, picture, scale, palette, size)
  context.save()
  context.beginPath()
  context.rect(left, top, right - left, bottom - top)
  context.clip()
  if (picture.regions) drawRegions(context, picture.regions, scale, colours, palette)
  if (picture.other) drawBoundary(context, picture.other, scale, palette)
  drawPoints(context, picture, scale, colours, palette)
  context.restore()
  context.strokeStyle = palette.line
  context.lineWidth = (2 / 3) * palette.stroke
  context.strokeRect(left, top, right - left, bottom - top)
}

function drawRegions(
  context: Pen,
  grid: DecidedGrid,
  scale: DecisionScale,
  colours: readonly string[],
  palette: Palette,
): void {
  grid.margins.forEach((margins, label) => {
    context.fillStyle = colours[label % colours.length]!
    context.globalAlpha = palette.isDark ? 0.16 : 0.12
    traceAbove(context, grid, margins, 0, scale)
    context.fill('evenodd')
    for (const part of strengths) {
      traceAbove(context, grid, grid.logOdds[label]!, Math.log(part / (1 - part)), scale)
      context.fill('evenodd')
    }
  })
  context.globalAlpha = 1
  context.strokeStyle = palette.ink
  context.lineWidth = palette.stroke * 0.8
  for (const margins of grid.margins.slice(grid.margins.length === 2 ? 1 : 0)) {
    traceAbove(context, grid, margins, 0, scale)
    context.stroke()
  }
}

function drawBoundary(context: Pen, grid: DecidedGrid, scale: DecisionScale, palette: Palette): void {
  context.strokeStyle = palette.muted
  context.lineWidth = palette.stroke * 0.8
  context.setLineDash([3 * palette.stroke, 2.4 * palette.stroke])
  for (const margins of grid.margins.slice(grid.margins.length === 2 ? 1 : 0)) {
    traceAbove(context, grid, margins, 0, scale)
    context.stroke()
  }
  context.setLineDash([])
}

/** The outline of where the values on the grid are above a level. */
function traceAbove(
  context: Pen,
  { width, height }: DecidedGrid,
  values: Float64Array,
  level: number,
  { left, right, top, bottom }: DecisionScale,
): void {
  const [sx, sy] = [(right - left) / width, (bottom - top) / height]
  context.beginPath()
  const { coordinates } = contours().size([width, height]).contour(finite(values), level)
  for (const polygon of coordinates) {
    for (const ring of polygon) {
      ring.forEach((point, n) => {
        const [x, y] = [left + point[0]! * sx, bottom - point[1]! * sy]
        if (n === 0) context.moveTo(x, y)
        else context.lineTo(x, y)
      })
      context.closePath()
    }
  }
}

/** Contours interpolate: infinite values would make NaN of it. */
const finite = (values: Float64Array): number[] =>
  Array.from(values, (value) => Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE))

function drawAxes(
  context: Pen,
  { x, y, names }: DecisionPicture,
  { left, right, top, bottom, toX, toY }: DecisionScale,
  palette: Palette,
  { text, family }: DecisionCanvas,
): void {
  context.font = `${text}px ${family}`
  context.fillStyle = palette.muted
  context.textAlign = 'center'
  context.textBaseline = 'top'
  const count = Math.max(2, Math.floor((right - left) / (5 * text)))
  for (const value of ticks(x[0], x[1], count)) context.fillText(tickText(value), toX(value), bottom + 3)
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const rows = Math.max(2, Math.floor((bottom - top) / (3 * text)))
  for (const value of ticks(y[0], y[1], rows)) {
    const at = toY(value)
    if (at > top + text / 2 && at < bottom - text / 2) context.fillText(tickText(value), left - 5, at)
  }
  context.textBaseline = 'bottom'
  context.fillText(`→ ${names[0]},  ↑ ${names[1]}`, right, bottom + 2.6 * text)
}

const tickText = (value: number) =>
  String(Number(value.toPrecision(6)))
    .replace('-', '−')
    .replace('e+', 'e')

function drawPoints(
  context: Pen,
  picture: DecisionPicture,
  { toX, toY }: DecisionScale,
  colours: readonly string[],
  palette: Palette,
): void {
  const { points, labels, isWrong, prototypes, prototypeLabel, pointed, ball } = picture
  const many = points.length > 600 ? 0.8 : 1
  const size = (1.6 + 1.4 * palette.stroke) * many
  const colourOf = (label: number) => colours[label % colours.length]!
  if (ball) {
    context.beginPath()
    for (let n = 0; n < ball.length; n += 2) context.lineTo(toX(ball[n]!), toY(ball[n + 1]!))
    context.closePath()
    context.globalAlpha = 0.25
    context.fillStyle = palette.paper
    context.fill()
    context.globalAlpha = 1
    context.lineWidth = palette.stroke
    context.strokeStyle = palette.g
    context.stroke()
  }
  const wrong: number[] = []
  const put = (n: number) => {
    const [x, y] = [toX(points[2 * n]!), toY(points[2 * n + 1]!)]
    context.beginPath()
    context.arc(x, y, size, 0, 2 * Math.PI)
    drawMark(context, x, y, size, colourOf(labels[n]!), innerMark(labels[n]!), palette)
    if (isWrong(n)) wrong.push(n)
  }
  for (let n = 0; 2 * n < points.length; n++) put(n)
  for (let l = 0; prototypes && 2 * l < prototypes.length; l++) {
    const [x, y] = [toX(prototypes[2 * l]!), toY(prototypes[2 * l + 1]!)]
    const reach = 2 * size
    context.beginPath()
    context.moveTo(x + reach, y)
    for (const [dx, dy] of [
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const)
      context.lineTo(x + reach * dx, y + reach * dy)
    context.closePath()
    const label = prototypeLabel(l)
    drawMark(context, x, y, reach * 0.8, colourOf(label), innerMark(label), palette, palette.ink)
  }
  for (const n of wrong)
    ring(context, toX(points[2 * n]!), toY(points[2 * n + 1]!), 2 * size, palette.bad, palette)
  if (pointed !== undefined && 2 * pointed < points.length) {
    put(pointed)
    ring(context, toX(points[2 * pointed]!), toY(points[2 * pointed + 1]!), 2.4 * size, palette.ink, palette)
  }
}

/** Fills the path with what a class looks like. */
function drawMark(
  context: Pen,
  x: number,
  y: number,
  size: number,
  colour: string,
  mark: ReturnType<typeof innerMark>,
  palette: Palette,
  outline = palette.paper,
): void {
  const isHollow = mark === 'hollow' || mark === 'target'
  const dot = (part: number, style: string) => {
    context.beginPath()
    context.arc(x, y, size * part, 0, 2 * Math.PI)
    context.fillStyle = style
    context.fill()
  }
  context.lineWidth = palette.stroke
  context.strokeStyle = outline
  context.stroke()
  context.fillStyle = colour
  context.fill()
  if (isHollow) dot(0.62, palette.paper)
  if (mark === 'target') dot(0.34, colour)
  if (mark === 'dotted') dot(0.4, palette.paper)
}

/** A ring round a mark, apart from it by the colour of the paper. */
function ring(context: Pen, x: number, y: number, radius: number, colour: string, palette: Palette): void {
  for (const [style, width] of [
    [palette.paper, 2.6],
    [colour, 1.3],
  ] as const) {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.strokeStyle = style
    context.lineWidth = palette.stroke * width
    context.stroke()
  }
}
