import { isModel } from '../../document/modelLoss'
import { sliceCurves } from '../../document/slice'
import { contourLines } from '../../math/contours'
import { level } from '../../math/levels'
import { store } from '../../store/store'
import { isHalfPlane, type Chart } from '../charts/chart'
import type { Frame } from '../frame'
import { beyond, filling, sampleColumns, sampledFrom, sampleRows } from '../sampling'
import { areSame, ink, type Ink, type Part, type Pen } from './pen'

/** Every so many samples of the grid of the stage, across and up. */
const stride = 2
const [columns, rows] = [sampleColumns / stride + 1, sampleRows / stride + 1]
/** A frame may spend this on samples; what takes longer waits until nothing has changed for so long. */
const budgetMs = 12
const pauseMs = 120
/** Then they are taken in pieces, so that the page answers in between. */
const pieceMs = 10

interface Samples {
  readonly of: readonly unknown[]
  readonly levels: Float32Array
}

/**
 * The slice of the loss by its level curves, and the ball {L < ε} of a trained model by its edge, from losses on a coarse
 * grid. While a drag makes losses that take long they are left out. Each picture has its own.
 *
 * @param budget ms; without an end for a file, which is drawn once and waits
 */
export function levelCurves(budget = budgetMs): Part {
  let redraw = () => {}
  let samples: Samples | undefined
  let msPerSample = 5e-4
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: readonly unknown[] = []

  /** Fills the grid for so long; what is filled, when it is done. */
  const run = (fill: ReturnType<typeof filling>, ms: number) => {
    const start = performance.now()
    for (let row = 1; ; row++) {
      const { done, value } = fill.next()
      const elapsed = performance.now() - start
      if (row > 2 || done) msPerSample = elapsed / (row * columns)
      if (done) return value
      if (elapsed > ms) return undefined
    }
  }

  const samplesOf = (frame: Frame): Samples | undefined => {
    const over = windowOf(frame)
    const { target, a, b, move } = frame.document
    const of = [...sampledFrom(frame, over), target, a, b, move]
    if (samples && areSame(of, samples.of)) return samples
    if (areSame(of, waiting)) return undefined
    waiting = of
    clearTimeout(timer)
    const fill = filling(frame, over, stride, new Float32Array((sampleColumns + 1) * (sampleRows + 1)))
    if (msPerSample * columns * rows <= budget) return (samples = { of, levels: run(fill, Infinity)! })
    const refine = () => {
      const levels = run(fill, pieceMs)
      if (!levels) return later(0)
      samples = { of, levels }
      redraw()
    }
    const later = (ms: number) => {
      timer = setTimeout(refine, ms)
    }
    later(pauseMs)
    return undefined
  }

  return {
    role: 'level',
    lines: 1,
    of: (frame) => [frame, samples, store.getState().ball],
    draw: (frame, pen) => {
      if (!frame.view.slice || frame.chart?.name === 'passage') return
      const found = samplesOf(frame)
      if (found) drawCurves(frame, found.levels, pen)
    },
    follow: (again) => {
      redraw = again
      return () => clearTimeout(timer)
    },
  }
}

function windowOf({ viewport, chart }: Frame) {
  const { width, height, floor } = viewport
  return { left: 0, right: width, bottom: chart && !isHalfPlane(chart) ? -floor : 0, top: height - floor }
}

function drawCurves(frame: Frame, levels: Float32Array, pen: Pen): void {
  const { document, palette } = frame
  const { density, reference } = sliceCurves(document)
  const values = new Float64Array(columns * rows)
  let highest = 0
  for (let n = 0; n < values.length; n++) {
    const [row, column] = [Math.floor(n / columns), n % columns]
    values[n] = levels[row * stride * (sampleColumns + 1) + column * stride]!
    highest = Math.max(highest, values[n]!)
  }
  const stroke = (value: number, width: number, colour: Ink) =>
    drawAt(frame, values, value, width, colour, pen)
  for (let k = 1; k / density < Math.min(highest, beyond); k++)
    stroke(k / density, palette.weight, ink('ink', 0.24))
  if (isModel(document)) stroke(level(store.getState().ball, reference), 2.2 * palette.weight, ink('ok'))
}

function drawAt(
  frame: Frame,
  values: Float64Array,
  value: number,
  width: number,
  colour: Ink,
  pen: Pen,
): void {
  const { left, right, bottom, top } = windowOf(frame)
  for (const line of contourLines(values, columns, rows, value)) {
    for (let n = 0; n < line.length; n += 2) {
      line[n] = left + (line[n]! * (right - left)) / (columns - 1)
      line[n + 1] = bottom + (line[n + 1]! * (top - bottom)) / (rows - 1)
    }
    const pieces = frame.chart ? shown(frame.chart, line) : [Array.from(line)]
    for (const piece of pieces) pen.polyline(piece, piece.length / 2, width, colour)
  }
}

/** The pieces of a line that show points of the plane, up to the rim. */
function shown(chart: Chart, line: Float64Array): number[][] {
  const pieces: number[][] = []
  let piece: number[] | undefined
  for (let n = 0; n < line.length; n += 2) {
    const [X, Y] = [line[n]!, line[n + 1]!]
    if (chart.shows(X, Y)) {
      if (!piece) {
        pieces.push((piece = []))
        if (n > 0) piece.push(...rimBetween(chart, X, Y, line[n - 2]!, line[n - 1]!))
      }
      piece.push(X, Y)
    } else if (piece) {
      piece.push(...rimBetween(chart, line[n - 2]!, line[n - 1]!, X, Y))
      piece = undefined
    }
  }
  return pieces
}

/** Where the way from a place that is shown to one that is not crosses the rim. */
function rimBetween(chart: Chart, X: number, Y: number, U: number, V: number): [number, number] {
  let [inside, outside] = [0, 1]
  for (let round = 0; round < 12; round++) {
    const middle = (inside + outside) / 2
    if (chart.shows(X + middle * (U - X), Y + middle * (V - Y))) inside = middle
    else outside = middle
  }
  return [X + inside * (U - X), Y + inside * (V - Y)]
}
