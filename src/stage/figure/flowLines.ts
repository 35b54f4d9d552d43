import { elementAt, elementMatrix } from '../../document/element'
import { pointOn } from '../../math/curves'
import { store } from '../../store/store'
import { drawArrowheads } from '../arrowheads'
import { flowLines } from '../flowLines'
import { strokeCurve, type Sampled, type Style } from '../stroke'
import { ink, type Part } from './pen'

/** The way of points under gᵗ, for the element that is being edited. While time runs it stays what it is. */
export const flow: Part = {
  role: 'flow',
  lines: 3,
  of: ({ chart, document, view, viewport, window, palette }) => [
    document.element,
    store.getState().column,
    view,
    window,
    viewport.width,
    viewport.height,
    palette,
    chart?.name === 'passage' ? chart : chart?.name,
  ],
  draw: ({ chart, document, view, viewport, palette }, pen) => {
    if (!chart || !view.flow) return
    const line: Style = { width: palette.weight, colour: ink('g', 0.55) }
    const head: Style = { width: 1.4 * palette.weight, colour: ink('g', 0.85) }
    for (const orbit of flowLines(elementMatrix(elementAt(document, store.getState().column)))) {
      const curve: Sampled = (s, out) => pointOn(orbit, s, out)
      strokeCurve(pen, chart, curve, line)
      drawArrowheads(pen, chart, viewport, curve, head)
    }
  },
}
