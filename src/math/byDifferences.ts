import { moveA, moveB } from './factors'
import type { Space } from './space'

let movedA = new Float64Array(0)
let movedB = new Float64Array(0)
let product = new Float64Array(0)

/**
 * max |ΔC| of moving both factors, from differences of points instead of moved points. In the half-plane
 *
 *     gz - gw = (z - w) / ((cz + d)(cw + d))        Im gz = Im z / |cz + d|²
 *
 * so only the direction of the bottom row (c, d) enters. That is the product of K(θ)A and K(θ)B for g = N A K:
 * this evaluates the turn K alone; N, a horizontal translation, and A, a dilation, are taken to be isometries
 * by algebra. On the line a - b does not see α at all. The error does not grow with the length of g.
 *
 * When one factor alone moves there is no such identity: the change is real and this reading does not apply.
 *
 * @param elements one, or one per inner index
 * @param a        (rows, inner, stride) base points
 * @param b        (inner, columns, stride) base points
 * @param before   A ⊙ B, (rows, columns)
 * @returns max |ΔC| ≥ 0, in units of the metric
 * @throws RangeError if a length does not fit the shape, or unless there are 1 or `inner` elements
 */
export function byDifferences<G>(
  space: Space<G>,
  elements: readonly G[],
  a: Float64Array,
  b: Float64Array,
  before: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): number {
  if (movedA.length !== a.length) movedA = new Float64Array(a.length)
  if (movedB.length !== b.length) movedB = new Float64Array(b.length)
  if (product.length !== before.length) product = new Float64Array(before.length)
  const turns = elements.map(space.compactPart)
  moveA(space, turns, a, inner, movedA)
  moveB(space, turns, b, inner, movedB)
  space.product(movedA, movedB, rows, inner, columns, product)
  let largest = 0
  for (let n = 0; n < before.length; n++) largest = Math.max(largest, Math.abs(product[n]! - before[n]!))
  return largest
}
