import { classifierOf } from '../../document/classifierOf'
import { trainingReading } from '../../document/classifierReading'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { RibbonBuffer } from '../../gpu/ribbons'
import type { Rgba } from '../../gpu/rgb'
import { expMap } from '../../math/upperHalfPlane'
import { store } from '../../store/store'
import type { StageView } from '../stageView'
import { strokeCurve } from '../stroke'
import { worldX } from '../viewport'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/**
 * The certified radius about the input that is pointed at: within it every input is decided alike. With several points an
 * input it is how far this one may go while the others stay.
 */
export function CertifiedBall({ stage }: { stage: StageView }) {
  const ribbons = useResource(() => new RibbonBuffer(512))
  const material = useResource(createRibbonMaterial)

  useLayer(
    stage,
    (frame) => {
      const { viewport, tilt, chart, palette, derived, document, lanes } = frame
      const { pointed } = store.getState()
      const room = 20 + tilt * (viewport.width + viewport.height)
      ribbons.clip({ left: -room, right: viewport.width + room, bottom: -room, top: viewport.height + room })
      ribbons.begin()
      const isInput = pointed?.factor === 'a' && classifierOf(document) !== undefined
      const radius = isInput ? trainingReading(document)?.after.radii[pointed.row] : undefined
      if (isInput && radius !== undefined && radius > 0) {
        const n = pointed.row * derived.size.inner + pointed.column
        const colour: Rgba = [...palette.g, 1]
        const width = 2 * palette.weight
        const { a } = derived.moved
        if (lanes) {
          const inside = (X: number) => Math.min(Math.max(X, -viewport.width), 2 * viewport.width)
          const [from, to] = [a[n]! - radius, a[n]! + radius].map((x) => inside(worldX(viewport, x)))
          ribbons.segment(from!, frame.moved.a[2 * n + 1]!, to!, frame.moved.a[2 * n + 1]!, 3 * width, [
            ...palette.g,
            0.45,
          ])
        } else if (chart) {
          const [x, y] = [a[2 * n]!, a[2 * n + 1]!]
          const size = radius * y
          const edge = (s: number, out: Float64Array) =>
            expMap(x, y, size * Math.cos(2 * Math.PI * s), size * Math.sin(2 * Math.PI * s), out)
          if (y > 0) strokeCurve(ribbons, chart, edge, { width, colour })
        }
      }
      ribbons.end()
    },
    () => [store.getState().pointed],
  )

  return <mesh geometry={ribbons.geometry} material={material} frustumCulled={false} renderOrder={6} />
}
