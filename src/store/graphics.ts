import { store } from './store'

/** Why the stage is not drawn by WebGL, besides that it was chosen: what became of it; 'stopped' is SVG's own. */
export type Trouble = 'none' | 'missing' | 'lost' | 'failed' | 'stopped'

/** By what the stage is drawn. */
export interface Graphics {
  readonly by: 'webgl' | 'svg'
  /** Grows when the graphics are started anew. */
  readonly round: number
  readonly trouble: Trouble
  /** What is known of it, in words. */
  readonly reason: string
}

/** As a person chooses. */
export function drawBy(by: Graphics['by']): void {
  const { graphics, set } = store.getState()
  set({ graphics: { by, round: graphics.round + 1, trouble: 'none', reason: '' } })
}

/** When WebGL cannot. */
export function drawWithout(trouble: Trouble, error?: unknown): void {
  const { graphics, set } = store.getState()
  const reason = error instanceof Error ? error.message : ''
  // What fails in a frame fails in the next one too.
  if (trouble === graphics.trouble && reason === graphics.reason) return
  set({ graphics: { by: 'svg', round: graphics.round, trouble, reason } })
}

/** Everything of the picture is made anew, by WebGL unless it was chosen to do without. */
export function restartGraphics(): void {
  const { by, trouble } = store.getState().graphics
  drawBy(trouble === 'none' ? by : 'webgl')
}
