import type { Document } from '../document/document'
import { problem, type Problem } from '../document/problem'
import type { Method, TrainingSettings } from '../workers/trainingMessages'

/** Longer runs fill the memory with what was seen of them. */
const mostSteps = 1e6

/**
 * A learning rate that trains: Adam's of the recipes; those of the others brought all of 5 seeds of every recipe tried
 * (trees of 7 and 15 nodes, the line, spirals) into its ball, in every kind of coordinates. Twice as much did not.
 */
export function usualRate(method: Method, { space, classifier }: Document): number {
  if (method === 'gradientDescent') return 0.2
  if (method === 'momentum') return 0.05
  return classifier || space === 'line' ? 0.03 : 0.05
}

export function usualSettings(document: Document): TrainingSettings {
  return {
    method: 'adam',
    stepsIn: 'intrinsic',
    learningRate: usualRate('adam', document),
    learningRateOfBeta: undefined,
    momentum: 0.9,
    weightDecay: 0,
    schedule: 'cosine',
    stepsOfCosine: 1500,
    stepsOfRun: 1500,
    pace: 'fast',
  }
}

/** What is wrong with settings, in a sentence. */
export function checkSettings(settings: TrainingSettings): Problem | undefined {
  const { learningRate, learningRateOfBeta, momentum, weightDecay, stepsOfCosine, stepsOfRun } = settings
  const isCount = (n: number) => Number.isInteger(n) && n >= 1 && n <= mostSteps
  if (!(learningRate > 0 && learningRate < Infinity))
    return problem('The learning rate must be greater than 0')
  if (learningRateOfBeta !== undefined && !(learningRateOfBeta >= 0 && learningRateOfBeta < Infinity))
    return problem('The learning rate of β must be at least 0')
  if (!(momentum >= 0 && momentum < 1)) return problem('The momentum must be at least 0 and less than 1')
  if (!(weightDecay >= 0 && weightDecay < Infinity)) return problem('λ must be at least 0')
  if (!isCount(stepsOfCosine)) return problem(`The cosine needs a whole number of steps, 1 to ${mostSteps}`)
  if (!isCount(stepsOfRun)) return problem(`A run pauses after a whole number of steps, 1 to ${mostSteps}`)
  return undefined
}
