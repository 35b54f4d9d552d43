import type { FigureRequest } from '../../store/stageFigure'
import { pageColour, printColour } from '../../store/printColours'
import { chartOf } from '../charts/chartOf'
import { Figure, type Layer } from '../figure/figure'
import { addLater, laterParts, writeLater } from '../figure/laterParts'
import { levelCurves } from '../figure/levelCurves'
import { firstParts } from '../figure/parts'
import { makeFrame, type Frame } from '../frame'
import { lossImage, type LossImage } from './lossImage'
import { readPalette, type Palette } from '../palette'
import { Placing, type Placed } from '../texts/placing'
import { writeTexts } from '../texts/texts'

/** What the stage shows, laid on paper: its panes side by side, in CSS pixels from the left and from the top. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly palette: Palette
  /** Pixels of the size of its letters. */
  readonly em: number
  readonly panes: readonly SheetPane[]
}

export interface SheetPane extends PaneBox {
  readonly frame: Frame
  /** From the bottom up. */
  readonly layers: readonly Layer[]
  readonly texts: readonly Placed[]
  /** Below all of it. */
  readonly loss: LossImage | undefined
}

/** The place of a pane. */
export interface PaneBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Letters of the stage of a desk. */
const deskEm = 12
/** Between two panes. */
const gap = 12

/** Lays the document on paper as it is on the page, but flat, and without what covers it there. */
export function makeSheet(request: FigureRequest): Sheet {
  const palette = {
    ...readPalette(request.colours === 'print' ? printColour : pageColour),
    weight: request.zoom,
  }
  return laidOut(request, palette, request.size ? undefined : boxesOnPage())
}

/** @param boxes of the panes; left out, they share the size that is asked for */
export function laidOut(request: FigureRequest, palette: Palette, boxes = sharing(request)): Sheet {
  addLater()
  const em = deskEm * request.zoom
  const models =
    request.view.beside === 'none' ? [request.view.model] : [request.view.model, request.view.beside]
  const panes = boxes.map((box, n) => paneOf(request, palette, em, box, models[n] ?? models[0]!))
  const [width, height] = [
    Math.max(...panes.map(({ left, width: wide }) => left + wide)),
    Math.max(...panes.map(({ top, height: high }) => top + high)),
  ]
  return { width, height, palette, em, panes }
}

function paneOf(
  { document, view, window, hasLoss }: FigureRequest,
  palette: Palette,
  em: number,
  box: PaneBox,
  model: FigureRequest['view']['model'],
): SheetPane {
  const { width, height } = box
  const frame = makeFrame({
    ...{ document, view, window, width, height, palette, tilt: 0 },
    chartIn: (viewport) => chartOf(model, viewport, window, view),
  })
  const figure = new Figure([levelCurves(Infinity), ...firstParts, ...laterParts], (error) => {
    throw error
  })
  const placing = new Placing(width, height, em, [])
  writeTexts(placing, frame, writeLater)
  const loss = hasLoss === true ? lossImage(frame) : undefined
  return { ...box, frame, layers: figure.layersOf(frame), texts: placing.texts, loss }
}

/** The panes of the page as they lie there. */
function boxesOnPage(): PaneBox[] {
  const boxes = Array.from(document.querySelectorAll('.stage-plane'), (pane) => pane.getBoundingClientRect())
  const [x, y] = [Math.min(...boxes.map(({ left }) => left)), Math.min(...boxes.map(({ top }) => top))]
  const seen = boxes.filter(({ width, height }) => width > 0 && height > 0)
  if (seen.length === 0) throw new Error('the picture is not on the screen: show it once, or give a size')
  return seen.map(({ left, top, width, height }) => ({
    left: Math.round(left - x),
    top: Math.round(top - y),
    width: Math.round(width),
    height: Math.round(height),
  }))
}

function sharing({ document, view, size }: FigureRequest): PaneBox[] {
  const { width, height } = size!
  if (view.beside === 'none' || document.space === 'line') return [{ left: 0, top: 0, width, height }]
  const half = Math.floor((width - gap) / 2)
  return [0, width - half].map((left) => ({ left, top: 0, width: half, height }))
}
