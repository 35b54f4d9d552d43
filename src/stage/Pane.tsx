import { useEffect, useRef, useState, type ReactNode } from 'react'
import { modelTitles } from '../document/modelNames'
import { drawWithout, restartGraphics } from '../store/graphics'
import { useApp } from '../store/store'
import { mountGraphics } from './graphics'
import { Handles } from './Handles'
import { watchPalette } from './palette'
import { listen } from './pointer'
import { StageView, type Pane as Which } from './stageView'

/**
 * A picture of one model of the plane, with the labels, handles and buttons that lie over it. Two of them side by side
 * show one document through one window: each draws by itself, and both are drawn anew by the same state.
 */
export function Pane({ which, children }: { which: Which; children?: (stage: StageView) => ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<StageView>()
  const [isLost, setLost] = useState(false)
  const { by, round } = useApp((state) => state.graphics)
  const isAlone = useApp(({ view, document }) => view.beside === 'none' || document.space === 'line')
  const title = useApp(
    ({ view }) => modelTitles[which === 'beside' && view.beside !== 'none' ? view.beside : view.model],
  )

  useEffect(() => {
    const view = new StageView(overlay.current!, which)
    const stops = [watchPalette(() => view.readColours()), listen(host.current!, view)]
    setStage(view)
    return () => stops.forEach((stop) => stop())
  }, [which])

  useEffect(
    () => stage && mountGraphics(host.current!, stage, by, (state) => setLost(state === 'lost')),
    [stage, by, round],
  )

  return (
    <div
      className="stage-plane"
      ref={host}
      data-surface=""
      {...(isAlone ? {} : { role: 'group', 'aria-label': title })}
    >
      <div className="stage-overlay" ref={overlay} aria-hidden="true" />
      {stage && <Handles stage={stage} />}
      {stage && children?.(stage)}
      {isLost && (
        <div className="stage-message" role="alert">
          The graphics were interrupted; the picture comes back by itself.
          <button onClick={restartGraphics}>Restart graphics</button>
          <button onClick={() => drawWithout('lost')}>Draw without WebGL</button>
        </div>
      )}
    </div>
  )
}
