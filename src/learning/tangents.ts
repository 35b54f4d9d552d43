import { frechetMean } from '../math/frechetMean'
import { turn, type Psl2r } from '../math/psl2r'
import { halfPlane, line, type Space } from '../math/space'
import { expMap } from '../math/upperHalfPlane'

/**
 * Directions at points of a space, as numbers: in the half-plane (p, q) in the orthonormal frame y(∂x, ∂y) at the
 * point, on the line one number. Points and directions are packed alike; n is where one begins.
 */
export interface Tangents<G> {
  readonly space: Space<G>
  /** The barycentre: the Fréchet mean, on the line the mean. @throws RangeError as `frechetMean` */
  readonly mean: (points: Float64Array) => readonly number[]
  /** Carries the direction at a point z by g to gz: the frame at gz is that at z, turned. In place. */
  readonly push: (g: G, points: Float64Array, n: number, directions: Float64Array) => void
  /** exp_z(v): where the geodesic in direction v is after its length. */
  readonly shoot: (points: Float64Array, directions: Float64Array, n: number, out: Float64Array) => void
  /** Plain addition in (x, log y), the coordinates in which any sum is a point; on the line in x. */
  readonly add: (points: Float64Array, directions: Float64Array, n: number, out: Float64Array) => void
  /** x² + log² y, or x². */
  readonly norm2: (points: Float64Array, n: number) => number
}

const reached = new Float64Array(2)

export const halfPlaneTangents: Tangents<Psl2r> = {
  space: halfPlane,
  mean: (points) => {
    const { x, y } = frechetMean(points)
    return [x, y]
  },
  push: (g, points, n, directions) => {
    const angle = turn(g, points[n]!, points[n + 1]!)
    const cosine = Math.cos(angle)
    const sine = Math.sin(angle)
    const across = directions[n]!
    const up = directions[n + 1]!
    directions[n] = cosine * across - sine * up
    directions[n + 1] = sine * across + cosine * up
  },
  shoot: (points, directions, n, out) => {
    const y = points[n + 1]!
    expMap(points[n]!, y, y * directions[n]!, y * directions[n + 1]!, reached)
    out[n] = reached[0]!
    out[n + 1] = reached[1]!
  },
  add: (points, directions, n, out) => {
    out[n] = points[n]! + directions[n]!
    out[n + 1] = points[n + 1]! * Math.exp(directions[n + 1]!)
  },
  norm2: (points, n) => points[n]! ** 2 + Math.log(points[n + 1]!) ** 2,
}

const addOnLine: Tangents<number>['add'] = (points, directions, n, out) => {
  out[n] = points[n]! + directions[n]!
}

export const lineTangents: Tangents<number> = {
  space: line,
  mean: (points) => [points.reduce((sum, x) => sum + x, 0) / points.length],
  push: () => undefined,
  shoot: addOnLine,
  add: addOnLine,
  norm2: (points, n) => points[n]! ** 2,
}
