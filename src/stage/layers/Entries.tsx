import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { diamond, disc, PointBuffer } from '../../gpu/points'
import type { Rgb, Rgba } from '../../gpu/rgb'
import type { FactorName } from '../../document/document'
import { store } from '../../store/store'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

const opaque = ([red, green, blue]: Rgb): Rgba => [red, green, blue, 1]

/** Diameter of a mark in CSS pixels: smaller when there are many. */
export function markSize({ base, palette }: Frame): number {
  const entries = (base.a.length + base.b.length) / 2
  return palette.weight * Math.max(4, 14 - Math.max(0, Math.log2(entries / 24)))
}

/** Whether g leaves this factor where the document holds it. */
const stays = ({ derived }: Frame, factor: FactorName) => derived.moved[factor] === derived.base[factor]

/** The entries of A (discs) and B (diamonds): hollow where the document holds them, filled where g has moved them. */
export function Entries({ stage }: { stage: StageView }) {
  const buffer = useResource(() => new PointBuffer())
  const material = useResource(createPointMaterial)

  useLayer(
    stage,
    (frame) => {
      const { palette, base, moved, document } = frame
      setPixelRatio(material, window.devicePixelRatio)
      setPointStyle(material, palette.paper, 1.5 * palette.weight, 1.6 * palette.weight)
      const size = markSize(frame)
      const { pointed } = store.getState()
      const colours = { a: opaque(palette.a), b: opaque(palette.b) }
      const ghosts = { a: opaque(palette.ghostA), b: opaque(palette.ghostB) }
      buffer.begin()
      for (const factor of ['a', 'b'] as const) {
        if (stays(frame, factor)) continue
        add(base[factor], size * 0.72, factor === 'a' ? disc : diamond, 0, ghosts[factor])
      }
      for (const factor of ['b', 'a'] as const) {
        add(moved[factor], size, factor === 'a' ? disc : diamond, 1, colours[factor])
      }
      if (frame.view.slice) ring(document.free, size * 1.75, opaque(palette.ink))
      if (pointed) ring(pointed, size * 1.75, colours[pointed.factor])
      buffer.end()

      function add(points: Float64Array, diameter: number, shape: 0 | 1, fill: 0 | 1, colour: Rgba) {
        for (let n = 0; n < points.length; n += 2) {
          const [X, Y] = [points[n]!, points[n + 1]!]
          if (onCanvas(frame, X, Y)) buffer.point(X, Y, 0, diameter, shape, fill, colour)
        }
      }

      function ring({ factor, row, column }: typeof document.free, diameter: number, colour: Rgba) {
        const columns = factor === 'a' ? frame.derived.size.inner : frame.derived.size.columns
        const at = 2 * (row * columns + column)
        const [X, Y] = [moved[factor][at], moved[factor][at + 1]]
        if (X === undefined || Y === undefined || !onCanvas(frame, X, Y)) return
        buffer.point(X, Y, 0, diameter, factor === 'a' ? disc : diamond, 0, colour)
        buffer.point(
          X,
          Y,
          0,
          size,
          factor === 'a' ? disc : diamond,
          1,
          factor === 'a' ? colours.a : colours.b,
        )
      }
    },
    () => [store.getState().pointed],
  )

  return <points geometry={buffer.geometry} material={material} frustumCulled={false} renderOrder={5} />
}

/** Marks far outside would only cost vertices; in a tilted view more of the floor is seen. */
function onCanvas({ viewport, tilt }: Frame, X: number, Y: number): boolean {
  const { width, height } = viewport
  const room = 40 + tilt * (width + height)
  return X > -room && X < width + room && Y > -height - room && Y < height + room
}
