import type { Document } from '../../../src/document/document'
import { elementList, identityElement } from '../../../src/document/element'
import { fit } from '../../../src/document/fit'
import { checkTelling } from '../../../src/document/telling'

/** The same with g = 1 where float64 cannot tell about g beside such entries: no way in takes such an element. */
export function tellable(document: Document): Document {
  if (!checkTelling(document)) return document
  const identity = identityElement(document.space)
  return fit({ ...document, element: elementList(document)?.map(() => identity) ?? identity })
}
