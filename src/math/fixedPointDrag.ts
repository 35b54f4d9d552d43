import { elementKeeping, keeping, largestAngle, onWall, wallWidth } from './fixedPointWall'
import type { FixedPoints, Kept } from './fixedPointWall'
import { classify } from './isometryClass'
import { log } from './oneParameter'
import type { Psl2r } from './psl2r'
import { requireHeights } from './upperHalfPlane'

/**
 * Where fixed points are dragged to: one end or both, or the one point. `fixedPoint` [x, y] with y > 0 is inside;
 * with y = 0 it is the boundary point x, and with y < 0 the two points x ± y, which is how a drag goes on below the
 * boundary. x = ±Infinity is ∞, approached from that side. `crossed` says that the dragged end has passed the other.
 */
export interface FixedPointTarget {
  readonly attracting?: number
  readonly repelling?: number
  readonly fixedPoint?: readonly [x: number, y: number]
  readonly crossed?: boolean
}

/**
 * g with its fixed points dragged, by the rule of `elementWithFixedPoints`. The length or angle of g is kept: exactly
 * wherever δ of the new fixed points is at least η, here the smaller of 0.01 and a quarter of δ of g itself, so that
 * a drag that goes nowhere gives g back. A parabolic g keeps |X| on the wall, with η = 0.01 beside it.
 *
 * An end that passes the other one changes places with it: what attracts then repels, and g is differentiable there
 * as well. For finite ends that is read off their order; around ∞ (in the disk) only the caller knows, and says it by
 * `crossed`. Both ends given keep their roles.
 *
 * @param g     the element at the start of the drag
 * @param about the point that sizes are measured from: the middle of what is seen
 * @throws RangeError if g is the identity, which has no fixed points to drag, if one end is dragged of an elliptic
 * element, which has none, and as `elementWithFixedPoints`
 */
export function withFixedPointsMoved(
  g: Psl2r,
  target: FixedPointTarget,
  about: readonly [x: number, y: number] = [0, 1],
): Psl2r {
  requireHeights('withFixedPointsMoved', about[1])
  const start = fixedPointsOf(g)
  return elementKeeping(keptBy(g, about), movedTo(start, target), about)
}

function fixedPointsOf(g: Psl2r): FixedPoints {
  const found = classify(g)
  if (found.kind === 'identity') {
    throw new RangeError('withFixedPointsMoved: the identity fixes every point, there is none to drag')
  }
  return found.kind === 'elliptic' ? { ...found, sense: found.rotationAngle < 0 ? -1 : 1 } : found
}

/** Of two ends the sense that is left when they meet: positive if the repelling one is on the right. */
function senseOf(fixed: FixedPoints): 1 | -1 {
  if (fixed.kind !== 'hyperbolic') return fixed.sense
  return fixed.repelling > fixed.attracting ? 1 : -1
}

function movedTo(start: FixedPoints, target: FixedPointTarget): FixedPoints {
  if (target.fixedPoint) return fromPoint(target.fixedPoint, senseOf(start))
  const ends = endsOf(start, target)
  const attracting = target.attracting ?? ends.attracting
  const repelling = target.repelling ?? ends.repelling
  const all = [ends.attracting, ends.repelling, attracting, repelling]
  if (Math.abs(attracting) === Infinity && Math.abs(repelling) === Infinity) {
    return { kind: 'parabolic', fixedPoint: Infinity, sense: senseAtInfinity(start, target) }
  }
  if (attracting === repelling) return { kind: 'parabolic', fixedPoint: repelling, sense: senseOf(start) }
  const isOne = (target.attracting === undefined) !== (target.repelling === undefined)
  const isReversed = repelling > attracting !== senseOf(start) > 0
  return (target.crossed ?? (isOne && isReversed && all.every(Number.isFinite)))
    ? { kind: 'hyperbolic', attracting: repelling, repelling: attracting }
    : { kind: 'hyperbolic', attracting, repelling }
}

function fromPoint([x, y]: readonly [number, number], sense: 1 | -1): FixedPoints {
  // Ends too near to be told apart are one point.
  if (Math.abs(x) === Infinity || (y <= 0 && x + y === x - y))
    return { kind: 'parabolic', fixedPoint: x, sense }
  if (y > 0) return { kind: 'elliptic', fixedPoint: [x, y], sense }
  return { kind: 'hyperbolic', attracting: x + sense * y, repelling: x - sense * y }
}

function endsOf(start: FixedPoints, { attracting, repelling }: FixedPointTarget) {
  if (start.kind === 'hyperbolic') return start
  if (start.kind === 'parabolic') return { attracting: start.fixedPoint, repelling: start.fixedPoint }
  if (attracting !== undefined && repelling !== undefined) return { attracting, repelling }
  throw new RangeError(
    'withFixedPointsMoved: this element fixes no boundary point; give both ends, or the point',
  )
}

/** An attracting end that goes to ∞ on the right, where the repelling one waits, leaves a shift to the right. */
function senseAtInfinity(start: FixedPoints, { attracting, repelling }: FixedPointTarget): 1 | -1 {
  if (start.kind !== 'hyperbolic') return senseOf(start)
  const isRightwards = attracting === undefined ? repelling === -Infinity : attracting > 0
  return isRightwards ? 1 : -1
}

/** Length, angle and size of g itself. */
function keptBy(g: Psl2r, [x, y]: readonly [number, number]): Kept {
  const [P, Q, R] = log(g)
  const p = P - x * R
  const q = (Q + x * (P + p)) / y
  const size = Math.sqrt(2 * p * p + q * q + (R * y) ** 2)
  const m = lengthOrAngle(g)
  const delta = (m / 2 / size) ** 2
  // Rounding gives a parabolic element a length or angle of 1e-7 or so, which is not one to keep.
  if (m < 1e-4 && delta < 1e-8) {
    const length = (2 * size * Math.sqrt(wallWidth)) / onWall
    return { size, length, angle: Math.min(length, largestAngle) }
  }
  const kept = keeping(m, Math.min(wallWidth, delta / 4))
  return m <= largestAngle || classify(g).kind === 'elliptic' ? kept : { ...kept, angle: largestAngle }
}

function lengthOrAngle(g: Psl2r): number {
  const found = classify(g)
  if (found.kind === 'hyperbolic') return found.translationLength
  return found.kind === 'elliptic' ? Math.abs(found.rotationAngle) : 0
}
