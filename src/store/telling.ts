import type { Document } from '../document/document'
import { fit } from '../document/fit'
import { problem, type Problem } from '../document/problem'
import { checkTelling } from '../document/telling'
import { store } from './store'

/** Changes what acts on the entries, or says why not and leaves it as it was. */
export function editElement(change: Partial<Document>): Problem | undefined {
  const { document, edit } = store.getState()
  const reason = checkTelling(fit({ ...document, ...change }))
  if (!reason) edit(change)
  return reason
}

/** As {@link editElement}, where there is no field to say why under it. */
export function holdElement(change: Partial<Document>): void {
  const reason = editElement(change)
  if (reason) store.getState().set({ notice: `Not done: this element ${reason.problem}.` })
}

/** Changes entries; not to where g would move them too far. */
export function editEntries(change: Pick<Document, 'a'> | Pick<Document, 'b'>): Problem | undefined {
  const reason = editElement(change)
  return reason && problem(`here g ${reason.problem}`)
}

/** As {@link editEntries}, where there is no field to say why under it. */
export function holdEntries(change: Pick<Document, 'a' | 'b'>): void {
  const reason = editEntries(change)
  if (reason) store.getState().set({ notice: `Not done: ${reason.problem}.` })
}
