import { invalidate, useFrame } from '@react-three/fiber'
import { Component, useEffect, type ReactNode } from 'react'
import { fetched } from '../ui/fetched'
import { firstParts } from './figure/parts'
import { Camera } from './layers/Camera'
import { Field } from './layers/Field'
import { PartLayer } from './layers/PartLayer'
import { Surface } from './layers/Surface'
import type { StageView } from './stageView'
import { watchDrawn } from './watchDrawn'

const LaterLayers = fetched(async () => (await import('./layers/Later')).LaterLayers)

/** What the canvas shows, from the bottom up. Rendered once; a change of the state draws one frame. */
export function Scene({ stage }: { stage: StageView }) {
  useEffect(() => watchDrawn(invalidate), [])
  useFrame(() => stage.attempt(() => stage.endFrame()))
  // With a priority it is this that draws, and what fails in the renderer fails here.
  useFrame(({ gl, scene, camera }) => stage.attempt(() => gl.render(scene, camera)), 1)

  return (
    <Telling stage={stage}>
      <Camera stage={stage} />
      <Field stage={stage} />
      <Surface stage={stage} />
      {firstParts.map((part) => (
        <PartLayer key={part.role} stage={stage} part={part} />
      ))}
      <LaterLayers stage={stage} />
    </Telling>
  )
}

/** Tells the stage of a layer that cannot be made. */
class Telling extends Component<{ stage: StageView; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.stage.fail(error)
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
