import { lazy, Suspense } from 'react'
import { Boundary } from './Boundary'
import { ElementPanel } from './ElementPanel'
import { FactorsPanel } from './FactorsPanel'
import { MovePanel } from './MovePanel'
import { SpacePanel } from './SpacePanel'

const PatternPanel = lazy(async () => ({ default: (await import('./PatternPanel')).PatternPanel }))
const ColumnsPanel = lazy(async () => ({ default: (await import('./ColumnsPanel')).ColumnsPanel }))
const FlowPanel = lazy(async () => ({ default: (await import('./FlowPanel')).FlowPanel }))
const WordPanel = lazy(async () => ({ default: (await import('./WordPanel')).WordPanel }))
const CentrePanel = lazy(async () => ({ default: (await import('./CentrePanel')).CentrePanel }))
const PointsToPoints = lazy(async () => ({ default: (await import('./PointsToPoints')).PointsToPoints }))
const GroupPanel = lazy(async () => ({ default: (await import('./GroupPanel')).GroupPanel }))

const panels = [
  ...[SpacePanel, FactorsPanel, ElementPanel, MovePanel],
  ...[PatternPanel, ColumnsPanel, FlowPanel, WordPanel, CentrePanel, PointsToPoints, GroupPanel],
]

/** What the document is made of, from the space to what g acts on; then what else can be done with g, folded. */
export function ControlPanels() {
  return panels.map((Panel, n) => (
    <Boundary key={n}>
      <Suspense>
        <Panel />
      </Suspense>
    </Boundary>
  ))
}
