import { countEqualTerms, type EqualTerms, type GivenElement } from '../math/exactly'
import { derive } from './derive'
import type { Document } from './document'
import { elementList } from './element'

/** How many terms of the product are exactly the same after the move, for the numbers that the document holds. */
export function exactTerms(document: Document): EqualTerms {
  const { base, size } = derive(document)
  const elements = elementList(document) ?? [document.element]
  return countEqualTerms(
    document.space,
    elements as readonly GivenElement[],
    base.a,
    base.b,
    document.move,
    size.rows,
    size.inner,
    size.columns,
  )
}
