import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import type { PerspectiveCamera } from 'three'
import { watch } from '../../store/store'
import { isTilted, type StageView } from '../stageView'
import { placeCamera } from '../tiltCamera'

const turnMs = 600
const eased = (part: number) => part * part * (3 - 2 * part)

/** Places the camera in each frame, and turns it when the view is tilted or laid flat. */
export function Camera({ stage }: { stage: StageView }) {
  const camera = useThree((state) => state.camera) as PerspectiveCamera
  const redraw = useThree((state) => state.invalidate)

  useEffect(() => {
    let frame = 0
    const stop = watch(isTilted, (tilted) => {
      cancelAnimationFrame(frame)
      const from = stage.tilt
      const to = tilted ? 1 : 0
      const start = performance.now()
      const duration = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : turnMs
      const turn = () => {
        const part = duration === 0 ? 1 : Math.min(1, (performance.now() - start) / duration)
        stage.tilt = from + (to - from) * eased(part)
        redraw()
        if (part < 1) frame = requestAnimationFrame(turn)
      }
      turn()
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [stage, redraw])

  useFrame(() => placeCamera(camera, stage.frame().viewport, stage.tilt), -1)
  return null
}
