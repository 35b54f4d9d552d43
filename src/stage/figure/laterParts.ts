import { addHandles } from '../handles/all'
import { nameElement } from '../handles/elementTexts'
import { laterHandles } from '../handles/later'
import { inputWords, nameInput } from '../texts/inputTexts'
import { nameTokens, tokenWords } from '../texts/tokenTexts'
import type { StageView } from '../stageView'
import { certifiedBall } from './certifiedBall'
import { putClassMarks } from './classMarks'
import { marksOfG } from './elementMarks'
import { addMarks } from './entries'
import { flow } from './flowLines'
import { patterns } from './patterns'
import type { Part } from './pen'
import { treeEdges } from './treeEdges'
import { twinTracks } from './twinTracks'

/** What is loaded after the first picture: what shows g on the plane. */
export const laterParts: readonly Part[] = [patterns, flow, treeEdges, twinTracks, certifiedBall, marksOfG]

/** The handles, texts and marks that go with it. */
export function joinLater(stage: StageView): void {
  addHandles(laterHandles)
  addMarks(putClassMarks)
  stage.writeAlso({
    nameElement: (labels, frame) => {
      nameElement(labels, frame)
      nameTokens(labels, frame)
      nameInput(labels, frame)
    },
    entryWords: (...of) => tokenWords(...of) || inputWords(...of),
  })
}
