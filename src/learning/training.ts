import { optimiser, type OptimiserSettings, type OptimiserState } from './optimisers'
import { areInSpace, euclideanNorm, lengthOf, riemannianNorm } from './parameters'
import { checkSchedule, scaleAt, type Schedule } from './schedule'
import type { Measure, Task } from './task'

export interface RunSettings {
  readonly optimiser: OptimiserSettings
  readonly schedule: Schedule
  /** steps between two measures of accuracy and held-out loss, which cost more than a step */
  readonly measureEvery: number
  /** steps between two checkpoints */
  readonly checkpointEvery: number
}

/** Losses and accuracies after `step` steps. */
export interface RunMeasure {
  readonly step: number
  readonly train: Measure
  readonly heldOut: Measure
}

/** A run after `step` steps, as plain data: a run that starts from it goes on as this one would have. */
export interface Checkpoint {
  readonly step: number
  readonly parameters: readonly number[]
  readonly optimiser: OptimiserState
  readonly settings: RunSettings
}

/** Why a run stands still, and after how many steps. */
export interface Stop {
  readonly step: number
  readonly reason: string
}

/** What was seen on the way. Entry n of a list of numbers is of the state after `from` + n steps. */
export interface History {
  /** steps made before this run: 0, or those of the checkpoint it began from */
  readonly from: number
  /** training loss, without the penalty of weight decay */
  readonly losses: readonly number[]
  /** of the gradient of that loss */
  readonly euclideanNorms: readonly number[]
  readonly riemannianNorms: readonly number[]
  readonly measures: readonly RunMeasure[]
}

/**
 * A training run: the same task, settings and start give the same numbers. It stops by itself where a step leads to
 * numbers that are not finite, at the state before that step; it goes on when its settings or its task are changed.
 */
export interface Run {
  /** steps made */
  readonly count: () => number
  /** the parameters now: a buffer that the next step changes */
  readonly parameters: () => Float64Array
  readonly history: History
  /** the one it began from, and those on the way */
  readonly checkpoints: readonly Checkpoint[]
  readonly stopped: () => Stop | undefined
  /** Makes up to n steps; returns how many it made. */
  readonly step: (n?: number) => number
  /** Losses and accuracies at the present parameters. */
  readonly measure: () => RunMeasure
  readonly checkpoint: () => Checkpoint
  /** Goes back to the last checkpoint at or before that step and forgets what came after; returns its step. */
  readonly rewind: (step?: number) => number
  /**
   * Other settings from the next step on. What the optimiser remembers is kept if its method and coordinates are.
   *
   * @throws RangeError if a number of the settings is of no use; nothing is changed then
   */
  readonly tune: (settings: RunSettings) => void
  /**
   * Other data, or another fixed β, from the next step on.
   *
   * @throws RangeError if the parameters do not fit; nothing is changed then
   */
  readonly use: (task: Task) => void
}

/**
 * What is told of each step before it is made: how many there were, the gradient of the loss, which it may not keep,
 * and the settings of the step with the learning rate that they and the schedule give.
 */
export type Observer = (
  count: number,
  gradient: Float64Array,
  settings: OptimiserSettings,
  rate: number,
) => void

/**
 * @param start where it begins: a seed, parameters such as those of a moved copy, or a checkpoint
 * @throws RangeError if the settings are of no use, or the start does not fit the task or is not in its space
 */
