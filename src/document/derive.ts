import { asStored, baseSizes, roundingBound, type BaseSizes } from '../math/asStored'
import { byDifferences } from '../math/byDifferences'
import { moveA, moveB } from '../math/factors'
import type { Psl2r } from '../math/psl2r'
import { halfPlane, line, type Space } from '../math/space'
import { meanSquare } from '../learning/meanSquare'
import { actingElements, isReflected, isReflectedAnywhere } from './acting'
import { sizeOf, type Document, type Factor, type Size } from './document'
import { elementMatrix } from './element'
import { isModel, modelLoss } from './modelLoss'
import { targetProduct } from './target'

/** The two factors, packed row-major with `stride` numbers an entry. */
export interface Packed {
  readonly a: Float64Array
  readonly b: Float64Array
}

/** Everything that follows from a document and changes with g; each a function of the document alone. */
export interface Derived {
  readonly size: Size
  readonly stride: 1 | 2
  readonly base: Packed
  /** What gᵗ is applied to: the base, with the entries of reflected inner indices mirrored. */
  readonly source: Packed
  /** gᵗ applied once to `source`; a factor that is not moved is the base itself. */
  readonly moved: Packed
  /** The elements gᵗ that act, one for all inner indices or one for each; normalised. */
  readonly elements: readonly Psl2r[] | readonly number[]
  /** A ⊙ B of the base and of the moved entries, (rows, columns). */
  readonly before: Float64Array
  readonly after: Float64Array
  /** Rounding bound of each entry of `after`. */
  readonly bounds: Float64Array
  readonly largestChange: number
  /** The largest of `bounds`. */
  readonly bound: number
  /** Both factors move, and rounding alone explains every change. */
  readonly unchanged: boolean
  /** The rounding bound is no longer small beside the product: float64 cannot tell whether it changed. */
  readonly isBeyondFloat64: boolean
  /** The largest change when the distances are made from differences; undefined when one factor stays. */
  readonly byDifferences: number | undefined
  /** C*; with a model, whose loss has none, the base product. */
  readonly target: Float64Array
  /** mean (C - C*)²; with a model its training loss. */
  readonly lossBefore: number
  readonly lossAfter: number
}

/** A bound above this part of the largest entry explains away changes that can be seen. */
const telling = 1e-3

/** What does not change while g does. */
interface Base {
  readonly size: Size
  readonly packed: Packed
  readonly product: Float64Array
  readonly sizes: BaseSizes
}

/** The last value of a function of some arguments, kept while each argument is the same. */
export function remembered<A extends readonly unknown[], T>(make: (...of: A) => T): (...of: A) => T {
  let last: { of: A; value: T } | undefined
  return (...of) => {
    if (!last || last.of.length !== of.length || !of.every((one, n) => Object.is(one, last!.of[n]))) {
      last = { of, value: make(...of) }
    }
    return last.value
  }
}

export const pack = (factor: Factor): Float64Array => Float64Array.from(factor.flat(2))

function baseIn<G>(space: Space<G>, a: Factor, b: Factor): Base {
  const size = sizeOf({ a, b })
  const packed = { a: pack(a), b: pack(b) }
  const of = [packed.a, packed.b, size.rows, size.inner, size.columns] as const
  return {
    size,
    packed,
    product: space.product(...of, new Float64Array(size.rows * size.columns)),
    sizes: baseSizes(space, ...of),
  }
}

const lineBase = remembered((a: Factor, b: Factor) => baseIn(line, a, b))
const halfPlaneBase = remembered((a: Factor, b: Factor) => baseIn(halfPlane, a, b))
const targetOf = remembered(targetProduct)

/** The base with x ↦ -x, which is exact, where its inner index is reflected. */
const mirroredBase = remembered(({ packed, size }: Base, stride: 1 | 2, reflected: Document['reflected']) => {
  const { inner, columns } = size
  const mirror = (points: Float64Array, indexOf: (entry: number) => number) =>
    points.map((x, n) =>
      n % stride === 0 && isReflected({ reflected }, indexOf(Math.floor(n / stride))) ? 0 - x : x,
    )
  return {
    a: mirror(packed.a, (entry) => entry % inner),
    b: mirror(packed.b, (entry) => Math.floor(entry / columns)),
  }
})

