import { fillSlice, lossAt, sliceOver, type EntrySlice } from '../learning/entrySlice'
import type { Grid } from '../learning/grid'
import { fillLineSlice, lineLossAt, lineSliceOver, type LineSlice } from '../learning/lineSlice'
import { lineSliceMinimum } from '../learning/lineSliceMinimum'
import { sliceMinimum, type SliceMinimum } from '../learning/sliceMinimum'
import type { Curves } from '../math/levels'
import { acted } from './acting'
import { derive, remembered } from './derive'
import type { Document, Entry, Factor, FreeEntry, Point, SpaceName, Target } from './document'
import { identityElement } from './element'
import { isModel } from './modelLoss'
import { innerIndex } from './moves'

/**
 * The loss with one entry free and everything else held. Half-plane: over the free entry z. Line: over
 * x = a_ki and y = b_il, where one of the two is the free entry and its partner is in the selected cell.
 */
export type Slice =
  | { readonly space: 'halfPlane'; readonly slice: EntrySlice; readonly model: SlicePoint }
  | { readonly space: 'line'; readonly slice: LineSlice; readonly model: SlicePoint }

export type SlicePoint = readonly [x: number, y: number]

/** Row of A, inner index and column of B that the slice on the line is about. */
export function slicePair({ free, selection }: Pick<Document, 'free' | 'selection'>) {
  return free.factor === 'a'
    ? { k: free.row, i: free.column, l: selection[1] }
    : { k: selection[0], i: free.row, l: free.column }
}

/** The slice through the base, or through the moved entries. */
export function sliceOf(document: Document, through: 'base' | 'moved'): Slice {
  const derived = derive(document)
  const { rows, inner, columns } = derived.size
  const { a, b } = through === 'base' ? derived.base : derived.moved
  const c = through === 'base' ? derived.before : derived.after
  const input = { a, b, c, target: derived.target, rows, inner, columns }
  if (document.space === 'line') {
    const { k, i, l } = slicePair(document)
    return {
      space: 'line',
      slice: lineSliceOver(input, k, i, l),
      model: [a[k * inner + i]!, b[i * columns + l]!],
    }
  }
  const { factor, row, column } = document.free
  const entries = factor === 'a' ? a : b
  const at = 2 * (row * (factor === 'a' ? inner : columns) + column)
  return {
    space: 'halfPlane',
    slice: sliceOver(input, document.free),
    model: [entries[at]!, entries[at + 1]!],
  }
}

/** The loss at a point of the slice. */
export function sliceLoss({ space, slice }: Slice, [x, y]: SlicePoint): number {
  return space === 'line' ? lineLossAt(slice, x, y) : lossAt(slice, x, y)
}

/** The loss on a grid, row after row. */
export function fillWith({ space, slice }: Slice, grid: Grid, out: Float64Array): Float64Array {
  return space === 'line' ? fillLineSlice(slice, grid, out) : fillSlice(slice, grid, out)
}

/** Where the first level of a picture ends, as a part of the mean term of the product away from a perfect fit. */
const referencePart = 1 / 8

/**
 * The level curves of every picture of a slice: two for each doubling of the loss. The loss of the first
 * level depends on sizes and base distances alone, never on g, so that before and after are drawn alike.
 */
export function sliceCurves(document: Document): Curves {
  const { before, size } = derive(document)
  const terms = document.space === 'line' ? size.rows + size.columns - 1 : partners(document)
  const mean = before.reduce((sum, c) => sum + c, 0) / before.length / size.inner
  const distance = mean > 0 && mean < Infinity ? mean * referencePart : 1
  return { ladder: 'geometric', reference: (terms * distance ** 2) / before.length, density: 2 }
}

/** Levels (doublings of the first loss) from the first colour of the ramp to the last. */
export const topLevel = 8

/** The entries that the free one meets. */
const partners = ({ free, a, b }: Document): number => (free.factor === 'a' ? b[0]!.length : a.length)

/** The lowest point found of a slice. */
function lowestIn(of: Slice): SliceMinimum {
  if (of.space === 'line') return lineSliceMinimum(of.slice, of.model)
  const [x, y] = of.model
  return y > 0 && y < Infinity ? sliceMinimum(of.slice, of.model) : { x, y, loss: NaN }
}

/** All that the base slice depends on, so that a drag of g does not search again. */
const lowestOfBase = remembered(
  (
    a: Factor,
    b: Factor,
    target: Target,
    free: FreeEntry,
    selection: Document['selection'],
    space: SpaceName,
  ) => {
    const element = identityElement(space)
    const base: Document = {
      version: 1,
      title: '',
      move: 'both',
      element,
      reflected: false,
      word: [],
      time: 1,
      head: null,
      classifier: null,
      a,
      b,
      target,
      free,
      selection,
      space,
    }
    return lowestIn(sliceOf(base, 'base'))
  },
)

/**
 * The lowest point found of the slice through the base or through the moved entries. When both factors move,
 * g carries the one to the other.
 */
export function lowestOf(document: Document, through: 'base' | 'moved'): SliceMinimum {
  const { a, b, free, selection, space, move } = document
  const target = isModel(document) ? 'base' : document.target
  if (through === 'moved' && move !== 'both') return lowestWhenOneMoves(document)
  const base = lowestOfBase(a, b, target, free, selection, space)
  if (through === 'base') return base
  const { x, y, loss } = base
  const to = (place: Entry) => acted(document, innerIndex(free.factor, free.row, free.column), place)
  const [u, v] = space === 'line' ? [to(x) as number, to(y) as number] : (to([x, y]) as Point)
  return { x: u, y: v, loss }
}

const lowestWhenOneMoves = remembered((document: Document) => lowestIn(sliceOf(document, 'moved')))

/**
 * The slice as pictures show it: less its lowest loss, so that the level curves tell its shape whatever the
 * rest of the model adds to all of it.
 */
export function pictured(document: Document, through: 'base' | 'moved'): Slice {
  const of = sliceOf(document, through)
  const { loss } = lowestOf(document, through)
  const rest = Number.isFinite(loss) ? of.slice.rest - loss / of.slice.scale : of.slice.rest
  return { ...of, slice: { ...of.slice, rest } } as Slice
}
