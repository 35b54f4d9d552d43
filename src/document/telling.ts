import { halfPlane } from '../math/space'
import { actingElements } from './acting'
import { largestEntry, roundingOf } from './derive'
import type { Document } from './document'
import { elementMatrix } from './element'
import { problem, type Problem } from './problem'

/**
 * Why float64 cannot tell any more whether the model is the same: the rounding bound exceeds the product itself, and
 * would not if nothing moved. Smaller elements leave room for doubt before that, which the product panel says.
 */
export function checkTelling(document: Document): Problem | undefined {
  // The bounds and the product of the largest models take longer than all the rest of a link, and are hardly ever needed.
  if (atMost(document) <= 1) return undefined
  const { bound, atRest } = roundingOf(document)
  const largest = Math.max(1, largestEntry(document))
  if (bound <= largest || !(atRest <= largest)) return undefined
  return problem(
    `moves the points so far that float64 cannot tell what becomes of the product: the rounding bound, ` +
      `${bound.toPrecision(2)}, exceeds its largest entry, ${largest.toPrecision(3)}`,
  )
}

/** No rounding bound is larger: 2 ε times the inner size, the largest growth, and twice the largest size of a point. */
function atMost(document: Document): number {
  const { a, b } = document
  let farthest = 0
  for (const factor of [a, b])
    for (const row of factor)
      for (const entry of row)
        farthest = Math.max(
          farthest,
          typeof entry === 'number' ? Math.abs(entry) : (entry[0] ** 2 + entry[1] ** 2 + 1) / (2 * entry[1]),
        )
  const moved = actingElements(document).map((g) =>
    typeof g === 'number' ? Math.abs(g) + 2 * farthest : halfPlane.growth(elementMatrix(g)) * 2 * farthest,
  )
  return 2 * Number.EPSILON * b.length * moved.reduce((most, one) => Math.max(most, one), 0)
}
