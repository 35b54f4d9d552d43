import type { Element, Matrix2 } from '../document/document'
import {
  checkElement,
  elementAt,
  elementCoordinates,
  elementMatrix,
  identityElement,
  isIwasawa,
} from '../document/element'
import { withElement } from '../document/moves'
import type { Problem } from '../document/problem'
import { store } from '../store/store'

/** Gives the element that is being edited a new value, or says why not. */
export function setElement(next: Element): Problem | undefined {
  const { document, column, edit } = store.getState()
  const refused = checkElement(next, document.space)
  if (refused) return refused
  edit({ element: withElement(document, column, next) })
  return undefined
}

export function setCoordinate(name: 'x' | 't' | 'theta', value: number): Problem | undefined {
  const { document, column } = store.getState()
  return setElement({ ...elementCoordinates(elementAt(document, column)), [name]: value })
}

export function setMatrixEntry(index: number, value: number): Problem | undefined {
  const { document, column } = store.getState()
  const next = matrixShown(elementAt(document, column)).map((x, i) => (i === index ? value : x))
  return setElement(next as unknown as Matrix2)
}

export const resetElement = () => setElement(identityElement(store.getState().document.space))

/** The 2×2 that is shown: as it was typed, or the one of the coordinates. */
export function matrixShown(held: Element): Matrix2 {
  return typeof held === 'number' || isIwasawa(held) ? elementMatrix(held) : held
}

/** One element for each inner index, all equal to the one for all; or the first of them for all again. */
export function setElementPerIndex(isList: boolean): void {
  const { document, edit, set } = store.getState()
  const first = elementAt(document, 0)
  set({ column: 0 })
  edit({ element: isList ? document.b.map(() => first) : first })
}
