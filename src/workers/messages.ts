import type { Document } from '../document/document'
import type { EqualTerms } from '../math/exactly'

/** Main thread → worker. `id` increases; a reply to any but the last request is dropped. */
export interface Request {
  readonly kind: 'exact'
  readonly id: number
  readonly document: Document
}

/** Worker → main thread. */
export type Reply =
  | { readonly kind: 'exact'; readonly id: number; readonly terms: EqualTerms }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }
