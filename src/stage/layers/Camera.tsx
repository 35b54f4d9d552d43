import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import type { PerspectiveCamera } from 'three'
import { followModel, followTilt } from '../motion'
import type { StageView } from '../stageView'
import { placeCamera } from '../tiltCamera'

/** Places the camera in each frame, and turns it when the view is tilted or laid flat. */
export function Camera({ stage }: { stage: StageView }) {
  const camera = useThree((state) => state.camera) as PerspectiveCamera
  const redraw = useThree((state) => state.invalidate)

  useEffect(() => {
    const stops = [followTilt(stage, redraw), followModel(stage, redraw)]
    return () => stops.forEach((stop) => stop())
  }, [stage, redraw])

  useFrame(() => placeCamera(camera, stage.frame().viewport, stage.tilt), -1)
  return null
}
