import { classifierOf, shapeOf } from '../../document/classifierOf'
import { trainingReading } from '../../document/classifierReading'
import { store } from '../../store/store'
import type { Frame } from '../frame'
import { markSize, within } from './entries'
import { ink, type Ink, type MarkShape, type PutMark } from './pen'

/** Of a mark of a class: the dot in it is so large, and a prototype so much larger than an input. */
const dotPart = 0.22
const prototypePart = 1.35

/**
 * The inputs (discs) and prototypes (diamonds with an outline) of a classifier: colour and inner mark say the class (full,
 * hollow, hollow with a dot, dotted, and so on), a ring that the input is decided wrong. The base is faint, and small.
 */
export function putClassMarks(frame: Frame, put: PutMark): boolean {
  const { document, palette, base, moved, derived, view } = frame
  const classifier = classifierOf(document)
  const reading = trainingReading(document)?.after
  if (!classifier || !reading) return false
  const { classes } = shapeOf(classifier.data)
  const { inner, columns } = derived.size
  const inputs = base.a.length / 2
  const size = Math.max(palette.weight * (inputs > 150 ? 7 : 9), markSize(frame) * 0.6)
  const { pointed } = store.getState()

  const ghosts = (points: Float64Array, shape: MarkShape, colour: Ink) => {
    for (let n = 0; n < points.length; n += 2)
      put(within(points[n]), within(points[n + 1]), size * 0.5, shape, 0, colour)
  }
  const mark = (X: number, Y: number, wide: number, shape: MarkShape, label: number) => {
    const colour = ink('class', 1, label)
    const isHollow = label % 4 === 1 || label % 4 === 2
    put(X, Y, wide, shape, isHollow ? 0 : 1, colour)
    if (label % 4 > 1) put(X, Y, wide * dotPart, 'disc', 1, isHollow ? colour : ink('paper'))
  }
  const inputAt = (n: number) => {
    const [X, Y] = [within(moved.a[2 * n]), within(moved.a[2 * n + 1])]
    const input = Math.floor(n / inner)
    const label = reading.labels[input]!
    if (reading.decisions[input] !== label) put(X, Y, size * 2.1, 'disc', 0, ink('bad'))
    mark(X, Y, size, 'disc', label)
  }
  const prototypeAt = (n: number) => {
    const [X, Y] = [within(moved.b[2 * n]), within(moved.b[2 * n + 1])]
    const wide = size * prototypePart
    put(X, Y, wide + 5 * palette.weight, 'diamond', 1, ink('ink'))
    mark(X, Y, wide, 'diamond', (n % columns) % classes)
  }

  if (derived.moved.a !== derived.base.a) ghosts(base.a, 'disc', ink('ghost', 0.4))
  if (derived.moved.b !== derived.base.b) ghosts(base.b, 'diamond', ink('ghost', 0.4))
  for (let n = 0; n < inputs; n++) inputAt(n)
  for (let n = 0; 2 * n < moved.b.length; n++) prototypeAt(n)
  for (const of of [view.slice ? document.free : undefined, pointed]) {
    if (!of) continue
    const isInput = of.factor === 'a'
    const n = of.row * (isInput ? inner : columns) + of.column
    const points = moved[of.factor]
    if (2 * n >= points.length) continue
    const wide = size * (isInput ? 2.6 : 3)
    const [X, Y] = [within(points[2 * n]), within(points[2 * n + 1])]
    put(X, Y, wide, isInput ? 'disc' : 'diamond', 0, ink('ink'))
    if (isInput) inputAt(n)
    else prototypeAt(n)
  }
  return true
}
