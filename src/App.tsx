import { Boundary } from './panels/Boundary'
import { Notice } from './panels/Notice'
import { Tabs } from './panels/Tabs'
import { TopBar } from './panels/TopBar'
import { audienceSession } from './store/audienceSession'
import { store, useApp } from './store/store'
import { fetched } from './ui/fetched'

// The first chunk is the frame of the page; rails and stage come in beside each other.
const ControlPanels = fetched(async () => (await import('./panels/ControlPanels')).ControlPanels)
const ResultPanels = fetched(async () => (await import('./panels/ResultPanels')).ResultPanels)
const Stage = fetched(
  async () => {
    // What draws comes in beside what asks for it, which says so when it is not there.
    if (store.getState().graphics.by === 'webgl') import('./stage/canvas').catch(() => {})
    return (await import('./stage/Stage')).Stage
  },
  <p className="absent">The picture is being loaded.</p>,
)
const SkipLinks = fetched(async () => (await import('./panels/SkipLinks')).SkipLinks)
const EmbeddedPage = fetched(async () => (await import('./EmbeddedPage')).EmbeddedPage)
const InWords = fetched(async () => (await import('./panels/InWords')).InWords)
const LessonList = fetched(async () => (await import('./lecture/LessonList')).LessonList)
const Audience = fetched(async () => (await import('./lecture/presenter/Audience')).Audience)
const LectureBar = fetched(async () => (await import('./lecture/LectureBar')).LectureBar)

const isAudience = audienceSession !== undefined

/** Fetches what the page is made of while it waits for something else; what fails is said where it is missing. */
export function fetchParts(): void {
  for (const { fetch } of [ControlPanels, ResultPanels, Stage]) fetch().catch(() => {})
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
        <Stage />
      </Boundary>
      <Boundary instead={() => null}>
        <InWords />
      </Boundary>
      <Notice />
    </main>
  )
  if (isEmbedded) return <EmbeddedPage>{centre}</EmbeddedPage>
  return (
    <>
      <Boundary instead={() => null}>
        <SkipLinks onResults={() => tab !== 'loss' && set({ tab: 'product' })} />
      </Boundary>
      <div className="page" data-tab={tab}>
        <Boundary>
          <TopBar />
        </Boundary>
        <div className="left" inert={isAudience} role="region" aria-label="Controls">
          <Boundary>
            <ControlPanels />
          </Boundary>
        </div>
        {centre}
        <Tabs tab={tab} onChange={(next) => set({ tab: next })} />
        <div className="right" inert={isAudience} role="region" aria-label="Results">
          <Boundary>
            <ResultPanels />
          </Boundary>
        </div>
        <Boundary>
          {isAudience ? <Audience /> : hasLesson && <LectureBar />}
          {hasList && <LessonList onClose={() => set({ lessons: false })} />}
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
