import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { RibbonBuffer } from '../../gpu/ribbons'
import type { Rgba } from '../../gpu/rgb'
import { store } from '../../store/store'
import type { Frame } from '../frame'
import { isHalfPlane } from '../charts/chart'
import { drawGeodesic } from '../geodesicPath'
import type { StageView } from '../stageView'
import { strokeSegment } from '../stroke'
import { termEnds, termPoints } from '../terms'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/**
 * The terms of the selected product entry: a geodesic from each a_ki to b_il, on the line a segment as
 * long as |a_ki - b_il|; the same for the base entries, fainter and dashed.
 */
export function Geodesics({ stage }: { stage: StageView }) {
  const ribbons = useResource(() => new RibbonBuffer())
  const material = useResource(createRibbonMaterial)

  useLayer(
    stage,
    (frame) => {
      const { palette, viewport, tilt } = frame
      const { pointedTerm } = store.getState()
      const room = 20 + tilt * (viewport.width + viewport.height)
      ribbons.clip({ left: -room, right: viewport.width + room, bottom: -room, top: viewport.height + room })
      ribbons.begin()
      const movesNothing =
        frame.derived.moved.a === frame.derived.base.a && frame.derived.moved.b === frame.derived.base.b
      if (!movesNothing) draw('base', 1.2, [...palette.ghost, 0.9], 4)
      draw('moved', 2, [...palette.g, 1], 0)
      ribbons.end()

      function draw(which: 'base' | 'moved', width: number, colour: Rgba, dash: number) {
        for (let i = 0; i < frame.derived.size.inner; i++) {
          const [x, y, u, v] = termEnds(frame, which, i)
          const wide = palette.weight * (i === pointedTerm && which === 'moved' ? width * 2 : width)
          if (frame.chart && !isHalfPlane(frame.chart))
            strokeSegment(ribbons, frame.chart, ...termPoints(frame, which, i), { width: wide, colour, dash })
          else if (frame.lanes) drawBar(frame, ribbons, x, y, u, v, wide, colour, dash)
          else drawGeodesic(ribbons, viewport, x, y, u, v, wide, colour, dash)
        }
      }
    },
    () => [store.getState().pointedTerm],
  )

  return <mesh geometry={ribbons.geometry} material={material} frustumCulled={false} renderOrder={4} />
}

/** On the line: as far as the two entries are apart along the lane of A, then down to the entry of B. */
function drawBar(
  { viewport }: Frame,
  ribbons: RibbonBuffer,
  x: number,
  y: number,
  u: number,
  v: number,
  width: number,
  colour: Rgba,
  dash: number,
): void {
  const inside = (X: number) => Math.min(Math.max(X, -viewport.width), 2 * viewport.width)
  const [red, green, blue] = colour
  ribbons.segment(inside(x), y, inside(u), y, width, colour, dash)
  ribbons.segment(inside(u), y, inside(u), v, width * 0.5, [red, green, blue, 0.5], 3)
}
