import { optimiser, usualOptimiser, type Coordinates, type OptimiserSettings } from '../learning/optimisers'
import { areInSpace } from '../learning/parameters'
import type { Task } from '../learning/task'
import { random, type Random } from '../math/random'
import { extremeRotation, rotation } from './gradientInOrbit'
import { centred, movedBy } from './orbit'
import { median } from './summary'

/** When and where in its orbit a run jumps. */
export interface Jump {
  readonly name: string
  readonly to: 'nowhere' | 'largest' | 'smallest' | 'anywhere'
  /** steps between two jumps, up to step 200; once, at the start, if left out */
  readonly every?: number
}

export const jumps: readonly Jump[] = [
  { name: 'no jump', to: 'nowhere' },
  { name: 'to the largest', to: 'largest' },
  { name: 'to the smallest', to: 'smallest' },
  { name: 'anywhere', to: 'anywhere' },
  { name: 'largest, every 25', to: 'largest', every: 25 },
  { name: 'smallest, every 25', to: 'smallest', every: 25 },
]

/** Gradient descent in some coordinates, with the learning rates that are tried. */
export interface Descent {
  readonly name: string
  readonly coordinates: Coordinates
  readonly rates: readonly number[]
}

export const descents: readonly Descent[] = [
  { name: '(x, y)', coordinates: 'xy', rates: [0.0625, 0.125, 0.25, 0.5, 1, 2, 4] },
  { name: '(x, log y)', coordinates: 'xLogY', rates: [1, 2, 4, 8, 16, 32] },
  { name: 'metric', coordinates: 'intrinsic', rates: [2, 4, 8, 16, 32] },
]

const lastJump = 200

/** Plain gradient descent; the learning rate of log β is the same for all, because no isometry moves it. */
export const plain = (coordinates: Coordinates, learningRate: number): OptimiserSettings => ({
  ...usualOptimiser,
  method: 'gradientDescent',
  coordinates,
  learningRate,
  learningRateOfReals: 0.5,
})

/**
 * Steps until the training loss is below ε, from a start whose middle is at i. It yields every 100 steps.
 *
 * @param most the run is given up after so many steps
 * @returns Infinity if it is not reached
 */
export function* stepsToBall(
  task: Task,
  settings: OptimiserSettings,
  jump: Jump,
  start: Float64Array,
  { epsilon, most, seed }: { readonly epsilon: number; readonly most: number; readonly seed: number },
): Generator<void, number> {
  const { layout } = task
  const descent = optimiser(layout, settings)
  const gradient = new Float64Array(start.length)
  const next = random(seed)
  let parameters: Float64Array = start.slice()
  for (let count = 0; count <= most; count++) {
    if (jump.to !== 'nowhere' && isTime(jump, count)) {
      parameters = centred(layout, parameters)
      task.loss(parameters, gradient)
      parameters = movedBy(layout, parameters, rotation(turnOf(jump.to, next)))
    }
    const loss = task.loss(parameters, gradient)
    if (loss < epsilon) return count
    if (!Number.isFinite(loss)) return Infinity
    descent.step(parameters, gradient)
    if (count % 100 === 99) yield
    if (!areInSpace(layout, parameters)) return Infinity
  }
  return Infinity

  function turnOf(to: 'largest' | 'smallest' | 'anywhere', draw: Random): number {
    if (to === 'anywhere') return Math.PI * draw()
    const coordinates = settings.coordinates === 'xLogY' ? 'xLogY' : 'xy'
    return extremeRotation(layout, parameters, gradient, coordinates, to)
  }
}

const isTime = ({ every }: Jump, count: number): boolean =>
  every === undefined ? count === 0 : count % every === 0 && count <= lastJump

/** The best learning rate of an arm, and what every start needs with it. */
export interface Tuned {
  readonly rate: number
  readonly steps: readonly number[]
}

/**
 * The learning rate with the least median of steps. A rate is given up as soon as half of its runs need so many that its
 * median cannot be less than the best so far: more than that, or for an even number of runs, whose median is the mean of
 * two, more than twice that. It yields after each run and as the runs do.
 */
export function* tuned(
  { rates }: Descent,
  count: number,
  most: number,
  run: (rate: number, start: number, most: number) => Generator<void, number>,
): Generator<void, Tuned> {
  let best: Tuned = { rate: NaN, steps: [] }
  let least = Infinity
  const factor = count % 2 === 1 ? 1 : 2
  for (const rate of rates) {
    const steps: number[] = []
    for (let start = 0; start < count && isOpen(steps, count); start++) {
      steps.push(yield* run(rate, start, Math.min(most, Math.ceil(factor * least))))
      yield
    }
    if (steps.length < count || !(median(steps) < least)) continue
    least = median(steps)
    best = { rate, steps }
  }
  const whole: number[] = []
  for (const [start, known] of best.steps.entries()) {
    whole.push(known < Infinity ? known : yield* run(best.rate, start, most))
    yield
  }
  return { rate: best.rate, steps: whole }
}

/** Can the median of all runs still be finite, when so many are known? */
const isOpen = (steps: readonly number[], count: number): boolean =>
  steps.filter((needed) => needed === Infinity).length < count / 2
