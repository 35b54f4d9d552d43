import type { StateCreator } from 'zustand'
import { defaultView, type View } from '../document/view'
import type { AppState } from './store'

/** How the document is looked at. The view never changes g and is no part of the history. */
export interface ViewSlice {
  view: View
  look: (change: Partial<View>) => void
}

export const createViewSlice: StateCreator<AppState, [], [], ViewSlice> = (set) => ({
  view: defaultView,
  look: (change) => set((state) => ({ view: { ...state.view, ...change } })),
})
