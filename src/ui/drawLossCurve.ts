import { sharpContext } from './sharpCanvas'
import { readPalette, type Palette } from './palette'

/** Losses of runs over their steps, the last run in front. */
export interface CurvePicture {
  readonly runs: readonly {
    /** Entry n after n steps. */
    readonly losses: readonly number[]
    readonly heldOut: readonly { readonly step: number; readonly loss: number }[]
  }[]
  readonly epsilon: number
  /** The step that the page shows; undefined if none of the last run. */
  readonly shown: number | undefined
}

/** Where steps and losses are on the canvas, in CSS pixels. */
export interface CurveScale {
  readonly steps: number
  readonly left: number
  readonly right: number
  readonly x: (step: number) => number
  readonly y: (loss: number) => number
}

/** Losses below this are rounding. */
const least = 1e-15
const fewestSteps = 100

export function curveScale(
  picture: CurvePicture,
  { width, height, text }: Omit<CurveCanvas, 'family'>,
): CurveScale {
  let steps = fewestSteps
  let low = picture.epsilon
  let high = picture.epsilon
  const take = (loss: number) => {
    if (!Number.isFinite(loss)) return
    low = Math.min(low, Math.max(loss, least))
    high = Math.max(high, loss)
  }
  for (const { losses, heldOut } of picture.runs) {
    steps = Math.max(steps, losses.length)
    losses.forEach(take)
    for (const { loss } of heldOut) take(loss)
  }
  const [bottom, top] = [Math.log10(low) - 0.1, Math.log10(Math.max(high, 3 * low)) + 0.1]
  const left = 3.4 * text
  const right = width - 6
  const floor = height - 1.6 * text
  return {
    steps,
    left,
    right,
    x: (step) => left + ((right - left) * step) / steps,
    y: (loss) => floor - (floor - 6) * ((Math.log10(Math.max(loss, least)) - bottom) / (top - bottom)),
  }
}

/** In CSS pixels; handed in, as to ask the canvas for each picture would lay the page out once more. */
export interface CurveCanvas {
  readonly width: number
  readonly height: number
  /** Size of letters, and their family as CSS has it. */
  readonly text: number
  readonly family: string
}

/** Draws at the resolution of the screen; a canvas that has no size yet stays empty. */
export function drawLossCurve(
  canvas: HTMLCanvasElement,
  picture: CurvePicture,
  { width: w, height: h, text, family }: CurveCanvas,
  hovered: number | undefined,
): void {
  const context = sharpContext(canvas, w, h)
  if (!context) return
  const palette = readPalette()
  context.clearRect(0, 0, w, h)
  context.font = `${text}px ${family}`
  const scale = curveScale(picture, { width: w, height: h, text })
  drawAxes(context, scale, palette, h, text)
  drawBall(context, scale, picture.epsilon, palette)
  picture.runs.forEach((run, n) => {
    const isLast = n === picture.runs.length - 1
    context.globalAlpha = isLast ? 1 : 0.45
    context.lineWidth = palette.stroke * (isLast ? 1 : 0.7)
    context.strokeStyle = palette.muted
    context.setLineDash([4, 3])
    context.beginPath()
    for (const { step, loss } of run.heldOut) context.lineTo(scale.x(step), scale.y(loss))
    context.stroke()
    context.setLineDash([])
    context.strokeStyle = isLast ? palette.ink : palette.muted
    traceLosses(context, scale, run.losses)
    context.stroke()
    context.globalAlpha = 1
  })
  const last = picture.runs.at(-1)
  if (last && picture.shown !== undefined) mark(context, scale, last.losses, picture.shown, palette, true)
  if (last && hovered !== undefined) mark(context, scale, last.losses, hovered, palette, false)
}

function drawAxes(
  context: CanvasRenderingContext2D,
  { steps, left, right, x, y }: CurveScale,
  palette: Palette,
  h: number,
  text: number,
): void {
  context.strokeStyle = palette.line
  context.fillStyle = palette.muted
  context.lineWidth = 1
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const floor = h - 1.6 * text
  let free = Infinity
  for (let power = 3; power >= -15; power--) {
    const at = y(10 ** power)
    if (at < text / 2 || at > floor || Math.abs(free - at) < 1.3 * text) continue
    free = at
    context.beginPath()
    context.moveTo(left, at)
    context.lineTo(right, at)
    context.stroke()
    context.fillText(power >= -2 ? String(10 ** power) : `1e${power}`, left - 6, at)
  }
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  context.fillText('0', x(0), h - 0.3 * text)
  context.textAlign = 'right'
  context.fillText(`${steps} steps`, right, h - 0.3 * text)
}

function drawBall(
  context: CanvasRenderingContext2D,
  { left, right, y }: CurveScale,
  epsilon: number,
  palette: Palette,
): void {
  context.strokeStyle = context.fillStyle = palette.ok
  context.lineWidth = palette.stroke
  context.setLineDash([2, 3])
  context.beginPath()
  context.moveTo(left, y(epsilon))
  context.lineTo(right, y(epsilon))
  context.stroke()
  context.setLineDash([])
  context.textAlign = 'right'
  context.textBaseline = 'bottom'
  context.fillText('ε', right - 2, y(epsilon) - 2)
}

/** As many points as there are pixels: of the steps in between, the least and the largest loss. */
function traceLosses(
  context: CanvasRenderingContext2D,
  { left, right, x, y }: CurveScale,
  losses: readonly number[],
): void {
  const bundle = Math.max(1, Math.floor(losses.length / (right - left)))
  context.beginPath()
  for (let from = 0; from < losses.length; from += bundle) {
    const end = Math.min(from + bundle, losses.length)
    let low = Infinity
    let high = 0
    for (let n = from; n < end; n++) {
      low = Math.min(low, losses[n]!)
      high = Math.max(high, losses[n]!)
    }
    context.lineTo(x(from), y(high))
    if (low < high) context.lineTo(x(from), y(low))
  }
}

function mark(
  context: CanvasRenderingContext2D,
  { x, y }: CurveScale,
  losses: readonly number[],
  step: number,
  palette: Palette,
  isFilled: boolean,
): void {
  const loss = losses[Math.min(step, losses.length - 1)]
  if (loss === undefined) return
  context.beginPath()
  context.arc(x(step), y(loss), 2 + 1.4 * palette.stroke, 0, 2 * Math.PI)
  context.lineWidth = palette.stroke
  context.strokeStyle = isFilled ? palette.paper : palette.ink
  context.fillStyle = isFilled ? palette.ink : palette.paper
  context.fill()
  context.stroke()
}
