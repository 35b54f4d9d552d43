import { countEqualTerms, type EqualTerms } from '../math/exactly'
import { actingElements } from './acting'
import { derive } from './derive'
import type { Document } from './document'

/**
 * How many terms of the product are exactly the same after the move, for the numbers that the document holds; at
 * t ≠ 1, for the float64 coordinates of gᵗ, as everywhere.
 */
export function exactTerms(document: Document): EqualTerms {
  const { base, source, size } = derive(document)
  return countEqualTerms(
    document.space,
    actingElements(document),
    base.a,
    base.b,
    document.move,
    size.rows,
    size.inner,
    size.columns,
    source.a,
    source.b,
  )
}
