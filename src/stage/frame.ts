import { derive, type Derived, type Packed } from '../document/derive'
import type { Document, FactorName } from '../document/document'
import type { View } from '../document/view'
import { nominalAspect, type PlaneWindow } from '../document/window'
import type { Chart } from './charts/chart'
import { placeAll } from './charts/chart'
import { classesOf, classShift, laneOf, lineLanes, type Lanes } from './lanes'
import type { Palette } from './palette'
import { floorPx, roomFor, viewportOf, worldX, type Viewport } from './viewport'

/** What the layers read while one frame is drawn: the document as it is laid on the canvas now. */
export interface Frame {
  readonly document: Document
  readonly view: View
  readonly window: PlaneWindow
  readonly derived: Derived
  readonly viewport: Viewport
  /** How the model of the plane lies on the canvas; the real line has none. */
  readonly chart: Chart | undefined
  /** On the real line: where the rows of marks lie. */
  readonly lanes: Lanes | undefined
  /** World positions (X, Y) of the entries as the document holds them and as g has moved them. */
  readonly base: Packed
  readonly moved: Packed
  readonly palette: Palette
  /** 0 flat … 1 tilted. */
  readonly tilt: number
}

export interface FrameInput {
  readonly document: Document
  readonly view: View
  readonly window: PlaneWindow
  readonly width: number
  readonly height: number
  readonly palette: Palette
  readonly tilt: number
  /** The chart of a viewport, where the document is in the half-plane. */
  readonly chartIn: (viewport: Viewport) => Chart
}

export function makeFrame(input: FrameInput): Frame {
  const { document, view, window, width, height, palette, tilt } = input
  const derived = derive(document)
  const lanes =
    document.space === 'line' ? lineLanes(width, height, derived.size.inner, view.slice) : undefined
  const viewport = lanes
    ? { ...viewportOf(window, width, height, lanes.height), scale: lineScale(window, width, height, lanes) }
    : viewportOf(window, width, height, floorPx * palette.weight)
  const chart = lanes ? undefined : input.chartIn(viewport)
  return {
    document,
    view,
    window,
    derived,
    viewport,
    chart,
    lanes,
    base: placed(document, derived.base, derived, viewport, chart, lanes),
    moved: placed(document, derived.moved, derived, viewport, chart, lanes),
    palette,
    tilt,
  }
}

/** Without the plane above it, the number line alone decides the scale. */
function lineScale(window: PlaneWindow, width: number, height: number, lanes: Lanes): number {
  const across = width / (nominalAspect * window.height)
  return lanes.height < height ? Math.min(across, roomFor(height, lanes.height) / window.height) : across
}

function placed(
  document: Document,
  { a, b }: Packed,
  derived: Derived,
  viewport: Viewport,
  chart: Chart | undefined,
  lanes: Lanes | undefined,
): Packed {
  if (chart) {
    return {
      a: placeAll(chart, a, new Float64Array(a.length)),
      b: placeAll(chart, b, new Float64Array(b.length)),
    }
  }
  const { inner, columns } = derived.size
  const classes = classesOf(document)
  const place = (entries: Float64Array, factor: FactorName) => {
    const out = new Float64Array(2 * entries.length)
    for (let n = 0; n < entries.length; n++) {
      const i = factor === 'a' ? n % inner : Math.floor(n / columns)
      const other = factor === 'a' ? Math.floor(n / inner) : n % columns
      out[2 * n] = worldX(viewport, entries[n]!)
      out[2 * n + 1] = laneOf(lanes!, factor, i) + classShift(lanes!, classes, factor, other)
    }
    return out
  }
  return { a: place(a, 'a'), b: place(b, 'b') }
}
