import type { AttentionData } from './attentionData'
import type { Head } from './attentionHead'
import type { Inputs } from './data/embed'
import type { Layout } from './parameters'
import type { Classifier } from './prototypes'

/** Loss in nats and the part of right answers. */
export interface Measure {
  readonly loss: number
  readonly accuracy: number
}

/** A model with its data: all that training needs to know of either. */
export interface Task {
  readonly layout: Layout
  /** Where a run begins: the same for the same seed. */
  readonly start: (seed: number) => Float64Array
  /** Training loss; writes its gradient, if asked for. */
  readonly loss: (parameters: Float64Array, gradient?: Float64Array) => number
  readonly measure: (parameters: Float64Array) => { readonly train: Measure; readonly heldOut: Measure }
}

export interface TrainAndHeldOut<Data> {
  readonly train: Data
  readonly heldOut: Data
}

/** @param spread deviation of the start; the head's own if left out */
export function attentionTask(head: Head, data: TrainAndHeldOut<AttentionData>, spread?: number): Task {
  const on = (parameters: Float64Array, part: AttentionData): Measure => ({
    loss: head.loss(parameters, part),
    accuracy: head.accuracy(parameters, part),
  })
  return {
    layout: head.layout,
    start: (seed) => head.start(seed, spread),
    loss: (parameters, gradient) => head.loss(parameters, data.train, gradient),
    measure: (parameters) => ({ train: on(parameters, data.train), heldOut: on(parameters, data.heldOut) }),
  }
}

/** @param spread how far the prototypes start from inputs; the classifier's own if left out */
export function prototypeTask(model: Classifier, data: TrainAndHeldOut<Inputs>, spread?: number): Task {
  const on = (parameters: Float64Array, part: Inputs): Measure => ({
    loss: model.loss(parameters, part),
    accuracy: model.accuracy(parameters, part),
  })
  return {
    layout: model.layout,
    start: (seed) => model.start(seed, data.train, spread),
    loss: (parameters, gradient) => model.loss(parameters, data.train, gradient),
    measure: (parameters) => ({ train: on(parameters, data.train), heldOut: on(parameters, data.heldOut) }),
  }
}
