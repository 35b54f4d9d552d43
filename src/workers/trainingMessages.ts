import type { Document } from '../document/document'
import type { Balance, Kept } from '../learning/conserved'

export type Method = 'adam' | 'momentum' | 'gradientDescent'
/** What steps of a point are taken in: the metric, or (x, y), or (x, log y). */
export type StepsIn = 'intrinsic' | 'xy' | 'xLogY'
/** Steps between two reports: few, some, or as many as there is time for. */
export type Pace = 'slow' | 'fast' | 'full'

export interface TrainingSettings {
  readonly method: Method
  readonly stepsIn: StepsIn
  readonly learningRate: number
  readonly pace: Pace
}

/** Steps after which a run pauses by itself; the learning rate has then fallen along a cosine to a hundredth. */
export const stepsOfRun = 1500

/** Main thread → worker. `run` numbers the runs: what belongs to an older one is dropped. */
export type TrainingRequest =
  | {
      readonly kind: 'begin'
      readonly run: number
      readonly document: Document
      readonly settings: TrainingSettings
    }
  | { readonly kind: 'run' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'step'; readonly steps: number }
  /** Back to the last checkpoint at or before that step; what came after is forgotten. */
  | { readonly kind: 'rewind'; readonly step: number }
  | { readonly kind: 'tune'; readonly settings: TrainingSettings }
  /** Other data, or another fixed β, from the next step on. */
  | { readonly kind: 'use'; readonly document: Document }

export interface Losses {
  readonly train: number
  readonly heldOut: number
}

export interface TrainingProgress {
  readonly kind: 'progress'
  readonly run: number
  /** Steps made. */
  readonly step: number
  readonly parameters: Float64Array
  /** Entry n is of the state after `from` + n steps; later ones that are known already are no longer true. */
  readonly from: number
  readonly losses: Float64Array
  /** Held-out losses of some states since `from`. */
  readonly heldOut: readonly { readonly step: number; readonly loss: number }[]
  readonly checkpoints: readonly { readonly step: number; readonly parameters: Float64Array }[]
  /** Of the state now. */
  readonly loss: Losses
  readonly accuracy: Losses
  /** Of the gradient of the last step, in the coordinates as stored and in the metric. */
  readonly euclideanNorm: number
  readonly riemannianNorm: number
  /** Of the steps since the last report; undefined if there was none. */
  readonly msPerStep: number | undefined
  /** It has paused by itself, at the end of its schedule. */
  readonly hasEnded: boolean
  /** Why no further step can be made. */
  readonly stopped: string | undefined
  /** Of a head: what all steps so far have done to Σ Re z and Σ |z|² of each inner index. */
  readonly conserved?: Conserved | undefined
}

export interface Conserved {
  /** What the methods that were used keep. */
  readonly kept: Kept
  /** One for each inner index. */
  readonly balances: readonly Balance[]
  /** Steps of a point that ended early, at a tenth of its height. */
  readonly shortened: number
}

/** Worker → main thread. */
export type TrainingReply =
  | TrainingProgress
  /** Settings or tables that are of no use; nothing has changed. */
  | { readonly kind: 'refused'; readonly run: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly run: number; readonly reason: string }
