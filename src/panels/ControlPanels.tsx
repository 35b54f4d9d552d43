import { part } from '../ui/part'
import { Boundary } from './Boundary'
import { ElementPanel } from './ElementPanel'
import { FactorsPanel } from './FactorsPanel'
import { MovePanel } from './MovePanel'
import { SpacePanel } from './SpacePanel'

const PatternPanel = part(async () => (await import('./PatternPanel')).PatternPanel)
const ColumnsPanel = part(async () => (await import('./ColumnsPanel')).ColumnsPanel)
const FlowPanel = part(async () => (await import('./FlowPanel')).FlowPanel)
const WordPanel = part(async () => (await import('./WordPanel')).WordPanel)
const CentrePanel = part(async () => (await import('./CentrePanel')).CentrePanel)
const PointsToPoints = part(async () => (await import('./PointsToPoints')).PointsToPoints)
const GroupPanel = part(async () => (await import('./GroupPanel')).GroupPanel)

const panels = [
  ...[SpacePanel, FactorsPanel, ElementPanel, MovePanel],
  ...[PatternPanel, ColumnsPanel, FlowPanel, WordPanel, CentrePanel, PointsToPoints, GroupPanel],
]

/** What the document is made of, from the space to what g acts on; then what else can be done with g, folded. */
export function ControlPanels() {
  return panels.map((Panel, n) => (
    <Boundary key={n}>
      <Panel />
    </Boundary>
  ))
}
