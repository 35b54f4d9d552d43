import type { FigureRequest, StageFigure } from '../../store/stageFigure'
import { makeSheet } from './sheet'
import { svgOf } from './svgSheet'
import { tikzOf } from './tikzSheet'

/** What the stage offers to whoever writes files. */
export function drawStage(request: FigureRequest): StageFigure {
  const sheet = makeSheet(request)
  const { width, height } = sheet
  return { width, height, svg: (title) => svgOf(sheet, title), tikz: () => tikzOf(sheet) }
}
