import { fetched } from '../ui/fetched'
import { Boundary } from './Boundary'
import { ElementPanel } from './ElementPanel'
import { FactorsPanel } from './FactorsPanel'
import { MovePanel } from './MovePanel'
import { SpacePanel } from './SpacePanel'

const PatternPanel = fetched(async () => (await import('./PatternPanel')).PatternPanel)
const ColumnsPanel = fetched(async () => (await import('./ColumnsPanel')).ColumnsPanel)
const FlowPanel = fetched(async () => (await import('./FlowPanel')).FlowPanel)
const WordPanel = fetched(async () => (await import('./WordPanel')).WordPanel)
const CentrePanel = fetched(async () => (await import('./CentrePanel')).CentrePanel)
const PointsToPoints = fetched(async () => (await import('./PointsToPoints')).PointsToPoints)
const GroupPanel = fetched(async () => (await import('./GroupPanel')).GroupPanel)

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
