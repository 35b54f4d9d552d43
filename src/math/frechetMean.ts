import { dist, expMap, logMap, pointAlong, requireHeights } from './upperHalfPlane'

/** The mean, the Newton steps taken, and the length of what is left of the gradient there. */
export interface FrechetMean {
  readonly x: number
  readonly y: number
  readonly steps: number
  readonly gradient: number
}

const maxSteps = 100
/** A mean that rounding moves by more than this is not one. */
const coarsest = 1e-6

/**
 * The Fréchet mean of points z_j: the one point z at which (1/2n) Σ ρ²(z, z_j) is smallest, and so the one with
 * Σ log_z z_j = 0. Equivariant: the mean of gz_j is g of the mean.
 *
 * Newton's method with the Hessian in closed form, 1 towards z_j and ρ coth ρ across, from the mean of each point
 * with the mean so far; a step is halved until the gradient is shorter. The Hessian is at least 1, so the result is
 * within `gradient` of the mean, and no start is bad. Converged when gradient ≤ 32ε(1 + r)(1 + |x|/y), r the largest
 * ρ(z, z_j): what rounding of z and of the sum leaves of it.
 *
 * @param points (n, 2) row-major, [x, y] per point
 * @throws RangeError if there is no point, one is outside the half-plane or not finite, if the mean is where rounding
 * moves it by more than 1e-6, or if it does not converge, saying how far it came
 * @see Karcher, Riemannian center of mass and mollifier smoothing (1977), for existence and the gradient
 */
export function frechetMean(points: Float64Array): FrechetMean {
  check(points)
  let [x, y] = meanSoFar(points)
  let here = slopes(points, x, y)
  let steps = 0
  while (here.length > here.rounding && steps < maxSteps) {
    const determinant = here.xx * here.yy - here.xy * here.xy
    const p = (here.yy * here.p - here.xy * here.q) / determinant
    const q = (here.xx * here.q - here.xy * here.p) / determinant
    const next = shorter(points, x, y, p, q, here.length)
    if (!next) break
    ;({ x, y, here } = next)
    steps++
  }
  if (here.rounding > coarsest) {
    throw new RangeError(
      `frechetMean: the mean is near x = ${x}, y = ${y}, where float64 is too coarse to tell it`,
    )
  }
  if (here.length <= here.rounding) return { x, y, steps, gradient: here.length }
  throw new RangeError(
    `frechetMean: no convergence: after ${steps} steps the gradient is ${here.length.toExponential(1)}, ` +
      `where rounding would leave ${here.rounding.toExponential(1)}`,
  )
}

function check(points: Float64Array): void {
  if (points.length === 0) throw new RangeError('frechetMean: there is no point to take the mean of')
  for (let n = 0; n < points.length; n += 2) {
    requireHeights('frechetMean', points[n + 1]!)
    if (!Number.isFinite(points[n]) || points[n + 1] === Infinity) {
      throw new RangeError(`frechetMean: point ${n / 2 + 1} is not finite`)
    }
  }
}

/** m_k a k-th of the way from m_(k-1) to z_k: the mean itself of two points, and never far off. */
function meanSoFar(points: Float64Array): [x: number, y: number] {
  const mean = points.slice(0, 2)
  for (let n = 2; n < points.length; n += 2) {
    const to = [points[n]!, points[n + 1]!] as const
    const rho = dist(mean[0]!, mean[1]!, ...to)
    pointAlong(mean[0]!, mean[1]!, ...to, rho / (n / 2 + 1), mean)
  }
  return [mean[0]!, mean[1]!]
}

/** In the orthonormal frame at z: (p, q), minus the gradient, its length, and the Hessian. */
function slopes(points: Float64Array, x: number, y: number) {
  const n = points.length / 2
  const log = new Float64Array(2)
  let [p, q, xx, xy, yy, largest] = [0, 0, 0, 0, 0, 0]
  for (let k = 0; k < points.length; k += 2) {
    logMap(x, y, points[k]!, points[k + 1]!, log)
    const a = log[0]! / y
    const b = log[1]! / y
    const rho = Math.sqrt(a * a + b * b)
    const across = rho === 0 ? 1 : rho / Math.tanh(rho)
    // (1 - ρ coth ρ)/ρ² tends to -1/3; near 0 its size does not matter, for a² + b² is then nothing.
    const along = rho < 1e-4 ? -1 / 3 : (1 - across) / (rho * rho)
    p += a / n
    q += b / n
    xx += (across + along * a * a) / n
    xy += (along * a * b) / n
    yy += (across + along * b * b) / n
    largest = Math.max(largest, rho)
  }
  const rounding = 32 * Number.EPSILON * (1 + largest) * (1 + Math.abs(x) / y)
  return { p, q, xx, xy, yy, length: Math.sqrt(p * p + q * q), rounding }
}

/** The first of z + step, z + step/2, … with a shorter gradient; undefined if there is none. */
function shorter(points: Float64Array, x: number, y: number, p: number, q: number, length: number) {
  const to = new Float64Array(2)
  for (let part = 1; part > 1e-6; part /= 2) {
    expMap(x, y, part * p * y, part * q * y, to)
    const [u, v] = [to[0]!, to[1]!]
    if (!(v > 0 && v < Infinity && Number.isFinite(u))) continue
    const here = slopes(points, u, v)
    if (here.length < length) return { x: u, y: v, here }
  }
  return undefined
}
