import { store, useApp } from '../store/store'
import { zoom } from './drags'
import type { StageView } from './stageView'

const zoomStep = 1.4

/** What wheel, pinch and double click do, as buttons; the loss slice on and off, flat and tilted. */
export function ViewButtons({ stage }: { stage: StageView }) {
  const slice = useApp((state) => state.view.slice)
  const tilt = useApp((state) => state.view.tilt)
  const canTilt = useApp(({ view, document }) => view.model !== 'hyperboloid' || document.space === 'line')
  const isFlat = useApp((state) => state.graphics.by === 'svg')
  const { look, showAll } = store.getState()
  const zoomBy = (factor: number) => zoom(stage.frame(), stage.width / 2, factor)
  return (
    <div className="stage-buttons" role="group" aria-label="View" data-over-canvas="">
      <button className="stage-zoom" onClick={() => zoomBy(zoomStep)} aria-label="Zoom in">
        +
      </button>
      <button className="stage-zoom" onClick={() => zoomBy(1 / zoomStep)} aria-label="Zoom out">
        −
      </button>
      <button onClick={showAll}>Fit</button>
      <button
        aria-pressed={slice}
        onClick={() => look(slice ? { slice: false, tilt: false } : { slice: true })}
      >
        Slice
      </button>
      <button
        aria-pressed={tilt && !isFlat}
        disabled={!slice || !canTilt || isFlat}
        title={isFlat ? 'The tilted surface is drawn by WebGL alone' : undefined}
        onClick={() => look({ tilt: !tilt })}
      >
        Tilt
      </button>
    </div>
  )
}
