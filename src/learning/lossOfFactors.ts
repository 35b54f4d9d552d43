import type { Space } from '../math/space'
import type { AttentionData } from './attentionData'
import type { Head } from './attentionHead'
import type { Inputs } from './data/embed'
import { transposed } from './headFactors'
import { meanSquare } from './meanSquare'
import { lengthOf } from './parameters'
import type { Classifier } from './prototypes'

/**
 * A loss as a function of the factors A (rows, inner) and B (inner, columns), packed row-major: all that a plane
 * through them needs to know of a model. It throws a RangeError for factors of another shape.
 */
export type LossOfFactors = (a: Float64Array, b: Float64Array) => number

/** mean (A ⊙ B - C*)². @param target C*, (rows, columns) */
export function plainLoss<G>(
  space: Space<G>,
  rows: number,
  inner: number,
  columns: number,
  target: Float64Array,
): LossOfFactors {
  const c = new Float64Array(rows * columns)
  return (a, b) => meanSquare(space.product(a, b, rows, inner, columns, c), target)
}

/** The loss of a head: A = Q, B = Kᵀ. @param reals log β or log γ, if it learns one */
export function headLoss(head: Head, data: AttentionData, reals: readonly number[]): LossOfFactors {
  const { tokens, inner } = head.settings
  const { stride } = head.layout
  const parameters = new Float64Array(lengthOf(head.layout))
  const end = stride * tokens * inner
  const keys = parameters.subarray(end, 2 * end)
  parameters.set(reals, 2 * end)
  return (a, b) => {
    checkLengths(a, end, b, end)
    parameters.set(a)
    transposed(b, inner, tokens, stride, keys)
    return head.loss(parameters, data)
  }
}

/** The loss of a classifier: A = X, the inputs, whose labels are given, B = Wᵀ. @param reals log β, if it is learned */
export function classifierLoss(model: Classifier, inputs: Inputs, reals: readonly number[]): LossOfFactors {
  const { inner } = model.settings
  const { stride } = model.layout
  const parameters = new Float64Array(lengthOf(model.layout))
  const end = stride * model.layout.points
  const prototypes = parameters.subarray(0, end)
  parameters.set(reals, end)
  const moved = { ...inputs, points: new Float64Array(inputs.points.length) }
  return (a, b) => {
    checkLengths(a, moved.points.length, b, end)
    moved.points.set(a)
    transposed(b, inner, model.labels.length, stride, prototypes)
    return model.loss(parameters, moved)
  }
}

function checkLengths(a: Float64Array, wantedA: number, b: Float64Array, wantedB: number): void {
  if (a.length === wantedA && b.length === wantedB) return
  throw new RangeError(
    `the factors hold ${a.length} and ${b.length} numbers, the model ${wantedA} and ${wantedB}`,
  )
}
