import { signedDistance } from './cycles'
import { frameToFrame } from './frames'
import { element } from './psl2r'
import type { Psl2r } from './psl2r'
import { direction, dist, idealEnds } from './upperHalfPlane'

/**
 * Elements given by what they do to points. Points of the boundary are real, or ±Infinity for ∞.
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 4 and 7
 */

type Point = readonly [x: number, y: number]
type Three<T> = readonly [T, T, T]

/** Distances are called equal if they differ by at most this much of 1 + themselves: what ten digits can hold. */
export const equalWithin = 1e-9

/**
 * Cross-ratio of four boundary points, (a - c)(b - d)/((a - d)(b - c)): where a goes when b, c, d go to 1, 0, ∞. The
 * same for ga, gb, gc, gd; negative if the geodesic from a to b crosses the one from c to d.
 *
 * @returns a real number, or Infinity if a = d or b = c; relative error 8ε beyond the rounding of the points
 * @throws RangeError if three of the points are the same, or one is not a number
 */
export function crossRatio(a: number, b: number, c: number, d: number): number {
  for (const [u, v, w] of [
    [a, b, c],
    [a, b, d],
    [a, c, d],
    [b, c, d],
  ] as const) {
    if (cross(u, v) === 0 && cross(v, w) === 0) {
      throw new RangeError(`crossRatio: three of the points are the same, ${shown(u)}`)
    }
  }
  const ratio = (cross(a, c) / cross(a, d)) * (cross(b, d) / cross(b, c))
  if (Number.isNaN(ratio)) throw new RangeError('crossRatio: a point is not a number')
  return Number.isFinite(ratio) ? ratio + 0 : Infinity
}

/**
 * The element that takes three boundary points to three others, in this order; there is one, and only one, if both
 * triples go the same way round the boundary. A fourth point goes where the cross-ratio says.
 *
 * With e × f = e - f (1 where e = ∞, -1 where f = ∞), lifts A of the first and B of the second triple:
 * M = (b₃ × b₂)/(a₃ × a₂) B₁ (· × A₂) + (b₁ × b₃)/(a₁ × a₃) B₂ (A₁ × ·), normalised.
 *
 * @throws RangeError if two points of a triple are the same, a point is not a number, or the triples go opposite ways
 * round, which takes a reflection
 */
export function threeToThree(from: Three<number>, to: Three<number>): Psl2r {
  if (around('first', from) !== around('second', to)) {
    throw new RangeError(
      'threeToThree: the triples go opposite ways round the boundary: it takes a reflection, which is not in PSL(2,R)',
    )
  }
  const [a1, a2, a3] = from
  const [b1, b2, b3] = to
  const [p1, q1] = lift(a1)
  const [p2, q2] = lift(a2)
  const [r1, s1] = lift(b1)
  const [r2, s2] = lift(b2)
  const k = cross(b3, b2) / cross(a3, a2)
  const l = cross(b1, b3) / cross(a1, a3)
  return element(
    k * r1 * q2 - l * r2 * q1,
    l * r2 * p1 - k * r1 * p2,
    k * s1 * q2 - l * s2 * q1,
    l * s2 * p1 - k * s1 * p2,
  )
}

/**
 * The element that takes two points of the plane to two others at the same distance: the first to the first, the second in
 * the direction of the second, and so as near to it as the distances are.
 *
 * @throws RangeError if the distances differ by more than {@link equalWithin}, with both of them; if the two points
 * coincide, which leaves the turn open; unless all are in the half-plane
 */
export function twoToTwo(from: readonly [Point, Point], to: readonly [Point, Point]): Psl2r {
  const [before, after] = [dist(...from[0], ...from[1]), dist(...to[0], ...to[1])]
  requireEqual('twoToTwo', before, after)
  if (before === 0 || after === 0) {
    throw new RangeError('twoToTwo: the two points coincide, so they do not say how to turn')
  }
  return frameToFrame(...from[0], direction(...from[0], ...from[1]), ...to[0], direction(...to[0], ...to[1]))
}

/**
 * The element that takes three points of the plane to three others with the same mutual distances. Two points
 * determine it already, here the two that are farthest apart; the third only says whether it takes a reflection.
 *
 * @throws RangeError if two of the mutual distances differ, naming the points and both distances; if the triangles
 * go opposite ways round; if all points coincide
 */
export function threePointsToThree(from: Three<Point>, to: Three<Point>): Psl2r {
  const sides = (
    [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const
  ).map(([j, k]) => {
    const [before, after] = [dist(...from[j], ...from[k]), dist(...to[j], ...to[k])]
    requireEqual('threePointsToThree', before, after, ` between points ${j + 1} and ${k + 1}`)
    return { j, k, before }
  })
  const { j, k, before } = sides.reduce((longest, side) => (side.before > longest.before ? side : longest))
  if (before === 0)
    throw new RangeError('threePointsToThree: the points coincide, so they do not say how to turn')
  const third = (3 - j - k) as 0 | 1 | 2
  const g = twoToTwo([from[j], from[k]], [to[j], to[k]])
  const aside = signedDistance(...from[third], ...idealEnds(...from[j], ...from[k]))
  const asideAfter = signedDistance(...to[third], ...idealEnds(...to[j], ...to[k]))
  // Near the line, sides that are equal within the tolerance leave the third point free by its root.
  const blur = Math.sqrt(equalWithin * (1 + before))
  if (aside * asideAfter < 0 && Math.abs(aside - asideAfter) > 2 * blur) {
    throw new RangeError(
      'threePointsToThree: the triangles go opposite ways round: it takes a reflection, which is not in PSL(2,R)',
    )
  }
  return g
}

function requireEqual(name: string, before: number, after: number, where = ''): void {
  if (Math.abs(before - after) <= equalWithin * (1 + before)) return
  throw new RangeError(`${name}: the distances${where} must be equal, got ${before} and ${after}`)
}

/** 1 if the points go up the line, that is counterclockwise round the half-plane, after a cyclic change; else -1. */
function around(which: string, [a, b, c]: Three<number>): 1 | -1 {
  for (const [j, k] of [
    [a, b],
    [b, c],
    [c, a],
  ] as const) {
    if (Number.isNaN(j)) throw new RangeError(`threeToThree: a point of the ${which} triple is not a number`)
    if (cross(j, k) === 0) {
      throw new RangeError(`threeToThree: two points of the ${which} triple are the same, ${shown(j)}`)
    }
  }
  return Math.sign(cross(a, b)) * Math.sign(cross(b, c)) * Math.sign(cross(c, a)) > 0 ? 1 : -1
}

/** The determinant of two lifts: 0 where the points are the same. */
function cross(e: number, f: number): number {
  const [isE, isF] = [Math.abs(e) === Infinity, Math.abs(f) === Infinity]
  if (isE || isF) return Number(isE) - Number(isF)
  return e - f
}

function lift(point: number): [number, number] {
  return Number.isFinite(point) ? [point, 1] : [1, 0]
}

function shown(point: number): string {
  return Number.isFinite(point) ? String(point) : '∞'
}
