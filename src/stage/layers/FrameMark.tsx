import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { disc, PointBuffer } from '../../gpu/points'
import type { Rgba } from '../../gpu/rgb'
import { RibbonBuffer } from '../../gpu/ribbons'
import { store } from '../../store/store'
import { frameMark } from '../handles/frameHandle'
import type { StageView } from '../stageView'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

const headPx = 11
const headAngle = 0.42

/** The frame of g: a ring at g·i and an arrow. */
export function FrameMark({ stage }: { stage: StageView }) {
  const lines = useResource(() => new RibbonBuffer(8))
  const points = useResource(() => new PointBuffer(2))
  const ribbon = useResource(createRibbonMaterial)
  const mark = useResource(createPointMaterial)

  useLayer(
    stage,
    (frame) => {
      const { palette } = frame
      const handle = frameMark(frame)
      const violet: Rgba = [...palette.g, 1]
      lines.begin()
      points.begin()
      if (handle && Math.abs(handle.foot[0]) < 1e6 && handle.foot[1] < 1e6) {
        const [X, Y] = handle.foot
        const [U, V] = handle.tip
        const angle = Math.atan2(V - Y, U - X)
        const wide = 2.6 * palette.weight
        lines.segment(X, Y, U, V, wide, violet)
        for (const side of [-1, 1]) {
          const back = angle + Math.PI + side * headAngle
          const [dx, dy] = [Math.cos(back), Math.sin(back)]
          lines.segment(
            U,
            V,
            U + headPx * palette.weight * dx,
            V + headPx * palette.weight * dy,
            wide,
            violet,
          )
        }
        points.point(X, Y, 0, 15 * palette.weight, disc, 0, violet)
      }
      lines.end()
      points.end()
      setPixelRatio(mark, window.devicePixelRatio)
      setPointStyle(mark, palette.paper, 1.5 * palette.weight, 3 * palette.weight)
    },
    () => [store.getState().column],
  )

  return (
    <group>
      <mesh geometry={lines.geometry} material={ribbon} frustumCulled={false} renderOrder={8} />
      <points geometry={points.geometry} material={mark} frustumCulled={false} renderOrder={9} />
    </group>
  )
}
