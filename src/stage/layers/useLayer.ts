import { useFrame } from '@react-three/fiber'
import { useRef } from 'react'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'

/** Redraws a layer when the frame it is drawn from is another one; `changes` names what else it depends on. */
export function useLayer(
  stage: StageView,
  draw: (frame: Frame) => void,
  changes: () => readonly unknown[] = () => [],
): void {
  const last = useRef<readonly unknown[]>([])
  useFrame(() => {
    const frame = stage.frame()
    const of = [frame, ...changes()]
    if (of.length === last.current.length && of.every((one, n) => Object.is(one, last.current[n]))) return
    last.current = of
    draw(frame)
  })
}
