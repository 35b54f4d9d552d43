import { temporal } from 'zundo'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Document } from '../document/document'
import { createDocumentSlice, type DocumentSlice } from './documentSlice'
import { createInterfaceSlice, type InterfaceSlice } from './interfaceSlice'
import { createViewSlice, type ViewSlice } from './viewSlice'

export type AppState = DocumentSlice & ViewSlice & InterfaceSlice
/** What undo and redo bring back: the document and where it came from, never the view. */
type Tracked = Pick<AppState, 'document' | 'origin'>

/** The one store of the page. */
export const store = createStore<AppState>()(
  temporal<AppState, [], [], Tracked>(
    (...of) => ({ ...createDocumentSlice(...of), ...createViewSlice(...of), ...createInterfaceSlice(...of) }),
    {
      partialize: ({ document, origin }) => ({ document, origin }),
      equality: (past, current) =>
        past.origin === current.origin && isSameButTime(past.document, current.document),
      handleSet: (record) => (past) => {
        const { gesture, set } = store.getState()
        if (gesture === 'recorded') return
        record(past)
        if (gesture === 'begun') set({ gesture: 'recorded' })
      },
    },
  ),
)

const subscribe = store.subscribe

/** A listener that fails leaves the others, and the change itself, alone; the page hears of it as of any uncaught error. */
store.subscribe = (listen) =>
  subscribe((state, before) => {
    try {
      listen(state, before)
    } catch (error) {
      queueMicrotask(() => {
        throw error
      })
    }
  })

/** A flow, which changes t in every frame, is no step to undo. */
function isSameButTime(past: Document, current: Document): boolean {
  if (past === current) return true
  const fields = Object.keys(current) as (keyof Document)[]
  return fields.every((field) => field === 'time' || past[field] === current[field])
}

/** Reads a part of the state in a component; the component renders when that part changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(store, select)
}

/** Calls `listen` with the new value whenever `select` gives another one, without rendering. */
export function watch<T>(select: (state: AppState) => T, listen: (value: T, before: T) => void): () => void {
  let value = select(store.getState())
  return store.subscribe((state) => {
    const next = select(state)
    if (Object.is(next, value)) return
    const before = value
    value = next
    listen(next, before)
  })
}
