import { dist, distGradient, expMap } from '../math/upperHalfPlane'
import { lossAt, type EntrySlice } from './entrySlice'

/** Where a slice is lowest, as far as descents from several starts find it. */
export interface SliceMinimum {
  readonly x: number
  readonly y: number
  readonly loss: number
}

const maxSteps = 60
/** Improvements after which a compass search is left where it is. */
const maxMoves = 500
/** A step shorter than this, in hyperbolic length, is the end of a descent. */
const shortest = 1e-12

/**
 * The lowest point of a slice that Levenberg–Marquardt descents find, from the given start and from near
 * the slice's points; and those points themselves, because a cone with its tip down has no smooth minimum.
 *
 *     minimise Σ_l (r_l + ρ(z, b_l))²    by steps along exp_z of the damped Gauss–Newton direction
 *
 * The residuals have gradients of Riemannian norm 1, so the 2×2 normal equations are written in the
 * orthonormal frame at z. There may be several local minima; this is the best of those found.
 *
 * @param start   Im > 0
 * @param starts  at most this many of the slice's points are started from
 */
export function sliceMinimum(slice: EntrySlice, start: readonly [number, number], starts = 8): SliceMinimum {
  let best = descend(slice, start[0], start[1])
  const count = Math.min(starts, slice.offsets.length)
  for (let n = 0; n < count; n++) {
    const [u, v] = [slice.points[2 * n]!, slice.points[2 * n + 1]!]
    if (!(v > 0 && v < Infinity && Number.isFinite(u))) continue
    const tip = { x: u, y: v, loss: lossAt(slice, u, v) }
    for (const found of [tip, descend(slice, u, v * Math.exp(0.1))]) if (found.loss < best.loss) best = found
  }
  return settle(slice, best)
}

/** Directions of the last search, a turn of 45° apart. */
const compass = Array.from(
  { length: 8 },
  (_, n) => [Math.cos((n * Math.PI) / 4), Math.sin((n * Math.PI) / 4)] as const,
)

/**
 * A compass search from where the descents ended: where residuals are large or cones meet, Gauss–Newton
 * steps stop short of the lowest point.
 */
function settle(slice: EntrySlice, from: SliceMinimum): SliceMinimum {
  let best = from
  for (let length = 0.05, moves = 0; length > 1e-10 && moves < maxMoves; moves++) {
    let found = best
    for (const [p, q] of compass) {
      expMap(best.x, best.y, p * length * best.y, q * length * best.y, target)
      if (!(target[1]! > 0 && target[1]! < Infinity)) continue
      const loss = lossAt(slice, target[0]!, target[1]!)
      if (loss < found.loss) found = { x: target[0]!, y: target[1]!, loss }
    }
    if (found === best) length /= 2
    best = found
  }
  return best
}

const gradient = new Float64Array(4)
const target = new Float64Array(2)

function descend(slice: EntrySlice, x: number, y: number): SliceMinimum {
  let loss = lossAt(slice, x, y)
  let damping = 1e-3
  for (let step = 0; step < maxSteps; step++) {
    const [p, q] = direction(slice, x, y, damping)
    if (!(p * p + q * q > shortest * shortest)) break
    expMap(x, y, p * y, q * y, target)
    const reached = target[1]! > 0 && target[1]! < Infinity ? lossAt(slice, target[0]!, target[1]!) : Infinity
    if (reached < loss) {
      x = target[0]!
      y = target[1]!
      loss = reached
      damping = Math.max(damping / 4, 1e-12)
    } else {
      damping *= 6
      if (damping > 1e12) break
    }
  }
  return { x, y, loss }
}

/** The damped Gauss–Newton direction at z in the orthonormal frame (y ∂x, y ∂y). */
function direction({ points, offsets }: EntrySlice, x: number, y: number, damping: number): [number, number] {
  let [xx, xy, yy, p, q] = [0, 0, 0, 0, 0]
  for (let n = 0; n < offsets.length; n++) {
    const [u, v] = [points[2 * n]!, points[2 * n + 1]!]
    distGradient(x, y, u, v, gradient)
    const [gx, gy] = [gradient[0]! * y, gradient[1]! * y]
    const residual = offsets[n]! + dist(x, y, u, v)
    xx += gx * gx
    xy += gx * gy
    yy += gy * gy
    p += residual * gx
    q += residual * gy
  }
  const [A, D] = [xx * (1 + damping) + damping, yy * (1 + damping) + damping]
  const det = A * D - xy * xy
  return [-(D * p - xy * q) / det, -(A * q - xy * p) / det]
}
