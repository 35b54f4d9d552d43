import type { Document } from '../document/document'
import type { BetaRule } from '../learning/beta'
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
  /** Of log β or log γ, where they are learned; undefined: as the others. */
  readonly learningRateOfBeta: number | undefined
  /** In [0, 1); gradient descent has none. */
  readonly momentum: number
  /** λ of the penalty λ/2 Σ d(o, z)² */
  readonly weightDecay: number
  readonly schedule: 'cosine' | 'constant'
  /** Steps in which the learning rate falls along a cosine to a hundredth. */
  readonly stepsOfCosine: number
  /** A run pauses by itself after each so many steps. */
  readonly stepsOfRun: number
  readonly pace: Pace
}

/** Another model for the task of a document, as a control: with scores that are a dot product, or on the line. */
export interface Control {
  readonly geometry: 'dot' | 'line'
  /** h, numbers a token in each table */
  readonly inner: number
  readonly rule: BetaRule
  /** Of its start. */
  readonly seed: number
}

/** Main thread → worker. `run` numbers the runs: what belongs to an older one is dropped. */
export type TrainingRequest =
  | {
      readonly kind: 'begin'
      readonly run: number
      readonly document: Document
      /** Trained in place of the model that the document holds. */
      readonly control?: Control
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

/** What is looked at now and then, because it costs more than a step. */
export interface Measured {
  readonly step: number
  /** Held out. */
  readonly loss: number
  readonly accuracy: Losses
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
  /** Of the gradients of these states, in the coordinates as stored and in the metric. */
  readonly euclideanNorms: Float64Array
  readonly riemannianNorms: Float64Array
  /** Of some states since `from`. */
  readonly heldOut: readonly Measured[]
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