export function startRun(
  firstTask: Task,
  firstSettings: RunSettings,
  start: number | Float64Array | Checkpoint,
  observe?: Observer,
): Run {
  checkSettings(firstSettings)
  let task = firstTask
  let settings = firstSettings
  let steps = optimiser(task.layout, settings.optimiser)
  const parameters = startOf(task, start)
  const gradient = new Float64Array(parameters.length)
  const before = parameters.slice()
  const losses: number[] = []
  const euclideanNorms: number[] = []
  const riemannianNorms: number[] = []
  const measures: RunMeasure[] = []
  const checkpoints: Checkpoint[] = []
  let count = 0
  let stopped: Stop | undefined
  if (typeof start === 'object' && 'step' in start) {
    count = start.step
    if (isAlike(start.settings, settings)) steps.load(start.optimiser)
  }
  const first = count

  const checkpoint = (): Checkpoint => ({
    step: count,
    parameters: Array.from(parameters),
    optimiser: steps.save(),
    settings,
  })
  const measure = (): RunMeasure => ({ step: count, ...task.measure(parameters) })

  /** Goes back to `step`, of which the parameters are set already. */
  const forget = (step: number) => {
    count = step
    losses.length = euclideanNorms.length = riemannianNorms.length = step - first
    while (measures.length > 0 && measures.at(-1)!.step >= step) measures.pop()
    while (checkpoints.length > 1 && checkpoints.at(-1)!.step > step) checkpoints.pop()
  }

  /** Back to before the last step, if there was one since the run began or was changed. */
  const undo = () => {
    if (!canUndo) return
    parameters.set(before)
    steps.undo()
    forget(count - 1)
    canUndo = false
  }
  let canUndo = false

  /** One step, or the reason why there is none. */
  const once = (): string | undefined => {
    const loss = task.loss(parameters, gradient)
    const norm = euclideanNorm(gradient)
    if (!Number.isFinite(loss) || !Number.isFinite(norm)) {
      undo()
      return Number.isFinite(loss) ? 'the gradient is no longer finite' : 'the loss is no longer finite'
    }
    losses[count - first] = loss
    euclideanNorms[count - first] = norm
    riemannianNorms[count - first] = riemannianNorm(task.layout, parameters, gradient)
    if (count % settings.measureEvery === 0) measures.push(measure())
    if (count % settings.checkpointEvery === 0 && checkpoints.at(-1)!.step < count)
      checkpoints.push(checkpoint())
    before.set(parameters)
    const scale = scaleAt(settings.schedule, count)
    observe?.(count, gradient, settings.optimiser, scale * settings.optimiser.learningRate)
    steps.step(parameters, gradient, scale)
    count++
    canUndo = true
    if (areInSpace(task.layout, parameters)) return
    undo()
    return 'a step led to numbers that are no points'
  }

  checkpoints.push(checkpoint())
  return {
    count: () => count,
    parameters: () => parameters,
    history: { from: first, losses, euclideanNorms, riemannianNorms, measures },
    checkpoints,
    stopped: () => stopped,
    measure,
    checkpoint,
    step: (n = 1) => {
      const from = count
      for (let made = 0; made < n && !stopped; made++) {
        const reason = once()
        if (reason !== undefined) stopped = { step: count, reason: `${reason} after step ${count}` }
      }
      return count - from
    },
    rewind: (step = 0) => {
      const to = checkpoints.findLast((one) => one.step <= step) ?? checkpoints[0]!
      parameters.set(to.parameters)
      forget(to.step)
      steps = optimiser(task.layout, settings.optimiser)
      if (isAlike(to.settings, settings)) steps.load(to.optimiser)
      canUndo = false
      stopped = undefined
      return to.step
    },
    tune: (next) => {
      checkSettings(next)
      const tuned = optimiser(task.layout, next.optimiser)
      if (isAlike(next, settings)) tuned.load(steps.save())
      steps = tuned
      settings = next
      canUndo = false
      stopped = undefined
    },
    use: (next) => {
      const [now, then] = [task.layout, next.layout]
      if (now.stride !== then.stride || now.points !== then.points || now.reals !== then.reals) {
        throw new RangeError('the parameters of the run do not fit the other model')
      }
      task = next
      canUndo = false
      stopped = undefined
    },
  }
}

/**
 * The step from which on the loss stayed below ε: "in the ε-ball since step …". Undefined if it is not below ε now.
 *
 * @param losses entry n after n steps
 */
export function inBallSince(losses: readonly number[], epsilon: number): number | undefined {
  const outside = losses.findLastIndex((loss) => !(loss < epsilon))
  return outside + 1 < losses.length ? outside + 1 : undefined
}

function startOf(task: Task, start: number | Float64Array | Checkpoint): Float64Array {
  let parameters: Float64Array
  if (typeof start === 'number') parameters = task.start(start)
  else parameters = Float64Array.from('step' in start ? start.parameters : start)
  const wanted = lengthOf(task.layout)
  if (parameters.length !== wanted) {
    throw new RangeError(`the start has ${parameters.length} numbers, the model ${wanted} parameters`)
  }
  if (!areInSpace(task.layout, parameters)) {
    throw new RangeError('the start has a number that is not finite, or a point outside the half-plane')
  }
  return parameters
}

/** Do the moments of one optimiser mean the same to the other? */
function isAlike({ optimiser: one }: RunSettings, { optimiser: other }: RunSettings): boolean {
  return one.method === other.method && one.coordinates === other.coordinates
}

function checkSettings({ schedule, measureEvery, checkpointEvery }: RunSettings): void {
  checkSchedule(schedule)
  for (const [name, value] of Object.entries({ measureEvery, checkpointEvery })) {
    if (Number.isInteger(value) && value >= 1) continue
    throw new RangeError(`${name} is ${value}; it must be an integer of at least 1`)
  }
}
