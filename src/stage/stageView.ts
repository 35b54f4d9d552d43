import { store, type AppState } from '../store/store'
import { between, chartOf } from './charts/chartOf'
import type { FactorName } from '../document/document'
import type { ModelName, View } from '../document/view'
import type { PlaneWindow } from '../document/window'
import type { Chart } from './charts/chart'
import { makeFrame, type Frame } from './frame'
import { Labels } from './labels'
import { readPalette, type Palette } from './palette'
import { writeTexts, type WriteTexts } from './texts/texts'
import type { Viewport } from './viewport'

/** There is nothing to tilt without the slice; the hyperboloid is turned instead. */
export const isTilted = ({ view }: Pick<AppState, 'view'>): boolean =>
  view.tilt && view.slice && view.model !== 'hyperboloid'

/** Which of the models of the view a canvas shows. */
export type Pane = 'model' | 'beside'

type LaterTexts = Pick<StageView, 'nameElement' | 'entryWords'>

/** The canvas and what is needed to lay the document on it: one for the stage, shared by its layers. */
export class StageView {
  readonly labels: Labels
  readonly pane: Pane
  width = 1
  height = 1
  /** 0 flat … 1 tilted, while the view turns. */
  tilt = 0
  /** While one model turns into another: from which, and how far it has come. */
  passage: { readonly from: ModelName; readonly part: number } | undefined
  /** Writes the texts of what shows g, once that is loaded. */
  nameElement: WriteTexts = () => {}
  /** What an entry is besides its name, once that is loaded. */
  entryWords: (frame: Frame, factor: FactorName, row: number, column: number) => string = () => ''
  /** Asks for a frame; does nothing before there is a scene. */
  redraw: () => void = () => {}
  /** What is done when a part of a frame cannot be drawn. */
  fail: (error: unknown) => void = () => {}
  private palette: Palette = readPalette()
  private readonly listeners = new Set<() => void>()
  private last: { of: readonly unknown[]; frame: Frame } | undefined

  constructor(overlay: HTMLElement, pane: Pane = 'model') {
    this.pane = pane
    this.tilt = isTilted(store.getState()) && pane === 'model' ? 1 : 0
    this.labels = new Labels(overlay)
  }

  resize(width: number, height: number): void {
    this.width = width
    this.height = height
  }

  readColours(): void {
    this.palette = readPalette()
    this.redraw()
  }

  /** Texts that come after the first picture. */
  writeAlso({ nameElement, entryWords }: LaterTexts): void {
    this.nameElement = nameElement
    this.entryWords = entryWords
  }

  /** Draws, or tells why it cannot be drawn: an error in a frame would come again in each one. */
  attempt(draw: () => void): void {
    try {
      draw()
    } catch (error) {
      this.fail(error)
    }
  }

  /** Calls back with each frame that is drawn. */
  onFrame(drawn: () => void): () => void {
    this.listeners.add(drawn)
    drawn()
    return () => this.listeners.delete(drawn)
  }

  /** Writes the texts of a frame, and lets its handles follow. */
  endFrame(): void {
    const placing = this.labels.begin()
    writeTexts(placing, this.frame(), this.nameElement)
    this.labels.write(placing.texts)
    for (const drawn of this.listeners) drawn()
  }

  /** The document as it is laid on the canvas now. */
  frame(): Frame {
    const { document, view, window } = store.getState()
    const { width, height, palette, tilt, passage } = this
    const of = [document, view, window, width, height, palette, tilt, passage]
    if (!this.last || of.some((one, n) => !Object.is(one, this.last!.of[n]))) {
      const chartIn = (viewport: Viewport) => this.chartIn(viewport, view, window)
      this.last = { of, frame: makeFrame({ document, view, window, width, height, palette, tilt, chartIn }) }
    }
    return this.last.frame
  }

  private chartIn(viewport: Viewport, view: View, window: PlaneWindow): Chart {
    const chart = chartOf(this.model(view), viewport, window, view)
    if (!this.passage) return chart
    const { from, part } = this.passage
    return between(chartOf(from, viewport, window, view), chart, part)
  }

  /** The model that this canvas shows. */
  model(view: View = store.getState().view): ModelName {
    return this.pane === 'beside' && view.beside !== 'none' ? view.beside : view.model
  }
}
