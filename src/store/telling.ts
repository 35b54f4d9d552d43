import { derive } from '../document/derive'
import type { Document } from '../document/document'
import { fit } from '../document/fit'
import { problem, type Problem } from '../document/problem'
import { store } from './store'

/**
 * Why float64 cannot tell any more whether the model is the same: the rounding bound exceeds the product itself.
 * Smaller elements leave room for doubt before that, which the product panel says.
 */
export function checkTelling(document: Document): Problem | undefined {
  const { before, bound } = derive(document)
  const largest = before.reduce((most, c) => Math.max(most, c), 1)
  if (bound <= largest) return undefined
  return problem(
    `moves the points so far that float64 cannot tell what becomes of the product: the rounding bound, ` +
      `${bound.toPrecision(2)}, exceeds its largest entry, ${largest.toPrecision(3)}`,
  )
}

/** Changes what acts on the entries, or says why not and leaves it as it was. */
export function editElement(change: Partial<Document>): Problem | undefined {
  const { document, gesture, edit } = store.getState()
  if (gesture === 'none') {
    const reason = checkTelling(fit({ ...document, ...change }))
    if (!reason) edit(change)
    return reason
  }
  // In a drag what follows from the next document is computed once, for the picture and for this.
  edit(change)
  const reason = checkTelling(store.getState().document)
  if (reason) {
    const { element, reflected, word, time } = document
    edit({ element, reflected, word, time })
  }
  return reason
}

/** As {@link editElement}, where there is no field to say why under it. */
export function holdElement(change: Partial<Document>): void {
  const reason = editElement(change)
  if (reason) store.getState().set({ notice: `Not done: this element ${reason.problem}.` })
}
