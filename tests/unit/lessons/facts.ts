import { expect } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { headAccuracy, headParameters, headTaskOf } from '../../../src/document/head'
import { decodeLink } from '../../../src/document/link'
import type { Lesson } from '../../../src/document/lesson'
import type { PageModel } from '../../../src/experiments/record'
import { experimentPlans } from '../../../src/document/experimentPlans'
import { inputsOf } from '../../../src/document/experiments'
import { usualOptimiser } from '../../../src/learning/optimisers'
import { startRun } from '../../../src/learning/training'
import { treeOf } from '../../../src/learning/tree'
import { lessons } from '../../../src/lecture/lessons/all'

/** What the captions and answers of lessons 7 to 12 say, computed from the very states that they stand beside. */

export const ids = [
  'attention-on-a-tree',
  'minima-modulo-the-group',
  'two-rulers',
  'the-pass',
  'same-function-same-mistakes',
  'is-it-quantum',
] as const
const loaded = new Map<string, Lesson>()
for (const id of ids) loaded.set(id, await lessons.find((one) => one.id === id)!.load())

export const lessonOf = (id: (typeof ids)[number]) => loaded.get(id)!
export const stateOf = (link: string): Document => decodeLink(link).document
/** The step of that title, with its state and that of the answer. */
export function stepOf(id: (typeof ids)[number], title: string) {
  const step = lessonOf(id).steps.find((one) => one.title === title)!
  const { prediction } = step
  return {
    step,
    is: stateOf(step.link),
    then: stateOf(prediction?.link ?? step.link),
    right: prediction?.choices[prediction.answer] ?? '',
    because: prediction?.because ?? '',
  }
}
/** The text has this number, rounded as it is there. */
export function says(text: string, value: number, digits: number): void {
  expect(text).toContain(`$${value.toFixed(digits)}`)
}

export const heldOut = (document: Document, c = derive(document).before) =>
  headAccuracy(document, c, 'heldOut')!
export const tree7 = treeOf([-1, 0, 0, 1, 1, 2, 2])
export const keysOf = (document: Document) => document.b[0] as readonly (readonly [number, number])[]
/** arcosh(1 + |z - w|²/(2 Im z Im w)) of points that are not near each other: independent of the code under test. */
export const apart = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]) =>
  Math.acosh(1 + ((x - u) ** 2 + (y - v) ** 2) / (2 * y * v))
export const pointsIn = (packed: Float64Array) =>
  Array.from({ length: packed.length / 2 }, (_, n) => [packed[2 * n]!, packed[2 * n + 1]!] as const)
export const page = {} as PageModel
export const chosen = (link: string) => {
  const { experiment } = decodeLink(link).view
  const plan = experimentPlans.find(({ name }) => name === experiment!.name)!
  return inputsOf(plan, experiment!.inputs) as never
}

export const trained7 = stateOf('v=1&preset=tree7&g=1,0,0,1')

/** The run of the page: Adam in the metric, 0.05, its learning rate along a cosine of 1500 steps. */
export function afterPage(document: Document, steps: number): Float64Array {
  const run = startRun(
    headTaskOf(document),
    {
      optimiser: { ...usualOptimiser, learningRate: 0.05 },
      schedule: { kind: 'cosine', steps: 1500, floor: 0.01 },
      measureEvery: 1e9,
      checkpointEvery: 1e9,
    },
    headParameters(document),
  )
  run.step(steps)
  return run.parameters().slice()
}

/** A and B of packed tables with one inner index. */
export function tablesOf(parameters: Float64Array): Pick<Document, 'a' | 'b'> {
  const points = pointsIn(parameters)
  const half = points.length / 2
  return { a: points.slice(0, half).map((point) => [point]), b: [points.slice(half)] }
}
