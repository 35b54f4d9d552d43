import type { ModelName } from '../../document/view'

/** A place of the canvas in world coordinates: CSS pixels from the left, and up from the floor of the viewport. */
export type Place = readonly [X: number, Y: number]

/** Any shape of points in the half-plane, x + iy with y > 0. */
export type PlanePoint = readonly [x: number, y: number]

/**
 * How a model of the hyperbolic plane lies on the canvas. Everything outside the charts speaks of points of the
 * half-plane; a chart says where they are seen, and what is under the pointer.
 */
export interface Chart {
  /** Which model; 'passage' on the way from one to another. */
  readonly name: ModelName | 'passage'
  /**
   * Real parts and heights are first brought to the size of the window: x ↦ scale · x + shift, y ↦ scale · y. The
   * half-plane is drawn in these numbers as they are; the other models are made of them.
   */
  readonly scale: number
  readonly shift: number
  /** Where a point is seen. @param out (2), returned */
  place: (x: number, y: number, out: Float64Array) => Float64Array
  /**
   * The point that is seen at a place. Beyond the rim the formula goes on: y ≤ 0 there (the height of the
   * mirror image below the real line), or 0 where it has none.
   */
  pointAt: (X: number, Y: number) => PlanePoint
  /** Where a boundary point is seen; ∞ has a parking spot in every model. */
  placeOfEnd: (x: number) => Place
  /** The boundary point that is nearest to a place; Infinity near the spot of ∞. */
  endAt: (X: number, Y: number) => number
  /** Whether curves are cut off at a point, which lies beyond what is shown of an endless model. */
  readonly cuts?: (x: number, y: number) => boolean
  /** Whether a place shows a point of the plane. */
  shows: (X: number, Y: number) => boolean
}

/** Whether world coordinates are those of the half-plane itself, up to scale. */
export const isHalfPlane = ({ name }: Chart): boolean => name === 'halfPlane'

/** The point at a place, the nearest one a little inside the rim where there is none. */
export function insideAt(chart: Chart, X: number, Y: number): PlanePoint {
  const [x, y] = chart.pointAt(X, Y)
  const least = chart.name === 'halfPlane' ? 0.5 / chart.scale : 1e-3 / chart.scale
  return [x, y >= least ? y : least]
}

const out = new Float64Array(2)

export function placeOf(chart: Chart, x: number, y: number): Place {
  chart.place(x, y, out)
  return [out[0]!, out[1]!]
}

/** Packed points of the half-plane to world places; out may alias z. */
export function placeAll(chart: Chart, z: Float64Array, to: Float64Array): Float64Array {
  for (let n = 0; n < z.length; n += 2) {
    chart.place(z[n]!, z[n + 1]!, out)
    to[n] = out[0]!
    to[n + 1] = out[1]!
  }
  return to
}

/** Part of the height at which derivatives of a chart are taken. */
const smallStep = 1e-4

/** The derivative of `place` at a point in orthonormal directions: pixels for a unit of hyperbolic length. */
export function differential(chart: Chart, x: number, y: number): readonly [number, number, number, number] {
  const [right, left] = [placeOf(chart, x + smallStep * y, y), placeOf(chart, x - smallStep * y, y)]
  const [up, down] = [placeOf(chart, x, y * (1 + smallStep)), placeOf(chart, x, y * (1 - smallStep))]
  const each = 1 / (2 * smallStep)
  return [
    (right[0] - left[0]) * each,
    (up[0] - down[0]) * each,
    (right[1] - left[1]) * each,
    (up[1] - down[1]) * each,
  ]
}

/** Pixels for a unit of hyperbolic length at a point, in the direction in which there are fewest. */
export function pixelsPerLength(chart: Chart, x: number, y: number): number {
  const [a, b, c, d] = differential(chart, x, y)
  const half = (a * a + b * b + c * c + d * d) / 2
  const det = a * d - b * c
  return Math.sqrt(Math.max(0, half - Math.sqrt(Math.max(0, half * half - det * det))))
}

/** The angle in the half-plane of a direction that is seen at a point as (dX, dY). */
export function angleSeenAs(chart: Chart, x: number, y: number, dX: number, dY: number): number {
  const [a, b, c, d] = differential(chart, x, y)
  const sign = a * d - b * c < 0 ? -1 : 1
  return Math.atan2(sign * (a * dY - c * dX), sign * (d * dX - b * dY))
}

/** The direction in which a direction of the half-plane is seen: a unit vector of the canvas. */
export function directionSeen(chart: Chart, x: number, y: number, angle: number): Place {
  const [a, b, c, d] = differential(chart, x, y)
  const [dX, dY] = [a * Math.cos(angle) + b * Math.sin(angle), c * Math.cos(angle) + d * Math.sin(angle)]
  const length = Math.sqrt(dX * dX + dY * dY)
  return length > 0 ? [dX / length, dY / length] : [0, 1]
}
