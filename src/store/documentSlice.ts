import type { StateCreator } from 'zustand'
import type { Document } from '../document/document'
import { defaultDocument } from '../document/presets'
import type { AppState } from './store'

/** The document, and the verbs that replace it. What follows from it is in document/derive.ts. */
export interface DocumentSlice {
  document: Document
  /** Changes some fields; one undo step, or part of the gesture that is going on. */
  edit: (change: Partial<Document>) => void
  /** Opens another document; one undo step. */
  open: (document: Document) => void
}

export const createDocumentSlice: StateCreator<AppState, [], [], DocumentSlice> = (set) => ({
  document: defaultDocument,
  edit: (change) => set((state) => ({ document: { ...state.document, ...change } })),
  open: (document) => set({ document }),
})
