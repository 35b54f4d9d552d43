import type { Document } from '../document/document'
import type { TwinMove } from '../document/twin'
import type { Method, StepsIn } from './trainingMessages'

export interface TwinSettings {
  readonly method: Method
  readonly stepsIn: StepsIn
  readonly learningRate: number
  /** To be made by each of the runs. */
  readonly steps: number
  /** What takes the model to its twin. */
  readonly move: TwinMove
  /** Of fresh parameters to start from; undefined: those of the document. */
  readonly seed: number | undefined
}

/** Main thread → worker. `run` numbers the comparisons: what belongs to an older one is dropped. */
export type TwinRequest =
  | {
      readonly kind: 'begin'
      readonly run: number
      readonly document: Document
      readonly settings: TwinSettings
    }
  | { readonly kind: 'run' }
  | { readonly kind: 'pause' }

export interface TwinProgress {
  readonly kind: 'progress'
  readonly run: number
  /** Steps made by each. */
  readonly step: number
  /** Training losses, entry n after n steps: of the model and of its twin. */
  readonly losses: Float64Array
  readonly twinLosses: Float64Array
  /** Entry n: the largest distance of a point of the model from its twin's, pulled back, after n steps. */
  readonly differences: Float64Array
  /** max |ΔC| of the two now. */
  readonly changeOfC: number
  /** The model with another learning rate, which takes the steps of a twin moved by z ↦ kz; its differences from that. */
  readonly slower:
    | {
        readonly k: number
        readonly learningRate: number
        readonly losses: Float64Array
        readonly differences: Float64Array
      }
    | undefined
  /** Where the points were at some steps, the last ones now: packed, with the twin's pulled back. */
  readonly tracks: { readonly model: readonly Float64Array[]; readonly twin: readonly Float64Array[] }
  readonly hasEnded: boolean
  /** Why no further step can be made. */
  readonly stopped: string | undefined
}

/** Worker → main thread. */
export type TwinReply =
  | TwinProgress
  /** Settings or a model that are of no use. */
  | { readonly kind: 'refused'; readonly run: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly run: number; readonly reason: string }
