import { lazy, Suspense, useEffect, useState } from 'react'
import { Boundary } from './panels/Boundary'
import { ElementPanel } from './panels/ElementPanel'
import { FactorsPanel } from './panels/FactorsPanel'
import { MovePanel } from './panels/MovePanel'
import { Notice } from './panels/Notice'
import { ProductPanel } from './panels/ProductPanel'
import { listenToShortcuts } from './panels/shortcuts'
import { SpacePanel } from './panels/SpacePanel'
import { Tabs, type Tab } from './panels/Tabs'
import { TopBar } from './panels/TopBar'

// What draws comes after what computes: the numbers are there and can be changed before any picture.
const Stage = lazy(async () => ({ default: (await import('./stage/Stage')).Stage }))
const LossPanel = lazy(async () => ({ default: (await import('./panels/LossPanel')).LossPanel }))

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
        <ProductPanel />
        <Boundary>
          <Suspense fallback={<section data-tab="loss" />}>
            <LossPanel />
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
