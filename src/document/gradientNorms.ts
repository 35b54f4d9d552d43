import { euclideanNorm, riemannianNorm } from '../learning/parameters'
import { derive } from './derive'
import type { Document } from './document'
import { headParameters, headTaskOf } from './head'

/** How long the gradient of the training loss is, in the coordinates as stored and in the metric. */
export interface GradientNorms {
  readonly euclidean: number
  readonly riemannian: number
}

/** Of the head, and of the moved head. @throws RangeError without a task */
export function gradientNorms(document: Document): { base: GradientNorms; moved: GradientNorms } {
  const task = headTaskOf(document)
  const base = headParameters(document)
  const { a, b } = derive(document).moved
  const moved = base.slice()
  moved.set(a)
  moved.set(b, a.length)
  const normsAt = (parameters: Float64Array) => {
    const gradient = new Float64Array(parameters.length)
    task.loss(parameters, gradient)
    return {
      euclidean: euclideanNorm(gradient),
      riemannian: riemannianNorm(task.layout, parameters, gradient),
    }
  }
  return { base: normsAt(base), moved: normsAt(moved) }
}
