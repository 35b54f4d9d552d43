import { actingMatrix, isReflected } from '../../document/acting'
import type { patternOf } from '../../document/patternCurves'
import { pointOn, type Curve } from '../../math/curves'
import { act, type Psl2r } from '../../math/psl2r'
import { store, watch } from '../../store/store'
import type { Chart } from '../charts/chart'
import type { Frame } from '../frame'
import { strokeCurve, type Sampled } from '../stroke'
import { ink, type Part } from './pen'

/** Curves that are smaller than this many pixels are not drawn. */
const smallest = 1.2

/** The curves of patterns, once they are loaded. */
let curvesOf: typeof patternOf | undefined

/** A grid or a tiling about i, carried by g as the entries are, so that the motion of the whole plane is seen. */
export const patterns: Part = {
  role: 'pattern',
  lines: 3,
  of: (frame) => [frame, curvesOf, store.getState().column],
  draw: ({ document, view, palette, viewport, chart }, pen) => {
    if (!chart || view.pattern === 'none' || !curvesOf) return
    const { column } = store.getState()
    const g = actingMatrix(document, column)
    const side = isReflected(document, column) ? -1 : 1
    const [thin, thick] = ([0.38, 0.75] as const).map((alpha, n) => ({
      width: palette.weight * (1 + 0.5 * n),
      colour: ink('ink', alpha),
    }))
    for (const { curve, weight } of curvesOf(view.pattern)) {
      const carried = carriedBy(g, side, curve)
      if (isSeen(chart, carried, viewport)) strokeCurve(pen, chart, carried, (weight === 1 ? thick : thin)!)
    }
  },
  follow: (redraw) => {
    const load = async (pattern: string) => {
      if (pattern === 'none' || curvesOf) return
      curvesOf = (await import('../../document/patternCurves')).patternOf
      redraw()
    }
    void load(store.getState().view.pattern)
    return watch(
      ({ view }) => view.pattern,
      (pattern) => void load(pattern),
    )
  },
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
