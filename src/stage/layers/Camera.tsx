import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import type { PerspectiveCamera } from 'three'
import { watch } from '../../store/store'
import { isTilted, type StageView } from '../stageView'
import { placeCamera } from '../tiltCamera'

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

/** Places the camera in each frame, and turns it when the view is tilted or laid flat. */
export function Camera({ stage }: { stage: StageView }) {
  const camera = useThree((state) => state.camera) as PerspectiveCamera
  const redraw = useThree((state) => state.invalidate)

  useEffect(() => {
    const tilt = animation(redraw)
    const pass = animation(redraw)
    const stops = [
      watch(isTilted, (tilted) => {
        if (stage.pane === 'beside') return
        const from = stage.tilt
        const to = tilted ? 1 : 0
        tilt.run((part) => (stage.tilt = from + (to - from) * part))
      }),
      watch(
        (state) => stage.model(state.view),
        (_model, from) =>
          pass.run((part) => {
            stage.passage = part < 1 ? { from, part } : undefined
          }),
      ),
    ]
    return () => {
      tilt.stop()
      pass.stop()
      stops.forEach((stop) => stop())
    }
  }, [stage, redraw])

  useFrame(() => placeCamera(camera, stage.frame().viewport, stage.tilt), -1)
  return null
}
