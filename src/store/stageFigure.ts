import type { Document } from '../document/document'
import type { View } from '../document/view'
import type { PlaneWindow } from '../document/window'

/** A picture of the stage for a file, of any document: that of the page, or one that it passes through. */
export interface FigureRequest {
  readonly document: Document
  readonly view: View
  readonly window: PlaneWindow
  /** In CSS pixels; left out, it is as large as the stage of the page. */
  readonly size?: { readonly width: number; readonly height: number }
  /** How much larger letters, lines and marks are than on a desk. */
  readonly zoom: number
  /** The light colours that print well, or those of the page. */
  readonly colours: FigureColours
  /** With the colours of the loss, as an image of pixels in the picture of vectors. */
  readonly hasLoss?: boolean
}

export type FigureColours = 'print' | 'page'

export interface StageFigure {
  readonly width: number
  readonly height: number
  /** The whole file. */
  readonly svg: (title: string) => string
  /** What lies inside a tikzpicture, with the definitions before it. */
  readonly tikz: () => { readonly preamble: string; readonly options: string; readonly body: string }
}

type DrawStage = (request: FigureRequest) => StageFigure

let load: (() => Promise<DrawStage>) | undefined

/** The stage says how it is drawn for a file: panels, which offer files, do not know it. */
export function offerFigures(how: () => Promise<DrawStage>): void {
  load = how
}

/** @throws Error while there is no stage */
export async function stageDrawer(): Promise<DrawStage> {
  if (!load) throw new Error('the picture is not there yet')
  return load()
}
