import { derive, type Derived, type Packed } from '../document/derive'
import type { Document, FactorName } from '../document/document'
import type { View } from '../document/view'
import { nominalAspect, type PlaneWindow } from '../document/window'
import { laneOf, lineLanes, type Lanes } from './lanes'
import type { Palette } from './palette'
import { floorPx, headPx, toWorld, viewportOf, worldX, type Viewport } from './viewport'

/** What the layers read while one frame is drawn: the document as it is laid on the canvas now. */
export interface Frame {
  readonly document: Document
  readonly view: View
  readonly derived: Derived
  readonly viewport: Viewport
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
}

export function makeFrame({ document, view, window, width, height, palette, tilt }: FrameInput): Frame {
  const derived = derive(document)
  const lanes =
    document.space === 'line' ? lineLanes(width, height, derived.size.inner, view.slice) : undefined
  const viewport = lanes
    ? { ...viewportOf(window, width, height, lanes.height), scale: lineScale(window, width, height, lanes) }
    : viewportOf(window, width, height, floorPx * palette.weight)
  return {
    document,
    view,
    derived,
    viewport,
    lanes,
    base: placed(derived.base, derived, viewport, lanes),
    moved: placed(derived.moved, derived, viewport, lanes),
    palette,
    tilt,
  }
}

/** Without the plane above it, the number line alone decides the scale. */
function lineScale(window: PlaneWindow, width: number, height: number, lanes: Lanes): number {
  const across = width / (nominalAspect * window.height)
  return lanes.height < height ? Math.min(across, (height - lanes.height - headPx) / window.height) : across
}

function placed({ a, b }: Packed, derived: Derived, viewport: Viewport, lanes: Lanes | undefined): Packed {
  if (!lanes) {
    return {
      a: toWorld(viewport, a, new Float64Array(a.length)),
      b: toWorld(viewport, b, new Float64Array(b.length)),
    }
  }
  const { inner, columns } = derived.size
  const place = (entries: Float64Array, factor: FactorName) => {
    const out = new Float64Array(2 * entries.length)
    for (let n = 0; n < entries.length; n++) {
      const i = factor === 'a' ? n % inner : Math.floor(n / columns)
      out[2 * n] = worldX(viewport, entries[n]!)
      out[2 * n + 1] = laneOf(lanes, factor, i)
    }
    return out
  }
  return { a: place(a, 'a'), b: place(b, 'b') }
}
