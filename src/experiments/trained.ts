import type { Layout } from '../learning/parameters'
import type { Task } from '../learning/task'
import { startRun, type RunSettings } from '../learning/training'
import type { PageModel, Progress } from './record'

/** Steps between two yields: below 0.1 s for every recipe. */
const slice = 60

/**
 * Trains a model and returns its parameters; what it says on the way is `report` of the part that is done.
 *
 * @param start a seed, or parameters
 * @throws RangeError if the run stops by itself
 */
export function* trained(
  task: Task,
  settings: RunSettings,
  steps: number,
  start: number | Float64Array,
  report: (part: number) => Progress,
): Generator<Progress, Float64Array> {
  // Measures of held-out data cost more than the steps, and nobody reads them here.
  const run = startRun(task, { ...settings, measureEvery: 1e9, checkpointEvery: 1e9 }, start)
  while (run.count() < steps) {
    run.step(Math.min(slice, steps - run.count()))
    const stopped = run.stopped()
    if (stopped) throw new RangeError(`the training stopped: ${stopped.reason}`)
    yield report(run.count() / steps)
  }
  return run.parameters()
}

/** The head on the page in the half-plane, if there is one; a classifier has parameters for one factor only. */
export function pageHead({ space, rows, inner, columns, trained }: PageModel): PageModel['trained'] {
  const isHead = trained?.task.layout.points === inner * (rows + columns)
  return space === 'halfPlane' && isHead ? trained : undefined
}

/** Numbers of the points of one inner index, [x, y] after [x, y]. */
export function columnOf({ inner, points }: Layout, parameters: Float64Array, column: number): Float64Array {
  const out = new Float64Array((2 * points) / inner)
  for (let n = column, at = 0; n < points; n += inner, at += 2) {
    out[at] = parameters[2 * n]!
    out[at + 1] = parameters[2 * n + 1]!
  }
  return out
}

/** The parameters with the points of one inner index replaced. */
export function setColumn(
  { inner, points }: Layout,
  parameters: Float64Array,
  column: number,
  to: Float64Array,
): void {
  for (let n = column, at = 0; n < points; n += inner, at += 2) {
    parameters[2 * n] = to[at]!
    parameters[2 * n + 1] = to[at + 1]!
  }
}
