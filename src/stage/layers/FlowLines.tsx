import { useRef } from 'react'
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

  const drawn = useRef<readonly unknown[]>([])

  useLayer(
    stage,
    ({ chart, document, view, viewport, window, palette }) => {
      const { column } = store.getState()
      const of = [document.element, column, view, window, viewport.width, viewport.height, palette]
      // While time runs they stay what they are.
      const now = [...of, chart?.name === 'passage' ? chart : chart?.name]
      if (now.every((one, n) => Object.is(one, drawn.current[n]))) return
      drawn.current = now
      ribbons.begin()
      if (chart && view.flow) {
        const line: Style = { width: palette.weight, colour: [...palette.g, 0.55] }
        const head: Style = { width: 1.4 * palette.weight, colour: [...palette.g, 0.85] }
        for (const orbit of flowLines(elementMatrix(elementAt(document, column)))) {
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
