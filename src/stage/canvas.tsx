import { createRoot, extend, invalidate } from '@react-three/fiber'
import { Group, Mesh, PerspectiveCamera, Points, setConsoleFunction, WebGLRenderer } from 'three'
import { drawWithout } from '../store/graphics'
import { store } from '../store/store'
import { Scene } from './Scene'
import { isTilted, type StageView } from './stageView'

extend({ Group, Mesh, Points })

/** Messages with nothing to act on: a deprecation inside the renderer's React binding, and what the page itself says. */
const knownMessage = /Clock: This module has been deprecated|Context (Lost|Restored)\.$/
type Level = 'log' | 'warn' | 'error'
setConsoleFunction((level: Level, message: string, ...rest: unknown[]) => {
  if (!knownMessage.test(message)) globalThis.console[level](message, ...rest)
})

/** So long a lost context may take to come back while the page is seen. */
const patienceMs = 2000

/**
 * Puts a canvas into the host and keeps it as large as the host. What cannot be drawn, and a context that does not come
 * back, ends it: then the stage is drawn without WebGL.
 */
export function drawOnCanvas(
  host: HTMLElement,
  canvas: HTMLCanvasElement,
  context: WebGL2RenderingContext,
  stage: StageView,
  report: (state: 'drawing' | 'lost') => void,
): () => void {
  canvas.dataset['surface'] = ''
  canvas.setAttribute('aria-hidden', 'true')
  host.prepend(canvas)
  stage.tilt = isTilted(store.getState()) && stage.pane === 'model' ? 1 : 0
  let isOver = false
  const fail = (error: unknown) => {
    if (!isOver) drawWithout('failed', error)
  }
  stage.fail = fail

  let waiting: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    waiting = setTimeout(() => (document.hidden ? wait() : drawWithout('lost')), patienceMs)
  }
  const lost = () => {
    // Chromium shows a torn picture instead.
    canvas.style.visibility = 'hidden'
    report('lost')
    wait()
  }
  const restored = () => {
    clearTimeout(waiting)
    canvas.style.visibility = ''
    report('drawing')
    invalidate()
  }
  canvas.addEventListener('webglcontextlost', lost)
  canvas.addEventListener('webglcontextrestored', restored)

  const root = createRoot(canvas)
  const camera = new PerspectiveCamera()
  const makeRenderer = (defaults: object) => {
    const renderer = new WebGLRenderer({ ...defaults, canvas, context })
    // Of a context that is lost already the renderer would say that it cannot be ended.
    renderer.forceContextLoss = () => context.getExtension('WEBGL_lose_context')?.loseContext()
    renderer.debug.onShaderError = (gl, program) =>
      fail(new Error(`a shader does not compile: ${gl.getProgramInfoLog(program) ?? ''}`))
    return renderer
  }
  const fitHost = async () => {
    const { clientWidth: width, clientHeight: height } = host
    if (!width || !height) return
    stage.resize(width, height)
    await root.configure({
      gl: makeRenderer,
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
  }
  const observer = new ResizeObserver(() => void fitHost().catch(fail))
  observer.observe(host)

  return () => {
    isOver = true
    stage.redraw = () => {}
    stage.fail = () => {}
    clearTimeout(waiting)
    observer.disconnect()
    canvas.removeEventListener('webglcontextlost', lost)
    canvas.removeEventListener('webglcontextrestored', restored)
    root.unmount()
    canvas.remove()
    report('drawing')
  }
}
