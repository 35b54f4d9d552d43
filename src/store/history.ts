import { useStore } from 'zustand'
import type { Document } from '../document/document'
import { store } from './store'

/**
 * Undo and redo. A gesture is one step: the store records the state from before its first edit only;
 * cancelling it puts that state, and the steps that could be redone, back.
 */
const past = store.temporal

export const undo = () => past.getState().undo()
export const redo = () => past.getState().redo()
export const useCanUndo = () => useStore(past, (state) => state.pastStates.length > 0)
export const useCanRedo = () => useStore(past, (state) => state.futureStates.length > 0)

let start: { document: Document; future: { document?: Document }[] } | undefined

/** The document from before the gesture that is going on. */
export const gestureStart = (): Document => start?.document ?? store.getState().document

export function beginGesture(): void {
  endGesture()
  start = { document: store.getState().document, future: past.getState().futureStates }
  store.getState().set({ gesture: 'begun' })
}

export function endGesture(): void {
  if (!start) return
  start = undefined
  store.getState().set({ gesture: 'none' })
}

export function cancelGesture(): void {
  if (!start) return
  const { document, future } = start
  endGesture()
  if (store.getState().document === document) return
  undo()
  past.setState({ futureStates: future })
}
