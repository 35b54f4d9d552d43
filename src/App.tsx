import { lazy, Suspense } from 'react'
import { Boundary } from './panels/Boundary'
import { Notice } from './panels/Notice'
import { Tabs } from './panels/Tabs'
import { TopBar } from './panels/TopBar'
import { audienceSession } from './store/audienceSession'
import { store, useApp } from './store/store'

// The first chunk is the frame of the page; rails and stage come in beside each other.
const parts = {
  controls: async () => ({ default: (await import('./panels/ControlPanels')).ControlPanels }),
  results: async () => ({ default: (await import('./panels/ResultPanels')).ResultPanels }),
  stage: async () => {
    // What draws comes in beside what asks for it, which says so when it is not there.
    if (store.getState().graphics.by === 'webgl') import('./stage/canvas').catch(() => {})
    return { default: (await import('./stage/Stage')).Stage }
  },
}
const ControlPanels = lazy(parts.controls)
const ResultPanels = lazy(parts.results)
const Stage = lazy(parts.stage)
const SkipLinks = lazy(async () => ({ default: (await import('./panels/SkipLinks')).SkipLinks }))
const EmbeddedPage = lazy(async () => ({ default: (await import('./EmbeddedPage')).EmbeddedPage }))
const InWords = lazy(async () => ({ default: (await import('./panels/InWords')).InWords }))
const LessonList = lazy(async () => ({ default: (await import('./lecture/LessonList')).LessonList }))
const Audience = lazy(async () => ({ default: (await import('./lecture/presenter/Audience')).Audience }))
const LectureBar = lazy(async () => ({ default: (await import('./lecture/LectureBar')).LectureBar }))

const isAudience = audienceSession !== undefined

/** Fetches what the page is made of while it waits for something else; what fails is said where it is missing. */
export function fetchParts(): void {
  for (const part of Object.values(parts)) part().catch(() => {})
}

/** The page: rails of panels round the stage, which comes after the panels already work. */
export function App() {
  const tab = useApp((state) => state.tab)
  const hasList = useApp((state) => state.lessons)
  const hasLesson = useApp((state) => state.own !== undefined)
  const isStageLit = useApp((state) => state.highlighted.includes('stage'))
  const { set } = store.getState()
  const isEmbedded = useApp((state) => state.embed !== undefined)
  const centre = (
    <main className={isStageLit ? 'centre highlighted' : 'centre'}>
      <Boundary instead={withoutStage}>
        <Suspense fallback={<p className="absent">The picture is being loaded.</p>}>
          <Stage />
        </Suspense>
      </Boundary>
      <Boundary instead={() => null}>
        <Suspense>
          <InWords />
        </Suspense>
      </Boundary>
      <Notice />
    </main>
  )
  if (isEmbedded)
    return (
      <Suspense>
        <EmbeddedPage>{centre}</EmbeddedPage>
      </Suspense>
    )
  return (
    <>
      <Boundary instead={() => null}>
        <Suspense>
          <SkipLinks onResults={() => tab !== 'loss' && set({ tab: 'product' })} />
        </Suspense>
      </Boundary>
      <div className="page" data-tab={tab}>
        <Boundary>
          <TopBar />
        </Boundary>
        <div className="left" inert={isAudience} role="region" aria-label="Controls">
          <Boundary>
            <Suspense>
              <ControlPanels />
            </Suspense>
          </Boundary>
        </div>
        {centre}
        <Tabs tab={tab} onChange={(next) => set({ tab: next })} />
        <div className="right" inert={isAudience} role="region" aria-label="Results">
          <Boundary>
            <Suspense>
              <ResultPanels />
            </Suspense>
          </Boundary>
        </div>
        <Boundary>
          <Suspense>
            {isAudience ? <Audience /> : hasLesson && <LectureBar />}
            {hasList && <LessonList onClose={() => set({ lessons: false })} />}
          </Suspense>
        </Boundary>
      </div>
    </>
  )
}

function withoutStage(reason: string) {
  return (
    <p className="absent" role="alert">
      The picture cannot be shown ({reason}). Everything beside it goes on working.
    </p>
  )
}
