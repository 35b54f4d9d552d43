import { isHalfPlane } from '../charts/chart'
import type { Frame } from '../frame'
import { laneOf } from '../lanes'
import { tickDistance, ticks, tickStep } from '../ticks'
import { planeX, worldX } from '../viewport'
import { drawModelGrid } from './modelGrid'
import { ink, type Part, type Pen } from './pen'

/** Cells narrower than this are not drawn; they fade in up to twice as wide. */
const narrowest = 11

/**
 * The grid under everything. Half-plane: horocycles y = 2ᵏ and between each two of them pieces of
 * vertical geodesics 2ᵏ apart. All its cells are congruent in the hyperbolic metric and a zoom by 2
 * gives the same picture again, so it says what "the same size" means here at every zoom. Line: the
 * number line with its lanes, and squares in the (x, y) plane.
 */
export const grid: Part = {
  role: 'grid',
  lines: 2,
  of: ({ document, view, viewport, window, palette, chart }) => [
    document.space,
    document.b.length,
    view.slice,
    view.turn,
    view.magnification,
    view.pattern,
    viewport.width,
    viewport.height,
    window,
    palette,
    chart?.name === 'passage' ? chart : chart?.name,
  ],
  draw: (frame, pen) => {
    if (frame.lanes) drawLine(frame, pen)
    else if (isHalfPlane(frame.chart!)) drawHalfPlane(frame, pen)
    else drawModelGrid(frame, pen)
  },
}

function drawHalfPlane(frame: Frame, pen: Pen): void {
  const { viewport, palette, view } = frame
  const { width } = viewport
  if (view.pattern === 'none') drawOctaves(frame, pen)
  pen.segment(0, 0, width, 0, 2 * palette.weight, ink('ink'))
  drawTicks(viewport, palette, pen, 0)
}

function drawOctaves({ viewport, palette }: Frame, pen: Pen): void {
  const { width, height, scale } = viewport
  const hairline = palette.weight
  const top = height - viewport.floor
  const lowest = Math.ceil(Math.log2(narrowest / scale))
  const highest = Math.floor(Math.log2(top / scale))
  for (let k = lowest; k <= highest; k++) {
    const cell = 2 ** k * scale
    const colour = ink('grid', Math.min(1, (cell - narrowest) / narrowest))
    pen.segment(0, cell, width, cell, hairline, colour)
    const step = 2 ** k
    for (const x of ticks(planeX(viewport, 0), planeX(viewport, width), step)) {
      const X = worldX(viewport, x)
      pen.segment(X, cell, X, Math.min(2 * cell, top), hairline, colour)
    }
  }
  const above = 2 ** (highest + 1)
  for (const x of ticks(planeX(viewport, 0), planeX(viewport, width), above)) {
    const X = worldX(viewport, x)
    if (above * scale < top) pen.segment(X, above * scale, X, top, hairline, ink('grid'))
  }
}

function drawLine(frame: Frame, pen: Pen): void {
  const { viewport, palette, lanes, view, derived } = frame
  const { width, height } = viewport
  const hairline = palette.weight
  const axis = lanes!.axis
  for (let i = 0; i < derived.size.inner; i++) {
    for (const factor of ['a', 'b'] as const) {
      const Y = laneOf(lanes!, factor, i)
      pen.segment(0, Y, width, Y, hairline, ink('grid', 0.7))
    }
  }
  pen.segment(0, axis, width, axis, 2 * palette.weight, ink('ink'))
  drawTicks(viewport, palette, pen, axis)
  if (!view.slice) return
  const top = height - viewport.floor
  const step = tickStep(viewport.scale, 70)
  for (const x of ticks(planeX(viewport, 0), planeX(viewport, width), step)) {
    const X = worldX(viewport, x)
    pen.segment(X, 0, X, top, hairline, ink('grid'))
  }
  const half = top / 2 / viewport.scale
  for (const y of ticks(viewport.centre - half, viewport.centre + half, step)) {
    const Y = (y - viewport.centre) * viewport.scale + top / 2
    pen.segment(0, Y, width, Y, hairline, ink('grid'))
  }
  pen.segment(0, 0, width, 0, hairline, ink('muted', 0.6))
}

function drawTicks(viewport: Frame['viewport'], palette: Frame['palette'], pen: Pen, Y: number): void {
  const step = tickStep(viewport.scale, tickDistance(viewport.centre, viewport.scale, palette.weight))
  const half = 4 * palette.weight
  for (const x of ticks(planeX(viewport, 0), planeX(viewport, viewport.width), step)) {
    const X = worldX(viewport, x)
    pen.segment(X, Y - half, X, Y + half, palette.weight, ink('ink'))
  }
}
