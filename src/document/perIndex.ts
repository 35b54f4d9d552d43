import { isReflected } from './acting'
import type { Document } from './document'
import { elementAt, elementList, identityElement } from './element'

type Group = Pick<Document, 'element' | 'reflected' | 'word'>

/** One element for each inner index, all of them the one for all; a word is of one element, so it ends. */
export function onePerIndex(document: Document): Group {
  const list = elementList(document) ?? document.b.map(() => elementAt(document, 0))
  return { element: list, reflected: document.b.map((_, i) => isReflected(document, i)), word: [] }
}

/** One element for all: the one that this inner index has. */
export function oneForAll(document: Document, inner: number): Group {
  const word = elementList(document) ? [] : document.word
  return { element: elementAt(document, inner), reflected: isReflected(document, inner), word }
}

/** Every inner index at the identity, and no mirror; a list stays a list. */
export function allAtIdentity(document: Document): Group {
  const identity = identityElement(document.space)
  const isList = elementList(document) !== undefined
  return {
    element: isList ? document.b.map(() => identity) : identity,
    reflected: isList ? document.b.map(() => false) : false,
    word: [],
  }
}
