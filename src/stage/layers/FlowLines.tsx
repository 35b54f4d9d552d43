import { elementAt, elementMatrix } from '../../document/element'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { RibbonBuffer } from '../../gpu/ribbons'
import { pointOn } from '../../math/curves'
import { store } from '../../store/store'
import { drawArrowheads } from '../arrowheads'
import { flowLines } from '../flowLines'
import type { StageView } from '../stageView'
import { strokeCurve, type Sampled, type Style } from '../stroke'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/** The way of points under gᵗ, for the element that is being edited. */
export function FlowLines({ stage }: { stage: StageView }) {
  const ribbons = useResource(() => new RibbonBuffer(2048))
  const material = useResource(createRibbonMaterial)

  useLayer(
    stage,
    ({ chart, document, view, viewport, palette }) => {
      ribbons.begin()
      if (chart && view.flow) {
        const line: Style = { width: palette.weight, colour: [...palette.g, 0.42] }
        const head: Style = { width: 1.4 * palette.weight, colour: [...palette.g, 0.75] }
        for (const orbit of flowLines(elementMatrix(elementAt(document, store.getState().column)))) {
          const curve: Sampled = (s, out) => pointOn(orbit, s, out)
          strokeCurve(ribbons, chart, curve, line)
          drawArrowheads(ribbons, chart, viewport, curve, head)
        }
      }
      ribbons.end()
    },
    () => [store.getState().column],
  )

  return <mesh geometry={ribbons.geometry} material={material} frustumCulled={false} renderOrder={3} />
}
