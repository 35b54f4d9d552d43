import { portableExpAtI } from '../../math/portable'
import type { Labelled } from './labelled'

/** Rows as points: what a classifier is given. */
export interface Inputs {
  readonly count: number
  /** points a row */
  readonly inner: number
  /** (count, inner, stride) row-major */
  readonly points: Float64Array
  readonly labels: Int32Array
  readonly classes: readonly string[]
}

/** Largest length of a row that is a point of float64. */
const farthest = 700

/** 'polar': a row of two numbers is one point; 'columns': each number is one. */
export type Embedding = 'polar' | 'columns'

/**
 * Rows of numbers as points of the space.
 *
 *     half-plane, 'polar'     (p, q) ↦ exp_i(p, q): polar coordinates of the plane read as those about i
 *     half-plane, 'columns'   x ↦ x + i
 *     line                    x ↦ x, whatever the embedding
 *
 * @throws RangeError if 'polar' is asked of rows that are not pairs, or a row is too far out to be a point
 *   (beyond 700)
 */
export function embed(space: 'line' | 'halfPlane', embedding: Embedding, data: Labelled): Inputs {
  const { count, columns, values, labels, classes } = data
  const as = (inner: number, points: Float64Array): Inputs => ({ count, inner, points, labels, classes })
  if (space === 'line') return as(columns, values.slice())
  if (embedding === 'columns') {
    const points = new Float64Array(2 * values.length).fill(1)
    values.forEach((value, n) => (points[2 * n] = value))
    return as(columns, points)
  }
  if (columns !== 2) throw new RangeError(`polar coordinates need two columns, and there are ${columns}`)
  const points = new Float64Array(values.length)
  const out = new Float64Array(2)
  for (let n = 0; n < values.length; n += 2) {
    const p = values[n]!
    const q = values[n + 1]!
    if (!(p * p + q * q <= farthest * farthest)) {
      throw new RangeError(`row ${n / 2 + 1}, (${p}, ${q}), lies too far out for the half-plane`)
    }
    points.set(portableExpAtI(p, q, out), n)
  }
  return as(1, points)
}
