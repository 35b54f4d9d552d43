import { threeToThree, twoToTwo } from '../math/pointsToPoints'
import { actPoint, type Psl2r } from '../math/psl2r'
import { direction, dist, expMap } from '../math/upperHalfPlane'
import type { Point } from './document'
import { parseNumber } from './number'
import { problem, type Problem } from './problem'

/** Points and where they are to go: three of the boundary (±Infinity is ∞), or two of the plane at equal distance. */
export type PointPairs = ThreePairs | TwoPairs

export interface ThreePairs {
  readonly kind: 'three'
  readonly from: readonly [number, number, number]
  readonly to: readonly [number, number, number]
  /** Another point of the boundary, to watch its cross-ratio with the three. */
  readonly fourth: number
}

export interface TwoPairs {
  readonly kind: 'two'
  readonly from: readonly [Point, Point]
  readonly to: readonly [Point, Point]
}

/** The element that takes the points to their images, or why there is none. */
export function elementOfPairs(pairs: PointPairs): Psl2r | Problem {
  try {
    return pairs.kind === 'three' ? threeToThree(pairs.from, pairs.to) : twoToTwo(pairs.from, pairs.to)
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message.replace(/^\w+: /, ''))
    throw error
  }
}

/** Where an element takes a boundary point. */
export function imageOfEnd([a, b, c, d]: Psl2r, end: number): number {
  const image = Number.isFinite(end) ? (a * end + b) / (c * end + d) : a / c
  return Number.isFinite(image) ? image + 0 : Infinity
}

/** The same points with the images that an element gives them. */
export function withImages(pairs: PointPairs, g: Psl2r): PointPairs {
  if (pairs.kind === 'three') {
    const [p, q, r] = pairs.from
    return { ...pairs, to: [imageOfEnd(g, p), imageOfEnd(g, q), imageOfEnd(g, r)] }
  }
  const [z, w] = pairs.from
  return { ...pairs, to: [actPoint(g, ...z), actPoint(g, ...w)] }
}

/** The same points with one of them, or of their images, at another place. */
export function withPair(
  pairs: PointPairs,
  side: 'from' | 'to',
  n: number,
  place: number | Point,
): PointPairs {
  return { ...pairs, [side]: (pairs[side] as readonly unknown[]).with(n, place) }
}

const out = new Float64Array(2)

/** The point at the distance of the two points from the image of the first, in the direction of a place. */
export function atDistance({ from, to: [centre] }: TwoPairs, place: Point): Point {
  const size = dist(...from[0], ...from[1]) * centre[1]
  const angle = direction(...centre, ...place)
  expMap(centre[0], centre[1], size * Math.cos(angle), size * Math.sin(angle), out)
  return [out[0]!, out[1]!]
}

/** A boundary point as a person writes it: a number, or ∞, inf, oo. */
export function parseEnd(text: string): number | Problem {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^[-+−]\s*/, '')
  return ['∞', 'oo', 'inf', 'infinity'].includes(word) ? Infinity : parseNumber(text)
}
