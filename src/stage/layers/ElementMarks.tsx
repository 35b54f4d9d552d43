import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { disc, PointBuffer } from '../../gpu/points'
import { RibbonBuffer } from '../../gpu/ribbons'
import { handleState } from '../handles/all'
import { drawElement } from '../handles/drawElement'
import type { StageView } from '../stageView'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/** What g leaves where it is, and how it moves along or about it: axis, fixed points, centre. */
export function ElementMarks({ stage }: { stage: StageView }) {
  const lines = useResource(() => new RibbonBuffer())
  const points = useResource(() => new PointBuffer(8))
  const ribbon = useResource(createRibbonMaterial)
  const mark = useResource(createPointMaterial)

  useLayer(
    stage,
    (frame) => {
      const { palette } = frame
      lines.begin()
      points.begin()
      drawElement(frame, lines, ([X, Y], size, fill, colour) =>
        points.point(X, Y, 0, size * palette.weight, disc, fill, colour),
      )
      lines.end()
      points.end()
      setPixelRatio(mark, window.devicePixelRatio)
      setPointStyle(mark, palette.paper, 1.5 * palette.weight, 2.4 * palette.weight)
    },
    handleState,
  )

  return (
    <group>
      <mesh geometry={lines.geometry} material={ribbon} frustumCulled={false} renderOrder={3} />
      <points geometry={points.geometry} material={mark} frustumCulled={false} renderOrder={7} />
    </group>
  )
}
