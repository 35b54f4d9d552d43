/** The real line with d(x, u) = |x - u|, in the units of the coordinate; rounded once, relative error ε/2. */
export function dist(x: number, u: number): number {
  return Math.abs(x - u)
}

/**
 * Translation z ↦ z + α of packed numbers: error ε/2 · |z + α| each, so a distance changes by at most about
 * ε(|α| + |z|).
 *
 * @param z   (n)
 * @param out (n), may be z; returned
 */
export function translate(alpha: number, z: Float64Array, out: Float64Array): Float64Array {
  for (let i = 0; i < z.length; i++) out[i] = z[i]! + alpha
  return out
}
