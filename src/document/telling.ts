import { largestEntry, roundingOf } from './derive'
import type { Document } from './document'
import { problem, type Problem } from './problem'

/**
 * Why float64 cannot tell any more whether the model is the same: the rounding bound exceeds the product itself, and
 * would not if nothing moved. Smaller elements leave room for doubt before that, which the product panel says.
 */
export function checkTelling(document: Document): Problem | undefined {
  const { bound, atRest } = roundingOf(document)
  // The product of the largest models takes longer than all the rest of a link, and is hardly ever needed.
  if (bound <= 1) return undefined
  const largest = Math.max(1, largestEntry(document))
  if (bound <= largest || !(atRest <= largest)) return undefined
  return problem(
    `moves the points so far that float64 cannot tell what becomes of the product: the rounding bound, ` +
      `${bound.toPrecision(2)}, exceeds its largest entry, ${largest.toPrecision(3)}`,
  )
}
