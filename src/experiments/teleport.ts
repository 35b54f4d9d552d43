import { optimiser, usualOptimiser } from '../learning/optimisers'
import { euclideanNorm } from '../learning/parameters'
import { buildAttention, attentionRecipes } from '../learning/recipes'
import type { Task } from '../learning/task'
import { fromIwasawa } from '../math/iwasawa'
import type { Psl2r } from '../math/psl2r'
import { norm2InOrbit, rotation, rotations } from './gradientInOrbit'
import { centred, movedBy } from './orbit'
import { descents, jumps, plain, stepsToBall, tuned, type Tuned } from './race'
import type { Experiment } from './record'
import { dilations, seen, turns, type NormCurves } from './teleportResult'

export interface TeleportInputs {
  /** starts of the race */
  readonly seeds: number
  /** the ball {L < ε} that is raced to */
  readonly epsilon: number
  /** steps of Adam that the models whose gradients are compared have had */
  readonly trained: number
  /** a run is given up after so many steps */
  readonly most: number
  readonly seed: number
}

/** Models whose gradients are compared. */
const models = 60
/** deviation of the starts about i */
const spreadOfStarts = 0.5

/**
 * A head on the tree of 15 nodes, two columns, β learned. First the gradient's norm over the orbit of half-trained
 * models; then gradient descent to the ε-ball from where the gradient is largest, smallest, anywhere, once or again and
 * again, each with the best of its learning rates, in (x, y), in (x, log y) and in the metric.
 *
 * @see Zhao, Dehmamy, Walters and Yu, Symmetry teleportation for accelerated optimization (2022)
 */
export const teleport: Experiment<TeleportInputs> = function* (inputs) {
  const { seeds, epsilon, most, seed } = inputs
  const task = headTask()
  const ratios: number[] = []
  const arms = descents.flatMap((descent) =>
    jumps.map((jump) => ({ descent, jump, tuned: undefined as Tuned | undefined })),
  )
  let curves: NormCurves | undefined
  let twins = NaN
  const look = () => seen({ ratios, curves, twins, seeds, epsilon, arms })
  for (let n = 0; n < models; n++) {
    const model = halfTrained(task, seed + n, inputs.trained)
    ratios.push(ratioOverRotations(task, model))
    curves ??= normCurves(task, model)
    yield {
      part: (0.1 * (n + 1)) / models,
      doing: `gradient of model ${n + 1} of ${models}`,
      result: look(),
    }
  }
  const starts = Array.from({ length: seeds }, (_, n) => centred(task.layout, task.start(seed + n)))
  twins = differenceOfTwins(task, starts[0]!)
  const share = 0.9 / arms.length
  for (const [n, arm] of arms.entries()) {
    const { descent, jump } = arm
    const work = tuned(descent, seeds, most, (rate, start, cap) =>
      stepsToBall(task, plain(descent.coordinates, rate), jump, starts[start]!, {
        epsilon,
        most: cap,
        seed: seed + 900 + start,
      }),
    )
    const runs = seeds * (descent.rates.length + 1)
    for (let run = 0; ; run++) {
      const { done, value } = work.next()
      if (done) {
        arm.tuned = value
        break
      }
      yield {
        part: 0.1 + share * (n + Math.min(1, run / runs)),
        doing: `descent in ${descent.name}, ${jump.name}`,
        result: look(),
      }
    }
  }
  return look()
}

function headTask(): Task {
  const recipe = attentionRecipes.tree15Twice
  const sequences = { ...recipe.sequences, heldOut: 1 }
  const { task, head } = buildAttention({ ...recipe, sequences })
  return { ...task, start: (seed) => head.start(seed, spreadOfStarts) }
}

/** After so many steps of Adam in the metric, with its middle at i. */
function halfTrained(task: Task, seed: number, steps: number): Float64Array {
  const parameters = task.start(seed)
  const gradient = new Float64Array(parameters.length)
  const adam = optimiser(task.layout, usualOptimiser)
  for (let n = 0; n < steps; n++) {
    task.loss(parameters, gradient)
    adam.step(parameters, gradient)
  }
  return centred(task.layout, parameters)
}

/** Of the gradient by the points in (x, y): the norm at a member of the orbit, measured there. */
function measuredNorm(task: Task, parameters: Float64Array, g: Psl2r): number {
  const gradient = new Float64Array(parameters.length)
  task.loss(movedBy(task.layout, parameters, g), gradient)
  return euclideanNorm(gradient.subarray(0, task.layout.stride * task.layout.points))
}

function ratioOverRotations(task: Task, parameters: Float64Array): number {
  const gradient = new Float64Array(parameters.length)
  task.loss(parameters, gradient)
  const norms = rotations.map((theta) =>
    Math.sqrt(norm2InOrbit(task.layout, parameters, gradient, rotation(theta), 'xy')),
  )
  return Math.max(...norms) / Math.min(...norms)
}

function normCurves(task: Task, parameters: Float64Array): NormCurves {
  const gradient = new Float64Array(parameters.length)
  task.loss(parameters, gradient)
  const derived = (g: Psl2r) => Math.sqrt(norm2InOrbit(task.layout, parameters, gradient, g, 'xy'))
  const over = (values: readonly number[], member: (value: number) => Psl2r) => ({
    measured: values.map((value): [number, number] => [value, measuredNorm(task, parameters, member(value))]),
    derived: values.map((value): [number, number] => [value, derived(member(value))]),
  })
  const steps = Array.from({ length: 33 }, (_, n) => -2 + n / 8)
  // The metric's norm needs no element: Σ ρ² is what the closed form divides.
  const end = task.layout.stride * task.layout.points
  let metric = 0
  for (let n = 0; n < end; n += 2) {
    metric += parameters[n + 1]! ** 2 * (gradient[n]! ** 2 + gradient[n + 1]! ** 2)
  }
  return {
    translation: over(steps, (x) => fromIwasawa(x, 0, 0)),
    dilation: over(steps, (t) => fromIwasawa(0, t, 0)),
    rotation: over([...rotations, Math.PI], rotation),
    metric: Math.sqrt(metric),
    map: dilations.map((t) => turns.map((theta) => derived(fromIwasawa(0, t, theta)))),
  }
}

/**
 * Descent in (x, y) from W with learning rate η, and from W dilated by e² with η e⁴: the largest difference of their
 * losses over 100 steps.
 */
function differenceOfTwins(task: Task, start: Float64Array): number {
  const [rate, t] = [0.25, 2]
  const twin = movedBy(task.layout, start, fromIwasawa(0, t, 0))
  const original = start.slice()
  const gradient = new Float64Array(start.length)
  const one = optimiser(task.layout, plain('xy', rate))
  const other = optimiser(task.layout, plain('xy', rate * Math.exp(2 * t)))
  let most = 0
  for (let n = 0; n < 100; n++) {
    const loss = task.loss(original, gradient)
    one.step(original, gradient)
    most = Math.max(most, Math.abs(task.loss(twin, gradient) - loss))
    other.step(twin, gradient)
  }
  return most
}
