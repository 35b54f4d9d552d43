import { classifierOf } from '../../document/classifierOf'
import { trainingReading } from '../../document/classifierReading'
import { expMap } from '../../math/upperHalfPlane'
import { store } from '../../store/store'
import { strokeCurve } from '../stroke'
import { worldX } from '../viewport'
import { ink, type Part } from './pen'

/**
 * The certified radius about the input that is pointed at: within it every input is decided alike. With several points an
 * input it is how far this one may go while the others stay.
 */
export const certifiedBall: Part = {
  role: 'ball',
  lines: 6,
  of: (frame) => [frame, store.getState().pointed],
  draw: (frame, pen) => {
    const { viewport, chart, palette, derived, document, lanes } = frame
    const { pointed } = store.getState()
    if (pointed?.factor !== 'a' || classifierOf(document) === undefined) return
    const radius = trainingReading(document)?.after.radii[pointed.row]
    if (radius === undefined || !(radius > 0)) return
    const n = pointed.row * derived.size.inner + pointed.column
    const width = 2 * palette.weight
    const { a } = derived.moved
    if (lanes) {
      const inside = (X: number) => Math.min(Math.max(X, -viewport.width), 2 * viewport.width)
      const [from, to] = [a[n]! - radius, a[n]! + radius].map((x) => inside(worldX(viewport, x)))
      const Y = frame.moved.a[2 * n + 1]!
      pen.segment(from!, Y, to!, Y, 3 * width, ink('g', 0.45))
      return
    }
    const [x, y] = [a[2 * n]!, a[2 * n + 1]!]
    if (!chart || !(y > 0)) return
    const size = radius * y
    const edge = (s: number, out: Float64Array) =>
      expMap(x, y, size * Math.cos(2 * Math.PI * s), size * Math.sin(2 * Math.PI * s), out)
    strokeCurve(pen, chart, edge, { width, colour: ink('g') })
  },
}
