import type { Document, FreeEntry } from './document'
import { elementList } from './element'

/**
 * The document with its inner indices in another order: in place n comes what was in place order[n]. Columns of A and
 * rows of B go together, with their elements, mirrors and the free entry; the product is the same sum in another
 * order. A frozen target stays as it is.
 *
 * @param order a permutation of 0 … inner - 1
 */
export function permuteInner(document: Document, order: readonly number[]): Document {
  if (order.every((from, to) => from === to)) return document
  const { a, b, element, reflected, free } = document
  const inOrder = <T>(of: readonly T[]) => order.map((from) => of[from]!)
  const list = elementList(document)
  return {
    ...document,
    a: a.map(inOrder),
    b: inOrder(b),
    element: list ? inOrder(list) : element,
    reflected: typeof reflected === 'boolean' ? reflected : inOrder(reflected),
    free: freeIn(free, order),
  }
}

/** The inner index `from` comes to the place `to`, those between move up by one. The same document if there is no such place. */
export function moveInner(document: Document, from: number, to: number): Document {
  const order = document.b.map((_, i) => i)
  const isPlace = (i: number) => order[i] === i
  if (!isPlace(from) || !isPlace(to)) return document
  return permuteInner(document, order.toSpliced(from, 1).toSpliced(to, 0, from))
}

function freeIn(free: FreeEntry, order: readonly number[]): FreeEntry {
  return free.factor === 'a'
    ? { ...free, column: order.indexOf(free.column) }
    : { ...free, row: order.indexOf(free.row) }
}
