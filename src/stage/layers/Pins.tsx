import { lowestOf, pictured, sliceCurves, sliceLoss, topLevel } from '../../document/slice'
import { level } from '../../math/levels'
import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { disc, PointBuffer } from '../../gpu/points'
import type { Rgba } from '../../gpu/rgb'
import { RibbonBuffer } from '../../gpu/ribbons'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'
import { placeOf } from '../charts/chart'
import { worldX } from '../viewport'
import { planeZero } from './sliceTerms'
import { levelHeight } from './Surface'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/** The model pinned in its slice, and a cross, outlined to be seen on any mark, at the slice's lowest point. */
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
      const lowest = lowestOf(document, 'moved')
      const [X, Y] = worldOf(frame, lowest.x, lowest.y)
      if (Number.isFinite(X) && Number.isFinite(Y)) {
        drawCross(crosses, X, Y, 5.5 * palette.weight, 4 * palette.weight, ink)
        drawCross(crosses, X, Y, 4.5 * palette.weight, 1.8 * palette.weight, [...palette.paper, 1])
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
      <mesh geometry={crosses.geometry} material={lines} frustumCulled={false} renderOrder={7} />
      <points geometry={points.geometry} material={marks} frustumCulled={false} renderOrder={6} />
    </group>
  )
}

function drawCross(
  ribbons: RibbonBuffer,
  X: number,
  Y: number,
  arm: number,
  width: number,
  colour: Rgba,
): void {
  ribbons.segment(X - arm, Y - arm, X + arm, Y + arm, width, colour)
  ribbons.segment(X - arm, Y + arm, X + arm, Y - arm, width, colour)
}

/** World position of a point of the slice. */
function worldOf({ chart, viewport }: Frame, x: number, y: number): readonly [X: number, Y: number] {
  return chart ? placeOf(chart, x, y) : [worldX(viewport, x), y * viewport.scale + planeZero(viewport)]
}

/** On the line the model is a point of the (x, y) plane; tilted, it stands on the surface at its own loss. */
function pinModel(frame: Frame, points: PointBuffer, ink: Rgba): void {
  const slice = pictured(frame.document, 'moved')
  if (slice.space === 'halfPlane' && frame.tilt === 0) return
  const [X, Y] = worldOf(frame, slice.model[0], slice.model[1])
  const { palette, viewport } = frame
  if (!(X > -viewport.width && X < 2 * viewport.width) || !Number.isFinite(Y)) return
  const height =
    Math.min(level(sliceLoss(slice, slice.model), sliceCurves(frame.document).reference), topLevel) *
    levelHeight(frame)
  points.point(X, Y, height * frame.tilt, 13 * palette.weight, disc, 0, ink)
}
