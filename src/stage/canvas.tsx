import { createRoot, extend, invalidate } from '@react-three/fiber'
import { Group, Mesh, PerspectiveCamera, Points, setConsoleFunction, WebGLRenderer } from 'three'
import { Scene } from './Scene'
import type { StageView } from './stageView'

extend({ Group, Mesh, Points })

/** Messages with nothing to act on: a deprecation inside the renderer's React binding, and what the page itself says. */
const knownMessage = /Clock: This module has been deprecated|Context (Lost|Restored)\.$/
type Level = 'log' | 'warn' | 'error'
setConsoleFunction((level: Level, message: string, ...rest: unknown[]) => {
  if (!knownMessage.test(message)) globalThis.console[level](message, ...rest)
})

export type CanvasState = 'missing' | 'lost' | 'drawing'

/**
 * Puts a canvas into the host and keeps it as large as the host. Without WebGL2 there is no canvas, and
 * `report` says so.
 */
export function mountCanvas(
  host: HTMLElement,
  stage: StageView,
  report: (state: CanvasState) => void,
): () => void {
  const canvas = document.createElement('canvas')
  canvas.dataset['surface'] = ''
  const context = canvas.getContext('webgl2', {
    antialias: true,
    alpha: true,
    powerPreference: 'high-performance',
  })
  if (!context) {
    report('missing')
    return () => {}
  }
  canvas.setAttribute('aria-hidden', 'true')
  host.prepend(canvas)
  const lost = () => report('lost')
  const restored = () => {
    report('drawing')
    invalidate()
  }
  canvas.addEventListener('webglcontextlost', lost)
  canvas.addEventListener('webglcontextrestored', restored)

  const root = createRoot(canvas)
  const camera = new PerspectiveCamera()
  let isOver = false
  const fitHost = async () => {
    const { clientWidth: width, clientHeight: height } = host
    if (!width || !height) return
    stage.resize(width, height)
    await root.configure({
      gl: (defaults) => new WebGLRenderer({ ...defaults, context }),
      frameloop: 'demand',
      linear: true,
      flat: true,
      dpr: [1, 2],
      size: { width, height, top: 0, left: 0 },
      camera: Object.assign(camera, { manual: true }),
    })
    if (isOver) return
    root.render(<Scene stage={stage} />)
    stage.redraw = invalidate
    report('drawing')
  }
  const observer = new ResizeObserver(() => void fitHost())
  observer.observe(host)

  return () => {
    isOver = true
    stage.redraw = () => {}
    observer.disconnect()
    canvas.removeEventListener('webglcontextlost', lost)
    canvas.removeEventListener('webglcontextrestored', restored)
    root.unmount()
    canvas.remove()
  }
}
