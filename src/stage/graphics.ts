import { drawWithout, type Graphics } from '../store/graphics'
import type { StageView } from './stageView'

/**
 * Puts a picture into the host, by WebGL or as SVG; only what draws it is loaded. Where there is no context to be had,
 * now or later, the other one takes over.
 */
export function mountGraphics(
  host: HTMLElement,
  stage: StageView,
  by: Graphics['by'],
  report: (state: 'drawing' | 'lost') => void,
): () => void {
  let stop = () => {}
  let isOver = false

  async function mountCanvas() {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('webgl2', {
      antialias: true,
      alpha: true,
      powerPreference: 'high-performance',
    })
    if (!context) return drawWithout('missing')
    const { drawOnCanvas } = await import('./canvas')
    if (!isOver) stop = drawOnCanvas(host, canvas, context, stage, report)
    // A browser has only so many of them.
    else context.getExtension('WEBGL_lose_context')?.loseContext()
  }

  async function mountFigure() {
    const { drawFigure } = await import('./svg/drawFigure')
    if (!isOver) stop = drawFigure(host, stage)
  }

  const mounted = by === 'webgl' ? mountCanvas() : mountFigure()
  mounted.catch((error: unknown) => drawWithout(by === 'webgl' ? 'failed' : 'stopped', error))
  return () => {
    isOver = true
    stop()
  }
}
