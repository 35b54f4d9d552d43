import { lazy, Suspense, useEffect, useState } from 'react'
import { Boundary } from './panels/Boundary'
import { ElementPanel } from './panels/ElementPanel'
import { FactorsPanel } from './panels/FactorsPanel'
import { MovePanel } from './panels/MovePanel'
import { Notice } from './panels/Notice'
import { listenToShortcuts } from './panels/shortcuts'
import { SpacePanel } from './panels/SpacePanel'
import { Tabs, type Tab } from './panels/Tabs'
import { TopBar } from './panels/TopBar'

// The first chunk holds what the person uses first, the controls; what they change comes in beside it.
const Stage = lazy(async () => ({ default: (await import('./stage/Stage')).Stage }))
const ResultPanels = lazy(async () => ({ default: (await import('./panels/ResultPanels')).ResultPanels }))

/** The page: rails of panels round the stage, which comes after the panels already work. */
export function App() {
  const [tab, setTab] = useState<Tab>('element')
  useEffect(() => listenToShortcuts(), [])
  return (
    <div className="page" data-tab={tab}>
      <TopBar />
      <div className="left">
        <SpacePanel />
        <FactorsPanel />
        <ElementPanel />
        <MovePanel />
      </div>
      <main className="centre">
        <Boundary instead={withoutStage}>
          <Suspense fallback={<p className="absent">The picture is being loaded.</p>}>
            <Stage />
          </Suspense>
        </Boundary>
        <Notice />
      </main>
      <Tabs tab={tab} onChange={setTab} />
      <div className="right">
        <Boundary>
          <Suspense>
            <ResultPanels />
          </Suspense>
        </Boundary>
      </div>
    </div>
  )
}

function withoutStage(reason: string) {
  return (
    <p className="absent" role="alert">
      The picture cannot be shown ({reason}). Everything beside it goes on working.
    </p>
  )
}
