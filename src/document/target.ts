import { random, randomPoint, normal } from '../math/random'
import { halfPlane, line } from '../math/space'
import type { Size, SpaceName, Target } from './document'

/**
 * The target C* of the loss, (rows, columns): the base product, the numbers that were frozen or typed,
 * or the product of seeded random factors of the same size, so that a model with loss 0 exists.
 */
export function targetProduct(
  target: Target,
  space: SpaceName,
  size: Size,
  base: Float64Array,
): Float64Array {
  if (target === 'base') return base
  if ('seed' in target) return randomProduct(target.seed, space, size)
  return Float64Array.from(target.flat())
}

function randomProduct(seed: number, space: SpaceName, { rows, inner, columns }: Size): Float64Array {
  const next = random(seed)
  const of = space === 'line' ? line : halfPlane
  const sample = (count: number) => {
    const entries = Array.from({ length: count }, () =>
      space === 'line' ? [normal(next)] : randomPoint(next),
    )
    return Float64Array.from(entries.flat())
  }
  const a = sample(rows * inner)
  const b = sample(inner * columns)
  return of.product(a, b, rows, inner, columns, new Float64Array(rows * columns))
}
