import type { StateCreator } from 'zustand'
import { defaultView, type View } from '../document/view'
import { fitWindow, type PlaneWindow } from '../document/window'
import { openingDocument } from '../document/presets'
import type { AppState } from './store'

/** How the document is looked at. The view never changes g and is no part of the history. */
export interface ViewSlice {
  view: View
  /**
   * The part of the plane that every picture shows. It stays while g moves, also when the view fits
   * everything: in a window that followed the model no shift could be seen.
   */
  window: PlaneWindow
  look: (change: Partial<Omit<View, 'fit' | 'centre' | 'height'>>) => void
  /** Show this part of the plane. */
  frame: (window: PlaneWindow) => void
  /** Show everything, base and moved, as it is now. */
  showAll: () => void
  /** The view of a link or a file. */
  setView: (view: View) => void
}

export const createViewSlice: StateCreator<AppState, [], [], ViewSlice> = (set) => ({
  view: defaultView,
  window: fitWindow(openingDocument),
  look: (change) => set(({ view }) => ({ view: { ...view, ...change } })),
  frame: (window) => set(({ view }) => ({ view: { ...view, ...window, fit: false }, window })),
  showAll: () =>
    set(({ view, document }) => ({
      view: { ...view, fit: true, magnification: 1 },
      window: fitWindow(document),
    })),
  setView: (view) =>
    set(({ document }) => ({
      view,
      window: view.fit ? fitWindow(document) : { centre: view.centre, height: view.height },
    })),
})
