import type { FactorName, FreeEntry } from '../../document/document'
import { elementList } from '../../document/element'
import { innerIndex } from '../../document/moves'
import { slicePair } from '../../document/slice'
import { store } from '../../store/store'
import type { Frame } from '../frame'
import { ink, type Ink, type MarkShape, type Part, type PutMark } from './pen'

/** Draws marks of another kind than those of plain entries; false where there are none. */
type PutOthers = (frame: Frame, put: PutMark) => boolean

let putOthers: PutOthers = () => false

/** Marks that are loaded after the first picture. */
export function addMarks(others: PutOthers): void {
  putOthers = others
}

/** Diameter of a mark in CSS pixels: smaller when there are many, and where a tree is drawn between them. */
export function markSize({ base, palette, document }: Frame): number {
  const entries = (base.a.length + base.b.length) / 2
  return palette.weight * Math.max(4, (document.head ? 11 : 14) - Math.max(0, Math.log2(entries / 24)))
}

/** Whether g leaves this factor where the document holds it. */
const stays = ({ derived }: Frame, factor: FactorName) => derived.moved[factor] === derived.base[factor]

const shapes = { a: 'disc', b: 'diamond' } as const
const ghosts = { a: 'ghostA', b: 'ghostB' } as const

/** The entries of A (discs) and B (diamonds): hollow where the document holds them, filled where g has moved them. */
export const entries: Part = {
  role: 'entry',
  marks: { order: 5, halo: 1.5, outline: 1.6 },
  of: (frame) => [frame, store.getState().pointed, store.getState().column, putOthers],
  looks: looksOf,
  draw: (frame, _pen, put) => {
    if (!putOthers(frame, put)) putMarks(frame, put)
  },
}

/** While these are the same, a drag only moves marks. Of a classifier the marks say what is decided. */
function looksOf(frame: Frame): readonly unknown[] | undefined {
  const { derived, document, palette, view } = frame
  if (document.classifier !== null) return undefined
  const { rows, inner, columns } = derived.size
  return [
    ...[rows, inner, columns, palette, view.slice, document.free, document.selection, document.space],
    ...[stays(frame, 'a'), stays(frame, 'b'), store.getState().pointed],
    elementList(document) && store.getState().column,
  ]
}

/** Every mark, in the order in which they are drawn. */
function putMarks(frame: Frame, put: PutMark): void {
  const { base, moved, document, view, derived } = frame
  const { pointed } = store.getState()
  const size = markSize(frame)
  for (const factor of ['a', 'b'] as const) {
    if (stays(frame, factor)) continue
    const ghost = ink(ghosts[factor])
    putAll(base[factor], size * 0.72, shapes[factor], 0, ghost, put)
  }
  if (elementList(document)) putColumns(frame, size, put)
  for (const factor of ['b', 'a'] as const) {
    putAll(moved[factor], size, shapes[factor], 1, ink(factor), put)
  }
  const ring = ({ factor, row, column }: FreeEntry, colour: Ink) => {
    const columns = factor === 'a' ? derived.size.inner : derived.size.columns
    const at = 2 * (row * columns + column)
    const [X, Y] = [within(moved[factor][at]), within(moved[factor][at + 1])]
    put(X, Y, size * 1.75, shapes[factor], 0, colour)
    put(X, Y, size, shapes[factor], 1, ink(factor))
  }
  if (view.slice) {
    ring(document.free, ink('ink'))
    if (document.space === 'line') ring(partner(document), ink('ink'))
  }
  if (pointed) ring(pointed, ink(pointed.factor))
}

/** Where each inner index has its own element: its colour round its entries, thicker for the one that is edited. */
function putColumns({ moved, derived }: Frame, size: number, put: PutMark): void {
  const { column } = store.getState()
  for (const factor of ['b', 'a'] as const) {
    const points = moved[factor]
    const columns = factor === 'a' ? derived.size.inner : derived.size.columns
    for (let n = 0; 2 * n < points.length; n++) {
      const inner = innerIndex(factor, Math.floor(n / columns), n % columns)
      const width = inner === column ? 1.85 : 1.5
      const colour = ink('column', 1, inner)
      put(within(points[2 * n]), within(points[2 * n + 1]), size * width, shapes[factor], 1, colour)
    }
  }
}

/** On the line the slice is over two entries: the other one of the pair. */
function partner(document: Frame['document']): FreeEntry {
  const { k, i, l } = slicePair(document)
  return document.free.factor === 'a'
    ? { factor: 'b', row: i, column: l }
    : { factor: 'a', row: k, column: i }
}

function putAll(
  points: Float64Array,
  size: number,
  shape: MarkShape,
  fill: 0 | 1,
  colour: Ink,
  put: PutMark,
): void {
  for (let n = 0; n < points.length; n += 2)
    put(within(points[n]), within(points[n + 1]), size, shape, fill, colour)
}

/** Far off the canvas all places are alike, but float32 has a largest number. */
const farthest = 1e7
export const within = (X: number | undefined): number =>
  X !== undefined && Math.abs(X) < farthest ? X : X !== undefined && X < 0 ? -farthest : farthest
