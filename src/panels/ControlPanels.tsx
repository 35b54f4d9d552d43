import { lazy, Suspense } from 'react'
import { ElementPanel } from './ElementPanel'
import { FactorsPanel } from './FactorsPanel'
import { MovePanel } from './MovePanel'
import { SpacePanel } from './SpacePanel'

const ColumnsPanel = lazy(async () => ({ default: (await import('./ColumnsPanel')).ColumnsPanel }))
const CentrePanel = lazy(async () => ({ default: (await import('./CentrePanel')).CentrePanel }))
const GroupPanel = lazy(async () => ({ default: (await import('./GroupPanel')).GroupPanel }))
const FlowPanel = lazy(async () => ({ default: (await import('./FlowPanel')).FlowPanel }))
const WordPanel = lazy(async () => ({ default: (await import('./WordPanel')).WordPanel }))

/** What the document is made of, from the space to what g acts on. */
export function ControlPanels() {
  return (
    <>
      <SpacePanel />
      <FactorsPanel />
      <ElementPanel />
      <Suspense>
        <ColumnsPanel />
      </Suspense>
      <Suspense>
        <FlowPanel />
      </Suspense>
      <Suspense>
        <WordPanel />
      </Suspense>
      <Suspense>
        <CentrePanel />
      </Suspense>
      <Suspense>
        <GroupPanel />
      </Suspense>
      <MovePanel />
    </>
  )
}
