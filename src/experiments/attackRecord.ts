import type { Inputs } from '../learning/data/embed'
import type { Moved, Search } from './oneSided'

/** Attacks on one model, and the part of those that work on it which work on others. */
export interface Attacked {
  /** inputs decided rightly before */
  readonly right: number
  /** of these, decided wrongly after */
  readonly fooled: number
  readonly inputs: Inputs
  readonly wrongBefore: readonly number[]
  /** where each of the fooled went */
  readonly arrows: readonly (readonly [input: number, x: number, y: number])[]
  readonly orbit: number
  readonly copies: number
  readonly retrained: readonly number[]
  readonly copiesTogether: number
  readonly retrainedTogether: number
}

export interface Accuracies {
  readonly clean: number
  /** under attacks made for the single model */
  readonly transfer: number
  /** under attacks made for itself */
  readonly direct: number
}

/** Accuracy under attacks of one radius, made for the single model. */
export interface UnderAttack {
  readonly radius: number
  readonly single: number
  readonly orbit: number
  readonly copies: number
  readonly retrained: number
  /** part that is right and certified beyond the radius */
  readonly certified: number
}

/** What is known of one model so far. */
export interface Studied {
  readonly largestChange?: number
  readonly decisionsChanged?: number
  readonly comparisons?: number
  readonly attack?: Attacked
  readonly certifiedRadii?: readonly number[]
  readonly certified: { readonly tried: number; readonly worked: number }
  readonly curve: readonly UnderAttack[]
  readonly moved: readonly Moved[]
  readonly search?: Search
  readonly accuracy?: {
    readonly single: Accuracies
    readonly copies: Accuracies
    readonly retrained: Accuracies
  }
}

/** What is there of several models. */
export const known = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value) => value !== undefined)
