import { lowestOf, sliceCurves, sliceLoss, sliceOf, topLevel } from '../../document/slice'
import { level } from '../../math/levels'
import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { disc, PointBuffer } from '../../gpu/points'
import type { Rgba } from '../../gpu/rgb'
import { RibbonBuffer } from '../../gpu/ribbons'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'
import { worldX } from '../viewport'
import { planeZero } from './sliceTerms'
import { levelHeight } from './Surface'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/** The model pinned in its slice, and a cross at the slice's lowest point. */
export function Pins({ stage }: { stage: StageView }) {
  const crosses = useResource(() => new RibbonBuffer(8))
  const points = useResource(() => new PointBuffer(2))
  const lines = useResource(createRibbonMaterial)
  const marks = useResource(createPointMaterial)

  useLayer(stage, (frame) => {
    const { palette, view, document } = frame
    const ink: Rgba = [...palette.ink, 1]
    crosses.begin()
    points.begin()
    if (view.slice) {
      const lowest = lowestOf(document)
      const [X, Y] = worldOf(frame, lowest.x, lowest.y)
      const arm = 6 * palette.weight
      if (Number.isFinite(X) && Number.isFinite(Y)) {
        crosses.segment(X - arm, Y - arm, X + arm, Y + arm, 2 * palette.weight, ink)
        crosses.segment(X - arm, Y + arm, X + arm, Y - arm, 2 * palette.weight, ink)
      }
      pinModel(frame, points, ink)
    }
    crosses.end()
    points.end()
    setPixelRatio(marks, window.devicePixelRatio)
    setPointStyle(marks, palette.paper, 1.5 * palette.weight, 2 * palette.weight)
  })

  return (
    <group>
      <mesh geometry={crosses.geometry} material={lines} frustumCulled={false} renderOrder={3} />
      <points geometry={points.geometry} material={marks} frustumCulled={false} renderOrder={6} />
    </group>
  )
}

/** World position of a point of the slice. */
function worldOf({ document, viewport }: Frame, x: number, y: number): [X: number, Y: number] {
  const zero = document.space === 'line' ? planeZero(viewport) : 0
  return [worldX(viewport, x), y * viewport.scale + zero]
}

/** On the line the model is a point of the (x, y) plane; tilted, it stands on the surface at its own loss. */
function pinModel(frame: Frame, points: PointBuffer, ink: Rgba): void {
  const slice = sliceOf(frame.document, 'moved')
  if (slice.space === 'halfPlane' && frame.tilt === 0) return
  const [X, Y] = worldOf(frame, slice.model[0], slice.model[1])
  const { palette, viewport } = frame
  if (!(X > -viewport.width && X < 2 * viewport.width) || !Number.isFinite(Y)) return
  const height =
    Math.min(level(sliceLoss(slice, slice.model), sliceCurves(frame.document).reference), topLevel) *
    levelHeight(frame)
  points.point(X, Y, height * frame.tilt, 13 * palette.weight, disc, 0, ink)
}
