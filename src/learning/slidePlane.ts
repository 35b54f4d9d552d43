import { moveA, moveB } from '../math/factors'
import type { Space } from '../math/space'
import type { LossOfFactors } from './lossOfFactors'
import { lossPlane, type LossPlane } from './lossPlane'

/**
 * The plane of two sliders: (s, t) ↦ L(g(s) A, g(t) B) for a one-parameter group g, which moves A by one slider and B
 * by the other. Where L is a function of distances it depends on s - t only: a straight valley s = t along which both
 * move alike.
 *
 * @param elementsAt g(t) as one element or one for each inner index, such as t ↦ [exp(p, q, r, t)] of
 *   `math/oneParameter`, or t ↦ [t] on the line; what it throws, the plane throws
 */
export function slidePlane<G>(
  space: Space<G>,
  elementsAt: (t: number) => readonly G[],
  a: Float64Array,
  b: Float64Array,
  inner: number,
  loss: LossOfFactors,
): LossPlane {
  const movedA = new Float64Array(a.length)
  const movedB = new Float64Array(b.length)
  return lossPlane((s, t) => {
    moveA(space, elementsAt(s), a, inner, movedA)
    moveB(space, elementsAt(t), b, inner, movedB)
    return loss(movedA, movedB)
  })
}
