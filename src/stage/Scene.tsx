import { invalidate, useFrame } from '@react-three/fiber'
import { useEffect } from 'react'
import { store } from '../store/store'
import { Camera } from './layers/Camera'
import { ElementMarks } from './layers/ElementMarks'
import { Entries } from './layers/Entries'
import { Field } from './layers/Field'
import { FlowLines } from './layers/FlowLines'
import { FrameMark } from './layers/FrameMark'
import { Geodesics } from './layers/Geodesics'
import { Grid } from './layers/Grid'
import { Patterns } from './layers/Patterns'
import { Pins } from './layers/Pins'
import { Surface } from './layers/Surface'
import { writeTexts } from './layers/texts'
import type { StageView } from './stageView'

/** What the canvas shows, from the bottom up. Rendered once; a change of the state draws one frame. */
export function Scene({ stage }: { stage: StageView }) {
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const drawn = [
          'document',
          'view',
          'window',
          'pointed',
          'pointedTerm',
          'pointedHandle',
          'column',
          'dragMode',
          'turnAbout',
          'pointPairs',
        ] as const
        if (drawn.some((field) => state[field] !== before[field])) invalidate()
      }),
    [],
  )
  useFrame(() => {
    writeTexts(stage.labels, stage.frame())
    stage.announceFrame()
  })

  return (
    <>
      <Camera stage={stage} />
      <Field stage={stage} />
      <Surface stage={stage} />
      <Grid stage={stage} />
      <Patterns stage={stage} />
      <FlowLines stage={stage} />
      <Pins stage={stage} />
      <ElementMarks stage={stage} />
      <Geodesics stage={stage} />
      <Entries stage={stage} />
      <FrameMark stage={stage} />
    </>
  )
}
