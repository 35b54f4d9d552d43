import type { StateCreator } from 'zustand'
import { sizeOf, type Document } from '../document/document'
import type { TensorOrigin } from '../document/exportTensors'
import { ended, fit } from '../document/fit'
import { openingDocument } from '../document/presets'
import { fitWindow } from '../document/window'
import type { AppState } from './store'

/** The document, and the verbs that replace it. What follows from it is in document/derive.ts. */
export interface DocumentSlice {
  document: Document
  /** The tensors that the factors came from; undone and redone with the document, and no part of links or files. */
  origin: TensorOrigin | undefined
  /** The document that was opened last, as it was then: whatever differs from it is somebody's work. */
  opened: Document
  /** Changes some fields, and what must follow them; one undo step, or part of the gesture that is going on. */
  edit: (change: Partial<Document>) => void
  /** Opens another document, at rest; one undo step. */
  open: (document: Document, origin?: TensorOrigin) => void
}

export const createDocumentSlice: StateCreator<AppState, [], [], DocumentSlice> = (set) => ({
  document: openingDocument,
  origin: undefined,
  opened: openingDocument,
  edit: (change) =>
    set(({ document, view, window }) => {
      const next = fit({ ...document, ...change })
      const reshaped = next.space !== document.space || !sameSize(next, document)
      const end = reshaped && ended(document, next)
      return {
        document: next,
        window: reshaped && view.fit ? fitWindow(next) : window,
        ...(end && { notice: `${end}.`, noticeAction: undefined }),
      }
    }),
  open: (document, origin) =>
    set(({ view, document: { classifier } }) => ({
      document,
      origin,
      opened: document,
      playing: false,
      // The colours of a slice would lie under those of the classes.
      view: { ...view, fit: true, slice: view.slice && (!document.classifier || classifier !== null) },
      window: fitWindow(document),
    })),
})

function sameSize(a: Document, b: Document): boolean {
  const [p, q] = [sizeOf(a), sizeOf(b)]
  return p.rows === q.rows && p.inner === q.inner && p.columns === q.columns
}
