import { isReflected } from '../document/acting'
import type { Document, Element } from '../document/document'
import { elementList } from '../document/element'
import { isProblem, type Problem } from '../document/problem'
import { appended, factorsOf, withFactorDone } from '../document/word'
import {
  conjugated,
  inverted,
  withFactorMoved,
  withFactorReplaced,
  withoutFactor,
} from '../document/wordEdits'
import { store } from '../store/store'
import { editElement } from '../store/telling'

/** One step of undo, or the reason why there is none. */
function take(next: Document | Problem): Problem | undefined {
  if (isProblem(next)) return next
  return editElement({ element: next.element, word: next.word })
}

/** As {@link take}, where there is no field to say why under it. */
function press(next: Document | Problem): boolean {
  const refused = take(next)
  if (refused) store.getState().set({ notice: `Not done: ${refused.problem}.` })
  return !refused
}

const document = () => store.getState().document

export const apply = (h: Element) => take(appended(document(), h))
export const conjugate = (h: Element) => take(conjugated(document(), h))
export const replaceFactor = (n: number, h: Element) => take(withFactorReplaced(document(), n, h))
export const invert = () => press(inverted(document()))
export const removeFactor = (n: number) => press(withoutFactor(document(), n))

export function finishFactor(): void {
  const { word } = document()
  if (factorsOf(document()).length > word.length) press(withFactorDone(document()))
  else store.getState().set({ notice: 'Every factor is finished: the next drag begins a new one.' })
}

/** Returns whether it has another place now. */
export function moveFactor(from: number, to: number): boolean {
  const isThere = to >= 0 && to < factorsOf(document()).length
  return isThere && press(withFactorMoved(document(), from, to))
}

/** g stays what it is and is one factor again. */
export const resetWord = () => store.getState().edit({ word: [] })

/** The mirror comes before the element that is being edited, or no longer. */
export function setReflected(isSet: boolean): void {
  const { document, column, edit } = store.getState()
  const list = elementList(document)
  edit({ reflected: list ? list.map((_, i) => (i === column ? isSet : isReflected(document, i))) : isSet })
}
