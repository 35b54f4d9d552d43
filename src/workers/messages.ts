import type { Document } from '../document/document'
import type { EqualTerms } from '../math/exactly'
import type { Equivalents } from '../math/equivalents'
import type { PlaneQuestion } from '../document/planes'
import type { Problem } from '../document/problem'

/** Main thread → worker. `id` increases; a reply to any but the last request is dropped. */
export interface Request {
  readonly kind: 'exact' | 'equivalents' | 'plane'
  readonly id: number
  readonly document: Document
  /** Which plane, for a 'plane'. */
  readonly plane?: PlaneQuestion
}

/** Worker → main thread. */
export type Reply =
  | { readonly kind: 'exact'; readonly id: number; readonly terms: EqualTerms }
  | {
      readonly kind: 'equivalents'
      readonly id: number
      readonly found: Equivalents | Problem
      readonly elapsedMs: number
    }
  | { readonly kind: 'plane'; readonly id: number; readonly values: Float64Array }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }
