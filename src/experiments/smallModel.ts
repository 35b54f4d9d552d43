import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { randomPoint, type Random } from '../math/random'

/** One column and as many rows: every point of A meets every point of B once. */
export interface SmallModel {
  readonly size: number
  /** (size, 1, 2), then (1, size, 2) */
  readonly points: Float64Array
  /** C*, (size, size): the model's own product, so that the fit is exact */
  readonly target: Float64Array
}

/** @param spread deviation of each point from i, hyperbolic length */
export function exactFit(next: Random, size: number, spread: number): SmallModel {
  const points = new Float64Array(4 * size)
  for (let n = 0; n < points.length; n += 2) points.set(randomPoint(next, spread), n)
  return { size, points, target: productOf(points, size) }
}

export const halvesOf = (points: Float64Array) =>
  [points.subarray(0, points.length / 2), points.subarray(points.length / 2)] as const

export function productOf(points: Float64Array, size: number): Float64Array {
  const [a, b] = halvesOf(points)
  return hyperbolicProduct(a, b, size, 1, size, new Float64Array(size * size))
}

/** mean (C - C*)²; NaN where a point has left the half-plane */
export function lossOf({ size, target }: SmallModel, points: Float64Array): number {
  const c = productOf(points, size)
  return c.reduce((sum, value, n) => sum + (value - target[n]!) ** 2, 0) / c.length
}
