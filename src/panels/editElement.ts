import type { Element, Iwasawa, Matrix2 } from '../document/document'
import {
  checkElement,
  elementAt,
  elementCoordinates,
  elementMatrix,
  identityElement,
  isIwasawa,
} from '../document/element'
import { withElement } from '../document/moves'
import { isProblem, type Problem } from '../document/problem'
import { store } from '../store/store'
import { editElement } from '../store/telling'

/** Gives the element that is being edited a new value, or says why not. */
export function setElement(next: Element): Problem | undefined {
  const { document, column } = store.getState()
  return checkElement(next, document.space) ?? editElement({ element: withElement(document, column, next) })
}

export function setCoordinate(name: 'x' | 't' | 'theta', value: number): Problem | undefined {
  const { document, column } = store.getState()
  return setElement({ ...coordinatesShown(elementAt(document, column)), [name]: value })
}

let typed: { readonly of: Element; readonly entries: readonly (number | undefined)[] } | undefined

/**
 * Entries that were refused alone may do together: 2 1 1 1 typed one by one over another matrix passes
 * through determinants below 0. So each stays wanted until the element has changed or it is given up.
 */
export function setMatrixEntry(index: number, value: number | undefined): Problem | undefined {
  const { document, column } = store.getState()
  const held = elementAt(document, column)
  const before = typed?.of === held ? typed.entries : []
  const entries = [0, 1, 2, 3].map((i) => (i === index ? value : before[i]))
  typed = { of: held, entries }
  if (value === undefined) return undefined
  return setElement(matrixShown(held).map((x, i) => entries[i] ?? x) as unknown as Matrix2)
}

/** The element that is being edited is the identity again, without a mirror and a word. */
export function resetElement(): void {
  const { document, column, edit } = store.getState()
  const { reflected } = document
  edit({
    element: withElement(document, column, identityElement(document.space)),
    reflected: typeof reflected === 'boolean' ? false : reflected.with(column, false),
    word: [],
    time: 1,
  })
}

/** The coordinates that are shown: as they are held, or those of the 2×2 with θ nearest to 0. */
export function coordinatesShown(held: Element): Iwasawa {
  const { x, t, theta } = elementCoordinates(held)
  return isIwasawa(held) ? held : { x, t, theta: nearZero(theta) }
}

/** θ modulo π in [-π/2, π/2]: one whole turn of the plane. */
export function nearZero(theta: number): number {
  return theta - Math.PI * Math.round(theta / Math.PI)
}

/** The 2×2 that is shown: as it was typed, or the one of the coordinates. */
export function matrixShown(held: Element): Matrix2 {
  return typeof held === 'number' || isIwasawa(held) ? elementMatrix(held) : held
}

/** g becomes the element that brings the mean of all moved entries to i, or to 0 on the line. */
export async function centre(): Promise<void> {
  const { centreAtMean } = await import('../document/centre')
  const { document, edit, set } = store.getState()
  const centred = centreAtMean(document)
  if (isProblem(centred)) set({ notice: centred.problem })
  else edit({ element: centred.element, time: centred.time })
}
