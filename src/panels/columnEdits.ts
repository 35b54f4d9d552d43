import { allAtIdentity, oneForAll, onePerIndex } from '../document/perIndex'
import { moveInner } from '../document/permute'
import { store } from '../store/store'

/** One element for each inner index, or the one of the chosen inner index for all. */
export function setElementPerIndex(isList: boolean): void {
  const { document, column, edit } = store.getState()
  edit(isList ? onePerIndex(document) : oneForAll(document, column))
}

export function resetAll(): void {
  const { document, edit } = store.getState()
  edit(allAtIdentity(document))
}

/** The chosen inner index changes places with the one before or after it, and stays chosen. */
export function moveColumn(by: 1 | -1): void {
  const { document, column, edit, set } = store.getState()
  const next = moveInner(document, column, column + by)
  if (next === document) return
  edit(next)
  set({ column: column + by })
}
