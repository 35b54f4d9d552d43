import { dist } from './upperHalfPlane'

/**
 * Distance of two stored points, NaN where one of them is not in the half-plane: a moved point can underflow
 * to Im = 0 or overflow, and a drag must show that rather than throw.
 */
export function storedDist(x: number, y: number, u: number, v: number): number {
  return y > 0 && v > 0 ? dist(x, y, u, v) : NaN
}
