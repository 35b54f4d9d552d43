import { useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { joinLater, laterParts } from '../figure/laterParts'
import type { StageView } from '../stageView'
import { PartLayer } from './PartLayer'

export function LaterLayers({ stage }: { stage: StageView }) {
  const redraw = useThree((state) => state.invalidate)

  useEffect(() => {
    joinLater(stage)
    redraw()
  }, [stage, redraw])

  return laterParts.map((part) => <PartLayer key={part.role} stage={stage} part={part} />)
}
