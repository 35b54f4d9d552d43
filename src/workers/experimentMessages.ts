import type { Document } from '../document/document'
import type { ChosenExperiment } from '../document/experiments'
import type { Progress, Result } from '../experiments/record'

/** Main thread → worker: one experiment to a worker of its own, which is ended when nobody waits any more. */
export interface ExperimentRequest {
  readonly chosen: ChosenExperiment
  /** The model on the page. */
  readonly document: Document
}

/** Worker → main thread. */
export type ExperimentReply =
  | { readonly kind: 'progress'; readonly progress: Progress; readonly elapsedMs: number }
  | { readonly kind: 'done'; readonly result: Result; readonly elapsedMs: number }
  /** It cannot be made: a sentence. */
  | { readonly kind: 'refused'; readonly reason: string }
