import { watch } from '../store/store'
import { isTilted, type StageView } from './stageView'

const turnMs = 600
/** Who asked for less motion gets none. */
const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
const eased = (part: number) => part * part * (3 - 2 * part)

/** Runs from 0 to 1 in the time of a turn of the view; another run takes over. */
function animation(redraw: () => void) {
  let frame = 0
  const stop = () => cancelAnimationFrame(frame)
  const run = (show: (part: number) => void) => {
    stop()
    const start = performance.now()
    const duration = isStill() ? 0 : turnMs
    const step = () => {
      const part = duration === 0 ? 1 : Math.min(1, (performance.now() - start) / duration)
      show(eased(part))
      redraw()
      if (part < 1) frame = requestAnimationFrame(step)
    }
    step()
  }
  return { run, stop }
}

/** Turns the view when it is tilted or laid flat. */
export function followTilt(stage: StageView, redraw: () => void): () => void {
  const tilt = animation(redraw)
  const stop = watch(isTilted, (tilted) => {
    if (stage.pane === 'beside') return
    const from = stage.tilt
    const to = tilted ? 1 : 0
    tilt.run((part) => (stage.tilt = from + (to - from) * part))
  })
  return () => {
    tilt.stop()
    stop()
  }
}

/** Takes every point from its place in one model to that in another, when another one is chosen. */
export function followModel(stage: StageView, redraw: () => void): () => void {
  const pass = animation(redraw)
  const stop = watch(
    (state) => stage.model(state.view),
    (_model, from) =>
      pass.run((part) => {
        stage.passage = part < 1 ? { from, part } : undefined
      }),
  )
  return () => {
    pass.stop()
    stop()
    stage.passage = undefined
  }
}
