import { fillSlice, lossAt, sliceOver, type EntrySlice } from '../learning/entrySlice'
import type { Grid } from '../learning/grid'
import { fillLineSlice, lineLossAt, lineSliceOver, type LineSlice } from '../learning/lineSlice'
import { lineSliceMinimum } from '../learning/lineSliceMinimum'
import { sliceMinimum, type SliceMinimum } from '../learning/sliceMinimum'
import { trainingMinimum } from '../learning/trainingMinimum'
import type { TrainingSlice } from '../learning/trainingSlice'
import type { Curves } from '../math/levels'
import { acted } from './acting'
import { derive, remembered, type Packed } from './derive'
import type { Document, Entry, Factor, FreeEntry, Point, SpaceName, Target } from './document'
import { identityElement } from './element'
import { isModel } from './modelLoss'
import { innerIndex } from './moves'
import { trainingSliceOf } from './trainingSlices'

/**
 * The loss with one entry free and everything else held. Half-plane: over the free entry z. Line: over
 * x = a_ki and y = b_il, where one of the two is the free entry and its partner is in the selected cell. Of plain
 * matrices it is mean (C - C*)², which shaders evaluate at each pixel; of a model its training loss, which is sampled.
 */
export type Slice =
  | {
      readonly kind: 'plain'
      readonly space: 'halfPlane'
      readonly slice: EntrySlice
      readonly model: SlicePoint
    }
  | { readonly kind: 'plain'; readonly space: 'line'; readonly slice: LineSlice; readonly model: SlicePoint }
  | SampledSlice

export interface SampledSlice {
  readonly kind: 'training'
  readonly space: SpaceName
  /** Held where it was asked for: sampled before another one is. */
  readonly slice: TrainingSlice
  readonly model: SlicePoint
  /** Where its lowest point may be found, besides at the model: the points that the free entry meets, as packed pairs. */
  readonly met: Float64Array
}

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
  const pair = slicePair(document)
  const model = modelOf(document, { a, b }, inner, columns)
  const training = trainingSliceOf(document, through, { a, b }, pair)
  if (training) {
    const met = metBy(document, { a, b }, inner, columns)
    return { kind: 'training', space: document.space, slice: training, model, met }
  }
  const input = { a, b, c, target: derived.target, rows, inner, columns }
  if (document.space === 'line') {
    const { k, i, l } = pair
    return { kind: 'plain', space: 'line', slice: lineSliceOver(input, k, i, l), model }
  }
  return { kind: 'plain', space: 'halfPlane', slice: sliceOver(input, document.free), model }
}

/** Where the model is in its slice. */
function modelOf(document: Document, { a, b }: Packed, inner: number, columns: number): SlicePoint {
  if (document.space === 'line') {
    const { k, i, l } = slicePair(document)
    return [a[k * inner + i]!, b[i * columns + l]!]
  }
  const { factor, row, column } = document.free
  const entries = factor === 'a' ? a : b
  const at = 2 * (row * (factor === 'a' ? inner : columns) + column)
  return [entries[at]!, entries[at + 1]!]
}

/** At most this many of them: prototypes meet hundreds of inputs. */
const mostMet = 32

function metBy({ free, space }: Document, { a, b }: Packed, inner: number, columns: number): Float64Array {
  if (space === 'line') return new Float64Array(0)
  const inA = free.factor === 'a'
  const i = inA ? free.column : free.row
  const [points, count] = inA ? [b, columns] : [a, a.length / (2 * inner)]
  const each = Math.max(1, Math.ceil(count / mostMet))
  const numbers: number[] = []
  for (let n = 0; n < count; n += each) {
    const at = 2 * (inA ? i * columns + n : n * inner + i)
    numbers.push(points[at]!, points[at + 1]!)
  }
  return Float64Array.from(numbers)
}

/** The loss at a point of the slice; NaN where a training loss has none. */
export function sliceLoss(of: Slice, [x, y]: SlicePoint): number {
  if (of.kind === 'training') return of.slice.lossAt(x, y)
  return of.space === 'line' ? lineLossAt(of.slice, x, y) : lossAt(of.slice, x, y)
}

/** The loss on a grid, row after row. */
export function fillWith(of: Slice, grid: Grid, out: Float64Array): Float64Array {
  if (of.kind === 'training') return of.slice.fill(grid, out)
  return of.space === 'line' ? fillLineSlice(of.slice, grid, out) : fillSlice(of.slice, grid, out)
}

/** Where the first level of a training loss ends, in nats: eight doublings further is where chance is. */
const trainingReference = 1 / 64

/** Where the first level of a picture ends, as a part of the mean term of the product away from a perfect fit. */
const referencePart = 1 / 8

/**
 * The level curves of every picture of a slice: two for each doubling of the loss. The loss of the first
 * level depends on sizes and base distances alone, never on g, so that before and after are drawn alike.
 */
export function sliceCurves(document: Document): Curves {
  if (isModel(document)) return { ladder: 'geometric', reference: trainingReference, density: 2 }
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
  if (of.kind === 'training') return trainingMinimum(of.slice, of.space, of.model, of.met)
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
    head: Document['head'],
    classifier: Document['classifier'],
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
      head,
      classifier,
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
  const { a, b, free, selection, space, move, head, classifier } = document
  const target = isModel(document) ? 'base' : document.target
  const isCarried = move === 'both' && head?.rule !== 'byNorms'
  if (through === 'moved' && !isCarried) return lowestWhenOneMoves(document)
  const base = lowestOfBase(a, b, target, free, selection, space, head, classifier)
  if (through === 'base') return base
  const { x, y, loss } = base
  const to = (place: Entry) => acted(document, innerIndex(free.factor, free.row, free.column), place)
  const [u, v] = space === 'line' ? [to(x) as number, to(y) as number] : (to([x, y]) as Point)
  return { x: u, y: v, loss }
}

const lowestWhenOneMoves = remembered((document: Document) => lowestIn(sliceOf(document, 'moved')))

/**
 * The slice as pictures show it: less its lowest loss, so that the level curves tell its shape whatever the
 * rest of the model adds to all of it. A training loss has 0 for a floor, and is shown as it is.
 */
export function pictured(document: Document, through: 'base' | 'moved'): Slice {
  const of = sliceOf(document, through)
  if (of.kind === 'training') return of
  const { loss } = lowestOf(document, through)
  const rest = Number.isFinite(loss) ? of.slice.rest - loss / of.slice.scale : of.slice.rest
  return { ...of, slice: { ...of.slice, rest } } as Slice
}
