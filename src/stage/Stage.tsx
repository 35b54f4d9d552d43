import { useEffect, useRef, useState } from 'react'
import { useApp } from '../store/store'
import { mountCanvas, type CanvasState } from './canvas'
import { Handles } from './Handles'
import { Legend } from './Legend'
import { watchPalette } from './palette'
import { listen } from './pointer'
import { StageView } from './stageView'
import { ViewButtons } from './ViewButtons'
import './stage.css'

const messages: Partial<Record<CanvasState, string>> = {
  missing:
    'This browser has no WebGL2, so the picture cannot be drawn. Everything else works: sliders, numbers, links, files.',
  lost: 'The graphics were interrupted. The picture comes back by itself; everything else goes on working.',
}

/** The canvas with what lies over it and under it: labels, handles, legend. */
export function Stage() {
  const host = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<StageView>()
  const [canvas, setCanvas] = useState<CanvasState>('drawing')
  const title = useApp((state) => state.document.title)

  useEffect(() => {
    const view = new StageView(overlay.current!)
    const stops = [
      mountCanvas(host.current!, view, setCanvas),
      watchPalette(() => view.readColours()),
      listen(host.current!, view),
    ]
    setStage(view)
    return () => stops.forEach((stop) => stop())
  }, [])

  return (
    <section className="stage" aria-label={`Stage: ${title}`}>
      <div className="stage-plane" ref={host} data-surface="">
        <div className="stage-overlay" ref={overlay} aria-hidden="true" />
        {stage && <Handles stage={stage} />}
        {stage && <ViewButtons stage={stage} />}
        {messages[canvas] && (
          <p className="stage-message" role="alert">
            {messages[canvas]}
          </p>
        )}
      </div>
      <Legend />
    </section>
  )
}
