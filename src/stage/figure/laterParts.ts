import { addHandles } from '../handles/all'
import { nameElement } from '../handles/elementTexts'
import { laterHandles } from '../handles/later'
import { inputWords, nameInput } from '../texts/inputTexts'
import { nameTokens, tokenWords } from '../texts/tokenTexts'
import type { StageView } from '../stageView'
import type { WriteTexts } from '../texts/texts'
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

/** The texts of what shows g, of tokens and of inputs. */
export const writeLater: WriteTexts = (labels, frame) => {
  nameElement(labels, frame)
  nameTokens(labels, frame)
  nameInput(labels, frame)
}

/** The handles and marks that go with it, wherever the stage is drawn. */
export function addLater(): void {
  addHandles(laterHandles)
  addMarks(putClassMarks)
}

/** Handles, marks and texts that go with it. */
export function joinLater(stage: StageView): void {
  addLater()
  stage.writeAlso({
    nameElement: writeLater,
    entryWords: (...of) => tokenWords(...of) || inputWords(...of),
  })
}
