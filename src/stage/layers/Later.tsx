import { useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { addHandles } from '../handles/all'
import { nameElement } from '../handles/elementTexts'
import { laterHandles } from '../handles/later'
import type { StageView } from '../stageView'
import { CertifiedBall } from './CertifiedBall'
import { putClassMarks } from './classMarks'
import { ElementMarks } from './ElementMarks'
import { FlowLines } from './FlowLines'
import { inputWords, nameInput } from './inputTexts'
import { Patterns } from './Patterns'
import { nameTokens, tokenWords } from './tokenTexts'
import { TreeEdges } from './TreeEdges'
import { TwinTracks } from './TwinTracks'

/** What is loaded after the first picture: what shows g on the plane, and the handles that go with it. */
export function LaterLayers({ stage }: { stage: StageView }) {
  const redraw = useThree((state) => state.invalidate)

  useEffect(() => {
    addHandles(laterHandles)
    stage.writeAlso({
      nameElement: (labels, frame) => {
        nameElement(labels, frame)
        nameTokens(labels, frame)
        nameInput(labels, frame)
      },
      entryWords: (...of) => tokenWords(...of) || inputWords(...of),
      putMarks: putClassMarks,
    })
    redraw()
  }, [stage, redraw])

  return (
    <>
      <Patterns stage={stage} />
      <FlowLines stage={stage} />
      <TreeEdges stage={stage} />
      <TwinTracks stage={stage} />
      <CertifiedBall stage={stage} />
      <ElementMarks stage={stage} />
    </>
  )
}
