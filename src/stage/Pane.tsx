import { useEffect, useRef, useState, type ReactNode } from 'react'
import { modelTitles } from '../document/modelNames'
import { useApp } from '../store/store'
import { mountCanvas, type CanvasState } from './canvas'
import { Handles } from './Handles'
import { watchPalette } from './palette'
import { listen } from './pointer'
import { StageView, type Pane as Which } from './stageView'

const messages: Partial<Record<CanvasState, string>> = {
  missing:
    'This browser has no WebGL2, so the picture cannot be drawn. Everything else works: sliders, numbers, links, files.',
  lost: 'The graphics were interrupted. The picture comes back by itself; everything else goes on working.',
}

/**
 * A canvas that shows one model of the plane, with the labels, handles and buttons that lie over it. Two of them side
 * by side show one document through one window: each draws by itself, and both are drawn anew by the same state.
 */
export function Pane({ which, children }: { which: Which; children?: (stage: StageView) => ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<StageView>()
  const [canvas, setCanvas] = useState<CanvasState>('drawing')
  const isAlone = useApp(({ view, document }) => view.beside === 'none' || document.space === 'line')
  const title = useApp(
    ({ view }) => modelTitles[which === 'beside' && view.beside !== 'none' ? view.beside : view.model],
  )

  useEffect(() => {
    const view = new StageView(overlay.current!, which)
    const stops = [
      mountCanvas(host.current!, view, setCanvas),
      watchPalette(() => view.readColours()),
      listen(host.current!, view),
    ]
    setStage(view)
    return () => stops.forEach((stop) => stop())
  }, [which])

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
      {messages[canvas] && (
        <p className="stage-message" role="alert">
          {messages[canvas]}
        </p>
      )}
    </div>
  )
}
