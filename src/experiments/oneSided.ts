import type { Inputs } from '../learning/data/embed'
import type { Classifier } from '../learning/prototypes'
import { partOf, rightOf } from './attack'
import { movedBy } from './orbit'
import { translation } from './spiralModels'
import { mean } from './summary'

/** Translation lengths of the elements that move the prototypes and leave the inputs. */
export const lengths = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] as const

const directionsOf = (count: number) => Array.from({ length: count }, (_, n) => (2 * Math.PI * n) / count)

/** The prototypes moved by that length in evenly spread directions. */
export function copies(
  model: Classifier,
  parameters: Float64Array,
  length: number,
  count: number,
): Float64Array[] {
  return directionsOf(count).map((direction) =>
    movedBy(model.layout, parameters, translation(length, direction)),
  )
}

export interface Moved {
  readonly length: number
  readonly accuracy: number
  /** part of the decisions that are others than before */
  readonly changed: number
}

/** Means over 12 directions for one length. */
export function movedOneSide(
  model: Classifier,
  parameters: Float64Array,
  inputs: Inputs,
  length: number,
): Moved {
  const before = rightOf(model, [parameters], inputs)
  const after = copies(model, parameters, length, 12).map((copy) => rightOf(model, [copy], inputs))
  return {
    length,
    accuracy: mean(after.map(partOf)),
    changed: mean(after.map((right) => partOf(right.map((flag, n) => (flag === before[n] ? 0 : 1))))),
  }
}

/** What a search among one-sided moves does to each input by itself. */
export interface Search {
  /** inputs decided wrongly, and the shortest move tried that decides each of them otherwise; Infinity for none */
  readonly wrong: readonly number[]
  /** the same for the inputs decided rightly */
  readonly right: readonly number[]
  /** what the move does to the accuracy of all inputs, for each wrong input that has one */
  readonly collateral: readonly number[]
}

const tried = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32] as const

/**
 * With two classes every input has a move that is sought in the same way, whichever class is its own: the shortest of
 * six lengths at which one of 16 directions changes its decision, and of these the one with the best accuracy.
 */
export function search(model: Classifier, parameters: Float64Array, inputs: Inputs): Search {
  const before = rightOf(model, [parameters], inputs)
  const shortest = new Float64Array(inputs.count).fill(Infinity)
  const accuracy = new Float64Array(inputs.count)
  for (const length of tried) {
    for (const copy of copies(model, parameters, length, 16)) {
      const right = rightOf(model, [copy], inputs)
      const part = partOf(right)
      right.forEach((flag, n) => {
        if (flag === before[n] || shortest[n]! < length) return
        shortest[n] = length
        accuracy[n] = Math.max(accuracy[n]!, part)
      })
    }
  }
  const all = [...shortest.keys()]
  const wrong = all.filter((n) => !before[n])
  const clean = partOf(before)
  return {
    wrong: wrong.map((n) => shortest[n]!),
    right: all.filter((n) => before[n]).map((n) => shortest[n]!),
    collateral: wrong.filter((n) => shortest[n]! < Infinity).map((n) => accuracy[n]! - clean),
  }
}
