import { store } from '../../store/store'
import { isHalfPlane } from '../charts/chart'
import type { Frame } from '../frame'
import { drawGeodesic } from '../geodesicPath'
import { strokeSegment } from '../stroke'
import { termEnds, termPoints } from '../terms'
import { ink, type Ink, type Part, type Pen } from './pen'

/**
 * The terms of the selected product entry: a geodesic from each a_ki to b_il, on the line a segment as
 * long as |a_ki - b_il|; the same for the base entries, fainter and dashed.
 */
export const geodesics: Part = {
  role: 'geodesic',
  lines: 4,
  of: (frame) => [frame, store.getState().pointedTerm],
  draw: (frame, pen) => {
    const { base, moved } = frame.derived
    if (moved.a !== base.a || moved.b !== base.b) drawTerms(frame, pen, 'base', 1.2, ink('ghost', 0.9), 4)
    drawTerms(frame, pen, 'moved', 2, ink('g'), 0)
  },
}

function drawTerms(
  frame: Frame,
  pen: Pen,
  which: 'base' | 'moved',
  width: number,
  colour: Ink,
  dash: number,
): void {
  const { palette, viewport, chart } = frame
  const { pointedTerm } = store.getState()
  for (let i = 0; i < frame.derived.size.inner; i++) {
    const wide = palette.weight * (i === pointedTerm && which === 'moved' ? width * 2 : width)
    if (chart && !isHalfPlane(chart))
      strokeSegment(pen, chart, ...termPoints(frame, which, i), { width: wide, colour, dash })
    else if (frame.lanes) drawBar(frame, pen, termEnds(frame, which, i), wide, colour, dash)
    else drawGeodesic(pen, viewport, ...termEnds(frame, which, i), wide, colour, dash)
  }
}

/** On the line: as far as the two entries are apart along the lane of A, then down to the entry of B. */
function drawBar(
  { viewport }: Frame,
  pen: Pen,
  [x, y, u, v]: ReturnType<typeof termEnds>,
  width: number,
  colour: Ink,
  dash: number,
): void {
  const inside = (X: number) => Math.min(Math.max(X, -viewport.width), 2 * viewport.width)
  pen.segment(inside(x), y, inside(u), y, width, colour, dash)
  pen.segment(inside(u), y, inside(u), v, width * 0.5, { ...colour, alpha: 0.5 }, 3)
}
