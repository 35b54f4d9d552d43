import { useFrame } from '@react-three/fiber'
import { useRef } from 'react'
import { areSame } from '../figure/pen'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'

/** Redraws a layer when what it is drawn from is something else. */
export function useLayer(
  stage: StageView,
  of: (frame: Frame) => readonly unknown[],
  draw: (frame: Frame) => void,
): void {
  const last = useRef<readonly unknown[]>([])
  useFrame(() =>
    stage.attempt(() => {
      const frame = stage.frame()
      const now = of(frame)
      if (areSame(now, last.current)) return
      last.current = now
      draw(frame)
    }),
  )
}
