import { pictured, sliceCurves, sliceLoss, topLevel, type SlicePoint } from '../document/slice'
import type { PixelWindow } from '../gpu/arcs'
import { level } from '../math/levels'
import { insideAt } from './charts/chart'
import type { Frame } from './frame'
import { planeX, planeZero } from './viewport'

/** A grid over the stage on which the loss is sampled. */
export const sampleColumns = 160
export const sampleRows = 112

/** What is above the colours, or is no point at all. */
export const beyond = topLevel + 4

/** All that the samples of a training loss depend on. */
export function sampledFrom(
  { document, derived, viewport, chart, view, window }: Frame,
  of: PixelWindow,
): unknown[] {
  const { free, selection, head, classifier } = document
  return [
    ...[derived.moved.a, derived.moved.b, free, selection, head, classifier],
    ...[viewport.width, viewport.height, viewport.scale, viewport.centre, of.bottom],
    ...[chart?.name, view.turn, view.magnification, window.centre, window.height],
  ]
}

/** Samples every `stride`-th row and column, a row at a time. */
export function* filling(
  frame: Frame,
  window: PixelWindow,
  stride: number,
  out: Float32Array,
): Generator<Float32Array, Float32Array> {
  const { reference } = sliceCurves(frame.document)
  const dx = (window.right - window.left) / sampleColumns
  const dy = (window.top - window.bottom) / sampleRows
  for (let row = 0; row <= sampleRows; row += stride) {
    // Another picture may have held the slice elsewhere in the meantime.
    const slice = pictured(frame.document, 'moved')
    for (let column = 0; column <= sampleColumns; column += stride) {
      const place = placeAt(frame, window.left + column * dx, window.bottom + row * dy)
      const loss = sliceLoss(slice, place)
      out[row * (sampleColumns + 1) + column] =
        loss >= 0 ? Math.min(level(loss, reference), beyond) : loss < 0 ? 0 : beyond
    }
    yield out
  }
  return out
}

function placeAt({ chart, viewport }: Frame, X: number, Y: number): SlicePoint {
  return chart ? insideAt(chart, X, Y) : [planeX(viewport, X), (Y - planeZero(viewport)) / viewport.scale]
}
