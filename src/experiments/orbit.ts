import { movePoints, type Layout } from '../learning/parameters'
import { frechetMean } from '../math/frechetMean'
import { fromIwasawa } from '../math/iwasawa'
import { act, inverse, type Psl2r } from '../math/psl2r'

/** A member of the orbit: g applied to every point of the half-plane; plain numbers stay. */
export function movedBy(layout: Layout, parameters: Float64Array, g: Psl2r): Float64Array {
  return movePoints(layout, parameters, (points, out) => act(g, points, out))
}

/** The member whose points have their Fréchet mean at i, so that K(θ) turns it about its middle. */
export function centred(layout: Layout, parameters: Float64Array): Float64Array {
  const { x, y } = frechetMean(parameters.subarray(0, layout.stride * layout.points))
  return movedBy(layout, parameters, inverse(fromIwasawa(x, Math.log(y), 0)))
}
