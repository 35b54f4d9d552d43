/**
 * Loss of plain matrices: L = mean (C - C*)².
 *
 * @param c      a product, any shape
 * @param target C*, the same shape
 * @returns L ≥ 0, in squared units of the metric
 * @throws RangeError if the lengths differ or are 0
 */
export function meanSquare(c: Float64Array, target: Float64Array): number {
  if (c.length !== target.length || c.length === 0) {
    throw new RangeError(`meanSquare: ${c.length} products for ${target.length} targets`)
  }
  let sum = 0
  for (let n = 0; n < c.length; n++) {
    const residual = c[n]! - target[n]!
    sum += residual * residual
  }
  return sum / c.length
}
