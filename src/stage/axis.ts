import { frameToFrame } from '../math/frames'
import { actPoint } from '../math/psl2r'
import { direction, dist, expMap, parallelTransport } from '../math/upperHalfPlane'
import type { Chart, PlanePoint } from './charts/chart'
import { rimHeight } from './charts/hyperboloid'

/** A geodesic by its two ends, with the point of it that is nearest to what is looked at as its origin. */
export interface Axis {
  readonly from: number
  readonly to: number
  /** The nearest point, and the direction of the geodesic there, towards `to`. */
  readonly foot: PlanePoint
  readonly angle: number
  /** So far from its foot it is drawn, in units of length. */
  readonly reach: number
}

/** Farther out than this an end is reached within a hundredth of a pixel. */
const farthest = 14
const out = new Float64Array(2)

/**
 * From a point the end x is seen in the direction 2 atan(x) - π/2; the nearest point lies halfway between the two ends,
 * at the distance whose angle of parallelism is half of that between them.
 */
export function axisOf(from: number, to: number, about: PlanePoint, chart: Chart): Axis {
  const towards = (end: number) => 2 * Math.atan((end - about[0]) / about[1]) - Math.PI / 2
  const half = (towards(to) - towards(from)) / 2
  const isFar = Math.abs(half) > Math.PI / 2
  const middle = towards(from) + half + (isFar ? Math.PI : 0)
  const away = -Math.log(Math.tan((isFar ? Math.PI - Math.abs(half) : Math.abs(half)) / 2))
  const [cos, sin] = [Math.cos(middle), Math.sin(middle)]
  const size = Math.max(away, 0) * about[1]
  expMap(about[0], about[1], size * cos, size * sin, out)
  const foot: PlanePoint = [out[0]!, out[1]!]
  const outwards = middle + parallelTransport(...about, ...foot)
  const isLeft = half > 0 !== isFar
  const reach = chart.name === 'hyperboloid' ? Math.acosh(Math.max(1, rimHeight / Math.cosh(away))) : farthest
  return { from, to, foot, angle: outwards + (isLeft ? Math.PI / 2 : -Math.PI / 2), reach }
}

/** The point at signed arclength s from the foot. */
export function alongAxis({ foot, angle }: Axis, s: number, to: Float64Array): Float64Array {
  const size = s * foot[1]
  return expMap(foot[0], foot[1], size * Math.cos(angle), size * Math.sin(angle), to)
}

/** The signed arclength of the point of the axis that is nearest to a point. */
export function lengthAlong({ foot, angle }: Axis, x: number, y: number): number {
  const [u, v] = actPoint(frameToFrame(...foot, angle, 0, 1, Math.PI / 2), x, y)
  return Math.log(Math.hypot(u, v))
}

/** The whole axis as a curve for `strokeCurve`, or a part of it. */
export const axisCurve =
  (axis: Axis, from = -axis.reach, to = axis.reach) =>
  (s: number, at: Float64Array): Float64Array =>
    alongAxis(axis, from + (to - from) * s, at)

/** The angle at a point by which one point must be turned to be seen where another one is. */
export function angleBetween(about: PlanePoint, from: PlanePoint, to: PlanePoint): number {
  if (dist(...about, ...from) === 0 || dist(...about, ...to) === 0) return 0
  const angle = direction(...about, ...to) - direction(...about, ...from)
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI))
}
