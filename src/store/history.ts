import { useStore } from 'zustand'
import type { Document } from '../document/document'
import { store } from './store'

/**
 * Undo and redo. A gesture is one step: the store records the state from before its first edit only;
 * cancelling it puts that state, and the steps that could be redone, back. The time t is no part of it: it stays
 * what it is, so that a flow goes on.
 */
const past = store.temporal

export const undo = () => keepingTime(past.getState().undo)
export const redo = () => keepingTime(past.getState().redo)
export const useCanUndo = () => useStore(past, (state) => state.pastStates.length > 0)
export const useCanRedo = () => useStore(past, (state) => state.futureStates.length > 0)

let start: { document: Document; future: { document?: Document }[] } | undefined

function keepingTime(step: () => void): void {
  const { time } = store.getState().document
  step()
  const { document, edit } = store.getState()
  if (document.time !== time) edit({ time })
}

/** The document from before the gesture that is going on, at the present time. */
export function gestureStart(): Document {
  const { document } = store.getState()
  if (!start) return document
  return start.document.time === document.time ? start.document : { ...start.document, time: document.time }
}

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
  const { future } = start
  const isRecorded = store.getState().gesture === 'recorded'
  endGesture()
  if (!isRecorded) return
  undo()
  past.setState({ futureStates: future })
}
