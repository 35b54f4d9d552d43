import type { Space } from './space'

/**
 * g applied to the factor A: one element for everything, or element i for column i.
 *
 * @param elements one, or one per inner index
 * @param a        (rows, inner, stride) row-major points
 * @param out      as a; may alias it
 * @throws RangeError unless there are 1 or `inner` elements
 */
export function moveA<G>(
  space: Space<G>,
  elements: readonly G[],
  a: Float64Array,
  inner: number,
  out: Float64Array,
): Float64Array {
  checkCount(elements, inner)
  if (elements.length === 1) return space.act(elements[0]!, a, out)
  const { stride } = space
  const step = stride * inner
  const column = new Float64Array(a.length / inner)
  elements.forEach((g, i) => {
    for (let n = 0, from = stride * i; n < column.length; n += stride, from += step) {
      for (let s = 0; s < stride; s++) column[n + s] = a[from + s]!
    }
    space.act(g, column, column)
    for (let n = 0, to = stride * i; n < column.length; n += stride, to += step) {
      for (let s = 0; s < stride; s++) out[to + s] = column[n + s]!
    }
  })
  return out
}

/**
 * g applied to the factor B: one element for everything, or element i for row i.
 *
 * @param elements one, or one per inner index
 * @param b        (inner, columns, stride) row-major points
 * @param out      as b; may alias it
 * @throws RangeError unless there are 1 or `inner` elements
 */
export function moveB<G>(
  space: Space<G>,
  elements: readonly G[],
  b: Float64Array,
  inner: number,
  out: Float64Array,
): Float64Array {
  checkCount(elements, inner)
  if (elements.length === 1) return space.act(elements[0]!, b, out)
  const row = b.length / inner
  elements.forEach((g, i) => {
    space.act(g, b.subarray(i * row, (i + 1) * row), out.subarray(i * row, (i + 1) * row))
  })
  return out
}

function checkCount(elements: readonly unknown[], inner: number): void {
  if (elements.length !== 1 && elements.length !== inner) {
    throw new RangeError(`${elements.length} elements for ${inner} inner indices: give one, or one each`)
  }
}
