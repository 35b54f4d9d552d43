import { store } from '../store/store'
import { zoom } from './drags'
import type { StageView } from './stageView'

const zoomStep = 1.4

/** What wheel, pinch and double click do, as buttons. */
export function ZoomButtons({ stage }: { stage: StageView }) {
  const zoomBy = (factor: number) => zoom(stage.frame().viewport, stage.width / 2, factor)
  return (
    <div className="stage-zoom" role="group" aria-label="Zoom">
      <button onClick={() => zoomBy(zoomStep)} aria-label="Zoom in">
        +
      </button>
      <button onClick={() => zoomBy(1 / zoomStep)} aria-label="Zoom out">
        −
      </button>
      <button onClick={store.getState().showAll}>Fit</button>
    </div>
  )
}
