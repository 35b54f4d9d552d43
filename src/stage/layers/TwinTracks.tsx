import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { diamond, disc, PointBuffer } from '../../gpu/points'
import type { Rgb, Rgba } from '../../gpu/rgb'
import { RibbonBuffer } from '../../gpu/ribbons'
import { store } from '../../store/store'
import { placeOf, type Chart } from '../charts/chart'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

const withAlpha = ([red, green, blue]: Rgb, alpha: number): Rgba => [red, green, blue, alpha]

/** Beyond this many pixels all places are alike. */
const farthest = 1e4

/**
 * The tracks of a model in training and of its twin, pulled back: lines in the colours of A and B for the model, dashes in
 * that of g for the twin, with marks where they are now: small and filled, or hollow. Where the tracks coincide the dashes
 * lie on the lines and each mark is inside another one. The real line, on which tracks would lie on each other, has none.
 */
export function TwinTracks({ stage }: { stage: StageView }) {
  const ribbons = useResource(() => new RibbonBuffer(2048))
  const points = useResource(() => new PointBuffer(64))
  const lines = useResource(createRibbonMaterial)
  const marks = useResource(createPointMaterial)

  useLayer(
    stage,
    (frame) => {
      ribbons.begin()
      points.begin()
      const { chart, palette } = frame
      const { twin } = store.getState()
      if (twin && chart && twin.of.space === 'halfPlane') {
        const { a, b } = twin.of
        const ofA = twin.of.classifier ? 0 : a.length * b.length
        drawTracks(frame, chart, twin.model, twin.twin, ofA, ribbons, points)
      }
      ribbons.end()
      points.end()
      setPixelRatio(marks, window.devicePixelRatio)
      setPointStyle(marks, palette.paper, palette.weight, 1.8 * palette.weight)
    },
    () => [store.getState().twin],
  )

  return (
    <group>
      <mesh geometry={ribbons.geometry} material={lines} frustumCulled={false} renderOrder={4} />
      <points geometry={points.geometry} material={marks} frustumCulled={false} renderOrder={6} />
    </group>
  )
}

/** @param ofA points of A, which come before those of B */
function drawTracks(
  { palette }: Frame,
  chart: Chart,
  model: readonly Float64Array[],
  twin: readonly Float64Array[],
  ofA: number,
  ribbons: RibbonBuffer,
  points: PointBuffer,
): void {
  const { weight } = palette
  const count = (model[0]?.length ?? 0) / 2
  const way = new Float64Array(2 * model.length)
  for (let point = 0; point < count; point++) {
    const isOfA = point < ofA
    const colour = isOfA ? palette.a : palette.b
    const shape = isOfA ? disc : diamond
    const stroke = (track: readonly Float64Array[], width: number, of: Rgba, dash: number) => {
      const length = trace(chart, track, point, way)
      ribbons.polyline(way, length, width, of, dash)
      if (length > 0) return [way[2 * length - 2]!, way[2 * length - 1]!] as const
      return undefined
    }
    const end = stroke(model, 1.6 * weight, withAlpha(colour, 0.75), 0)
    const twinEnd = stroke(twin, 2 * weight, withAlpha(palette.g, 0.9), 4 * weight)
    if (twinEnd) points.point(...twinEnd, 0, 12 * weight, shape, 0, withAlpha(palette.g, 1))
    if (end) points.point(...end, 0, 6 * weight, shape, 1, withAlpha(colour, 1))
  }
}

/** Writes the places of a point along its track; returns how many there are before it leaves all sight. */
function trace(chart: Chart, track: readonly Float64Array[], point: number, out: Float64Array): number {
  let length = 0
  for (const places of track) {
    const [X, Y] = placeOf(chart, places[2 * point]!, places[2 * point + 1]!)
    if (!(Math.abs(X) < farthest && Math.abs(Y) < farthest)) break
    out[2 * length] = X
    out[2 * length + 1] = Y
    length++
  }
  return length
}
