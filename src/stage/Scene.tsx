import { invalidate, useFrame } from '@react-three/fiber'
import { lazy, Suspense, useEffect } from 'react'
import { store } from '../store/store'
import { Camera } from './layers/Camera'
import { Entries } from './layers/Entries'
import { Field } from './layers/Field'
import { FrameMark } from './layers/FrameMark'
import { Geodesics } from './layers/Geodesics'
import { Grid } from './layers/Grid'
import { Pins } from './layers/Pins'
import { Surface } from './layers/Surface'
import { writeTexts } from './layers/texts'
import type { StageView } from './stageView'

const LaterLayers = lazy(async () => ({ default: (await import('./layers/Later')).LaterLayers }))

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
          'twin',
          'ball',
        ] as const
        if (drawn.some((field) => state[field] !== before[field])) invalidate()
      }),
    [],
  )
  useFrame(() => {
    writeTexts(stage.labels, stage.frame(), stage.nameElement)
    stage.announceFrame()
  })

  return (
    <>
      <Camera stage={stage} />
      <Field stage={stage} />
      <Surface stage={stage} />
      <Grid stage={stage} />
      <Pins stage={stage} />
      <Suspense>
        <LaterLayers stage={stage} />
      </Suspense>
      <Geodesics stage={stage} />
      <Entries stage={stage} />
      <FrameMark stage={stage} />
    </>
  )
}
