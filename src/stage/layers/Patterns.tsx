import { useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { actingMatrix, isReflected } from '../../document/acting'
import type { patternOf } from '../../document/patternCurves'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { RibbonBuffer } from '../../gpu/ribbons'
import type { Rgba } from '../../gpu/rgb'
import { pointOn, type Curve } from '../../math/curves'
import { act, type Psl2r } from '../../math/psl2r'
import { store, watch } from '../../store/store'
import type { Chart } from '../charts/chart'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'
import { strokeCurve, type Sampled } from '../stroke'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

type Patterns = { readonly patternOf: typeof patternOf }

/** Curves that are smaller than this many pixels are not drawn. */
const smallest = 1.2

/** A grid or a tiling about i, carried by g as the entries are, so that the motion of the whole plane is seen. */
export function Patterns({ stage }: { stage: StageView }) {
  const ribbons = useResource(() => new RibbonBuffer(4096))
  const material = useResource(createRibbonMaterial)
  const redraw = useThree((state) => state.invalidate)
  const patterns = useRef<Patterns>(undefined)

  useEffect(() => {
    const load = async (pattern: string) => {
      if (pattern === 'none' || patterns.current) return
      patterns.current = await import('../../document/patternCurves')
      redraw()
    }
    void load(store.getState().view.pattern)
    return watch(
      ({ view }) => view.pattern,
      (pattern) => void load(pattern),
    )
  }, [redraw])

  useLayer(
    stage,
    (frame) => {
      ribbons.begin()
      if (frame.chart && frame.view.pattern !== 'none' && patterns.current) {
        draw(frame, frame.chart, patterns.current, ribbons)
      }
      ribbons.end()
    },
    () => [patterns.current, store.getState().column],
  )

  return <mesh geometry={ribbons.geometry} material={material} frustumCulled={false} renderOrder={3} />
}

function draw(
  { document, view, palette, viewport }: Frame,
  chart: Chart,
  patterns: Patterns,
  ribbons: RibbonBuffer,
) {
  const { column } = store.getState()
  const g = actingMatrix(document, column)
  const side = isReflected(document, column) ? -1 : 1
  const looks = ([0.38, 0.75] as const).map((alpha, n) => ({
    width: palette.weight * (1 + 0.5 * n),
    colour: [...palette.ink, alpha] as Rgba,
  }))
  for (const { curve, weight } of patterns.patternOf(view.pattern)) {
    const carried = carriedBy(g, side, curve)
    if (isSeen(chart, carried, viewport)) strokeCurve(ribbons, chart, carried, looks[weight === 1 ? 1 : 0]!)
  }
}

const carriedBy =
  (g: Psl2r, side: 1 | -1, curve: Curve): Sampled =>
  (s, out) => {
    pointOn(curve, s, out)
    out[0]! *= side
    act(g, out, out)
  }

const point = new Float64Array(2)

/** Whether a curve is large enough to be seen, and not wholly to one side of the canvas, by three points of it. */
function isSeen(chart: Chart, curve: Sampled, { width, height, floor }: Frame['viewport']): boolean {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const s of [0, 0.5, 1]) {
    curve(s, point)
    chart.place(point[0]!, point[1]!, point)
    left = Math.min(left, point[0]!)
    right = Math.max(right, point[0]!)
    low = Math.min(low, point[1]!)
    high = Math.max(high, point[1]!)
  }
  const size = right - left + high - low
  return (
    !(size < smallest) && right > -size && left < width + size && high > -floor - size && low < height + size
  )
}
