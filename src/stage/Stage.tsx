import type { FocusEvent } from 'react'
import { offerFigures } from '../store/stageFigure'
import { useApp } from '../store/store'
import { fetched } from '../ui/fetched'
import { Legend } from './Legend'
import { ModeChoice } from './ModeChoice'
import { ModelChoice } from './ModelChoice'
import { Pane } from './Pane'
import { ViewButtons } from './ViewButtons'
import './stage.css'

const GraphicsMessage = fetched(async () => (await import('./GraphicsMessage')).GraphicsMessage)

offerFigures(async () => (await import('./sheet/drawStage')).drawStage)

/** On a phone the row is scrolled; what is seen in part counts as seen to the browser. */
const showWhole = ({ target }: FocusEvent) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/** The picture, or two of them side by side, with what lies under them. */
export function Stage() {
  const title = useApp((state) => state.document.title)
  const isHalfPlane = useApp((state) => state.document.space === 'halfPlane')
  const hasTwo = useApp(({ view }) => view.beside !== 'none') && isHalfPlane
  const isSvg = useApp((state) => state.graphics.by === 'svg')
  return (
    <section className="stage" aria-label={`Stage: ${title}`}>
      <div className="stage-panes">
        <Pane which="model">
          {(stage) => (
            <div className="stage-tools" onFocus={showWhole}>
              <ViewButtons stage={stage} />
              {isHalfPlane && <ModelChoice />}
              <ModeChoice />
            </div>
          )}
        </Pane>
        {hasTwo && <Pane which="beside" />}
      </div>
      {isSvg && <GraphicsMessage />}
      <Legend />
    </section>
  )
}
