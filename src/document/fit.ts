import { sizeOf, type Document, type Element } from './document'
import { elementList, identityElement } from './element'

/**
 * The document with every other field made to fit the size of its factors: selection and
 * free entry move inside, a list of elements is cut or filled with the identity, a frozen target of
 * another size gives way to the base product. Returns the same document when everything fits already.
 */
export function fit(document: Document): Document {
  const { rows, inner, columns } = sizeOf(document)
  const { selection, free, target } = document
  const factor = document[free.factor]
  const k = Math.min(selection[0], rows - 1)
  const l = Math.min(selection[1], columns - 1)
  const row = Math.min(free.row, factor.length - 1)
  const column = Math.min(free.column, factor[0]!.length - 1)
  const keepsTarget =
    typeof target === 'string' ||
    'seed' in target ||
    (target.length === rows && target[0]?.length === columns)
  const element = fitElement(document, inner)
  const isSame =
    k === selection[0] &&
    l === selection[1] &&
    row === free.row &&
    column === free.column &&
    keepsTarget &&
    element === document.element
  if (isSame) return document
  return {
    ...document,
    element,
    selection: [k, l],
    free: { factor: free.factor, row, column },
    target: keepsTarget ? target : 'base',
  }
}

function fitElement(document: Document, inner: number): Document['element'] {
  const list = elementList(document)
  if (list === undefined || list.length === inner) return document.element
  const identity = identityElement(document.space)
  return Array.from({ length: inner }, (_, i): Element => list[i] ?? identity)
}
