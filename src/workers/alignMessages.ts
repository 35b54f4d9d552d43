import type { Model } from '../document/alignTo'
import type { Problem } from '../document/problem'
import type { Precision, SameAs } from '../document/sameAs'

/** Main thread → worker: one request to a worker of its own, which is ended when nobody waits any more. */
export interface SameRequest {
  readonly first: Model
  readonly second: Model
  readonly precision: Precision
}

/** Worker → main thread. `compared` counts comparisons of two inner indices; at most inner² are made. */
export type SameReply =
  | { readonly kind: 'comparing'; readonly compared: number }
  | { readonly kind: 'found'; readonly found: SameAs | Problem }
