import type { Palette } from './palette'
import type { Pen } from './svgPen'

/** What a curve is of: the run that goes on, one before it, or another model for comparison. */
export type CurveKind = 'now' | 'earlier' | 'dot' | 'line'

/** Losses of runs over their steps, the last run in front. */
export interface CurvePicture {
  readonly runs: readonly {
    readonly kind: CurveKind
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
    for (const loss of losses) take(loss)
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

/** A state of one of the runs of a picture. */
export interface CurvePlace {
  readonly run: number
  readonly step: number
}

/** The curve is the one that goes on, unless the pointer is as near to another one as this. */
const near = 14

/** What is under the pointer; undefined without a run. */
export function placeAt(
  { runs }: CurvePicture,
  scale: CurveScale,
  left: number,
  top: number,
): CurvePlace | undefined {
  const last = runs.length - 1
  const step = Math.max(0, Math.round(((left - scale.left) / (scale.right - scale.left)) * scale.steps))
  const off = ({ losses }: CurvePicture['runs'][number]) =>
    step < losses.length ? Math.abs(scale.y(losses[step]!) - top) : Infinity
  const offs = runs.map(off)
  const least = Math.min(...offs)
  const run = least < near && !(offs[last]! <= least) ? offs.indexOf(least) : last
  const count = runs[run]?.losses.length ?? 0
  return count === 0 ? undefined : { run, step: Math.min(step, count - 1) }
}

/** In CSS pixels; handed in, as to ask the canvas for each picture would lay the page out once more. */
export interface CurveCanvas {
  readonly width: number
  readonly height: number
  /** Size of letters, and their family as CSS has it. */
  readonly text: number
  readonly family: string
}

/** How each kind of curve is drawn; held-out losses of one's own runs are dashes. */
const strokes: Readonly<
  Record<CurveKind, { colour: 'ink' | 'muted' | 'a' | 'b'; dash: number[]; width: number; alpha: number }>
> = {
  now: { colour: 'ink', dash: [], width: 1, alpha: 1 },
  earlier: { colour: 'muted', dash: [], width: 0.7, alpha: 0.5 },
  dot: { colour: 'b', dash: [1.5, 2.5], width: 1.2, alpha: 1 },
  line: { colour: 'a', dash: [7, 3], width: 1, alpha: 1 },
}

/** Onto a clear ground of that size. */
export function drawLossCurve(
  pen: Pen,
  picture: CurvePicture,
  { width, height, text }: Omit<CurveCanvas, 'family'>,
  palette: Palette,
  hovered: CurvePlace | undefined,
): void {
  const scale = curveScale(picture, { width, height, text })
  drawAxes(pen, scale, palette, height, text)
  drawBall(pen, scale, picture.epsilon, palette)
  for (const run of picture.runs) {
    setStroke(pen, run.kind, palette)
    if (run.kind === 'now' || run.kind === 'earlier') {
      pen.strokeStyle = palette.muted
      pen.setLineDash([4, 3])
      pen.beginPath()
      traceHeldOut(pen, scale, run.heldOut)
      pen.stroke()
      setStroke(pen, run.kind, palette)
    }
    traceLosses(pen, scale, run.losses)
    pen.stroke()
    pen.setLineDash([])
    pen.globalAlpha = 1
  }
  const last = picture.runs.at(-1)
  if (last && picture.shown !== undefined) mark(pen, scale, last.losses, picture.shown, palette, true)
  const under = hovered && picture.runs[hovered.run]
  if (under) mark(pen, scale, under.losses, hovered.step, palette, false)
}

function setStroke(pen: Pen, kind: CurveKind, palette: Palette): void {
  const { colour, dash, width, alpha } = strokes[kind]
  pen.globalAlpha = alpha
  pen.lineWidth = palette.stroke * width
  pen.strokeStyle = palette[colour]
  pen.setLineDash(dash)
}

/** A piece of such a curve for a legend. */
export function drawSample(
  pen: Pen,
  kind: CurveKind,
  palette: Palette,
  [x, y]: readonly [x: number, y: number],
  width: number,
): void {
  setStroke(pen, kind, palette)
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(x + width, y)
  pen.stroke()
  pen.setLineDash([])
  pen.globalAlpha = 1
}

function drawAxes(
  pen: Pen,
  { steps, left, right, x, y }: CurveScale,
  palette: Palette,
  h: number,
  text: number,
): void {
  pen.strokeStyle = palette.line
  pen.fillStyle = palette.muted
  pen.lineWidth = (2 / 3) * palette.stroke
  pen.textAlign = 'right'
  pen.textBaseline = 'middle'
  const floor = h - 1.6 * text
  let free = Infinity
  for (let power = 3; power >= -15; power--) {
    const at = y(10 ** power)
    if (at < text / 2 || at > floor || Math.abs(free - at) < 1.3 * text) continue
    free = at
    pen.beginPath()
    pen.moveTo(left, at)
    pen.lineTo(right, at)
    pen.stroke()
    pen.fillText(power >= -2 ? String(10 ** power) : `1e${power}`, left - 6, at)
  }
  pen.textBaseline = 'alphabetic'
  pen.textAlign = 'left'
  pen.fillText('0', x(0), h - 0.3 * text)
  pen.textAlign = 'right'
  pen.fillText(`${steps} steps`, right, h - 0.3 * text)
}

function drawBall(pen: Pen, { left, right, y }: CurveScale, epsilon: number, palette: Palette): void {
  pen.strokeStyle = pen.fillStyle = palette.ok
  pen.lineWidth = palette.stroke
  pen.setLineDash([2, 3])
  pen.beginPath()
  pen.moveTo(left, y(epsilon))
  pen.lineTo(right, y(epsilon))
  pen.stroke()
  pen.setLineDash([])
  pen.textAlign = 'right'
  pen.textBaseline = 'bottom'
  pen.fillText('ε', right - 2, y(epsilon) - 2)
}

/** As many points as there are pixels: of the steps in between, the least and the largest loss. */
function traceLosses(pen: Pen, { left, right, x, y }: CurveScale, losses: readonly number[]): void {
  const bundle = Math.max(1, Math.floor(losses.length / (right - left)))
  pen.beginPath()
  for (let from = 0; from < losses.length; from += bundle) {
    const end = Math.min(from + bundle, losses.length)
    let low = Infinity
    let high = 0
    for (let n = from; n < end; n++) {
      low = Math.min(low, losses[n]!)
      high = Math.max(high, losses[n]!)
    }
    pen.lineTo(x(from), y(high))
    if (low < high) pen.lineTo(x(from), y(low))
  }
}

/** No more of them than there are pixels. */
function traceHeldOut(
  pen: Pen,
  { x, y }: CurveScale,
  heldOut: CurvePicture['runs'][number]['heldOut'],
): void {
  let next = -Infinity
  for (const { step, loss } of heldOut) {
    const at = x(step)
    if (at < next) continue
    pen.lineTo(at, y(loss))
    next = at + 1
  }
}

function mark(
  pen: Pen,
  { x, y }: CurveScale,
  losses: readonly number[],
  step: number,
  palette: Palette,
  isFilled: boolean,
): void {
  const loss = losses[Math.min(step, losses.length - 1)]
  if (loss === undefined) return
  pen.beginPath()
  pen.arc(x(step), y(loss), 2 + 1.4 * palette.stroke, 0, 2 * Math.PI)
  pen.lineWidth = palette.stroke
  pen.strokeStyle = isFilled ? palette.paper : palette.ink
  pen.fillStyle = isFilled ? palette.ink : palette.paper
  pen.fill()
  pen.stroke()
}
