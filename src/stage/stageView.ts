import { store, type AppState } from '../store/store'
import { makeFrame, type Frame } from './frame'
import { Labels } from './labels'
import { readPalette, type Palette } from './palette'

/** There is nothing to tilt without the slice. */
export const isTilted = ({ view }: Pick<AppState, 'view'>): boolean => view.tilt && view.slice

/** The canvas and what is needed to lay the document on it: one for the stage, shared by its layers. */
export class StageView {
  readonly labels: Labels
  width = 1
  height = 1
  /** 0 flat … 1 tilted, while the view turns. */
  tilt = isTilted(store.getState()) ? 1 : 0
  /** Asks for a frame; does nothing before there is a scene. */
  redraw: () => void = () => {}
  private palette: Palette = readPalette()
  private readonly listeners = new Set<() => void>()
  private last: { of: readonly unknown[]; frame: Frame } | undefined

  constructor(overlay: HTMLElement) {
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

  /** Calls back with each frame that is drawn. */
  onFrame(drawn: () => void): () => void {
    this.listeners.add(drawn)
    drawn()
    return () => this.listeners.delete(drawn)
  }

  announceFrame(): void {
    for (const drawn of this.listeners) drawn()
  }

  /** The document as it is laid on the canvas now. */
  frame(): Frame {
    const { document, view, window } = store.getState()
    const { width, height, palette, tilt } = this
    const of = [document, view, window, width, height, palette, tilt]
    if (!this.last || of.some((one, n) => !Object.is(one, this.last!.of[n]))) {
      this.last = { of, frame: makeFrame({ document, view, window, width, height, palette, tilt }) }
    }
    return this.last.frame
  }
}