function deriveIn<G extends Psl2r | number>(
  space: Space<G>,
  base: Base,
  elements: readonly G[],
  document: Document,
): Derived {
  const { size, packed, product: before, sizes } = base
  const { rows, inner, columns } = size
  const source = isReflectedAnywhere(document) ? mirroredBase(base, space.stride, document.reflected) : packed
  const moved = {
    a:
      document.move === 'b'
        ? packed.a
        : moveA(space, elements, source.a, inner, new Float64Array(packed.a.length)),
    b:
      document.move === 'a'
        ? packed.b
        : moveB(space, elements, source.b, inner, new Float64Array(packed.b.length)),
  }
  const after = space.product(moved.a, moved.b, rows, inner, columns, new Float64Array(before.length))
  const bounds = roundingBound(space, elements, sizes, new Float64Array(before.length))
  const stored = asStored(before, after, bounds)
  const both = document.move === 'both'
  const isBeyondFloat64 = !(stored.bound <= telling * before.reduce((largest, c) => Math.max(largest, c), 1))
  const target = isModel(document) ? before : targetOf(document.target, space.name, size, before)
  return {
    size,
    stride: space.stride,
    base: packed,
    source,
    moved,
    elements: elements as Derived['elements'],
    before,
    after,
    bounds,
    largestChange: stored.largestChange,
    bound: stored.bound,
    unchanged: both && stored.ratio <= 1 && !isBeyondFloat64,
    isBeyondFloat64,
    byDifferences: both
      ? byDifferences(space, elements, source.a, source.b, before, rows, inner, columns)
      : undefined,
    target,
    lossBefore: modelLoss(document, before, packed.a) ?? meanSquare(before, target),
    lossAfter: modelLoss(document, after, moved.a) ?? meanSquare(after, target),
  }
}

export const derive: (document: Document) => Derived = remembered((document: Document): Derived => {
  const { a, b, space } = document
  const elements = actingElements(document)
  return space === 'line'
    ? deriveIn(line, lineBase(a, b), elements as readonly number[], document)
    : deriveIn(halfPlane, halfPlaneBase(a, b), elements.map(elementMatrix), document)
})

const lineSizes = remembered((a: Factor, b: Factor) => sizesIn(line, a, b))
const halfPlaneSizes = remembered((a: Factor, b: Factor) => sizesIn(halfPlane, a, b))

function sizesIn<G>(space: Space<G>, a: Factor, b: Factor): BaseSizes {
  const { rows, inner, columns } = sizeOf({ a, b })
  return baseSizes(space, pack(a), pack(b), rows, inner, columns)
}

/** The rounding bound of a document without what else follows from it, and the bound if nothing moved. */
export function roundingOf(document: Document): { readonly bound: number; readonly atRest: number } {
  const { a, b, space } = document
  const elements = actingElements(document)
  return space === 'line'
    ? boundsIn(line, lineSizes(a, b), elements as readonly number[])
    : boundsIn(halfPlane, halfPlaneSizes(a, b), elements.map(elementMatrix))
}

function boundsIn<G>(space: Space<G>, sizes: BaseSizes, elements: readonly G[]) {
  const out = new Float64Array(sizes.rowSums.length * sizes.columnSums.length)
  const boundOf = (of: readonly G[]) =>
    roundingBound(space, of, sizes, out).reduce((largest, bound) => Math.max(largest, bound), 0)
  return { bound: boundOf(elements), atRest: boundOf([space.identity]) }
}

/** The largest entry of the base product. */
export function largestEntry({ a, b, space }: Document): number {
  const { product } = space === 'line' ? lineBase(a, b) : halfPlaneBase(a, b)
  return product.reduce((largest, entry) => Math.max(largest, entry), 0)
}
