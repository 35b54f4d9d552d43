import { dist } from '../math/upperHalfPlane'
import type { OptimiserSettings } from './optimisers'
import { movePoints, type Layout } from './parameters'
import { startRun, type Run } from './training'
import type { Task } from './task'

/** Writes the images of packed points into out. */
export type Motion = (points: Float64Array, out: Float64Array) => void

/** A model and its moved copy, which have the same loss. */
export interface Pair {
  /** Makes the model with its data; each run has one of its own, as losses share buffers. */
  readonly task: () => Task
  /** The same, with what of the data are points moved too. */
  readonly movedTask: () => Task
  readonly parameters: Float64Array
  readonly move: Motion
  /** The inverse of `move`. */
  readonly back: Motion
  /** k, where the move is the dilation z ↦ kz of the half-plane */
  readonly dilation: number | undefined
}

/** One of the runs beside the first. */
export interface Follower {
  /** Entry n is the largest difference from the first run after n steps; see {@link apart}. */
  readonly differences: readonly number[]
  /** training losses, entry n of the state after n steps; of the present state it is not there yet */
  readonly losses: readonly number[]
  /** the parameters now, in the coordinates of the first run: a buffer that the next step changes */
  readonly parameters: () => Float64Array
}

/** Runs in lockstep: one from W, one from gW that is seen through g⁻¹, with the same optimiser. */
export interface Twins {
  readonly layout: Layout
  /** steps made */
  readonly count: () => number
  readonly losses: readonly number[]
  readonly parameters: () => Float64Array
  /** the run from gW */
  readonly twin: Follower
  /**
   * Where g is z ↦ kz and steps are in (x, y): the run from W with the learning rate of {@link disguised}. Its
   * differences are from the twin, not from the first run.
   */
  readonly slower: Follower | undefined
  /** Why no further step can be made. */
  readonly stopped: () => string | undefined
  /** Makes up to n steps; returns how many it made. */
  readonly step: (n: number) => number
}

/** More than any run here has: nothing is measured on the way but losses. */
const never = 1e9

/** @throws RangeError if a number of the settings is of no use, or the moved points are none */
export function startTwins(pair: Pair, optimiser: OptimiserSettings): Twins {
  const { parameters, move, back, dilation } = pair
  const start = (task: Task, from: Float64Array, own: OptimiserSettings) =>
    startRun(
      task,
      {
        optimiser: own,
        schedule: { kind: 'constant' },
        measureEvery: never,
        checkpointEvery: never,
      },
      from,
    )
  const task = pair.task()
  const { layout } = task
  const end = layout.stride * layout.points
  const first = start(task, parameters, optimiser)
  const moved = start(pair.movedTask(), movePoints(layout, parameters, move), optimiser)
  const isDisguise = dilation !== undefined && layout.stride === 2 && optimiser.coordinates === 'xy'
  const slow = isDisguise ? start(pair.task(), parameters, disguised(optimiser, dilation)) : undefined

  const seen = moved.parameters().slice()
  const [from, to] = [moved.parameters().subarray(0, end), seen.subarray(0, end)]
  const ofTwin: number[] = []
  const ofSlower: number[] = []
  const compare = () => {
    seen.set(moved.parameters())
    back(from, to)
    ofTwin.push(apart(layout, first.parameters(), seen))
    if (slow) ofSlower.push(apart(layout, slow.parameters(), seen))
  }
  compare()

  let stopped: string | undefined
  const runs: readonly (readonly [name: string, run: Run])[] = [
    ['the model', first],
    ['the twin', moved],
    ...(slow ? [['the run with the other learning rate', slow] as const] : []),
  ]
  const once = () => {
    for (const [name, run] of runs) {
      if (run.step() === 0) {
        stopped = `${name} stands still, as ${run.stopped()!.reason}`
        return
      }
    }
    compare()
  }

  return {
    layout,
    count: () => ofTwin.length - 1,
    losses: first.history.losses,
    parameters: first.parameters,
    twin: { differences: ofTwin, losses: moved.history.losses, parameters: () => seen },
    slower: slow && { differences: ofSlower, losses: slow.history.losses, parameters: slow.parameters },
    stopped: () => stopped,
    step: (n) => {
      const before = ofTwin.length
      for (let made = 0; made < n && stopped === undefined; made++) once()
      return ofTwin.length - before
    },
  }
}

/**
 * The settings with which W takes, in (x, y), the steps that kW takes with the given ones: the gradient at kW is that
 * at W over k, so gradient descent and momentum need η/k², and Adam, whose steps do not know how large a gradient is,
 * η/k with kε. What is no point keeps its learning rate. For k a power of 2 the steps are the same bit for bit, as
 * float64 numbers are multiplied by it exactly; with Adam, where β is learned too, only up to its ε.
 */
export function disguised(settings: OptimiserSettings, k: number): OptimiserSettings {
  const { learningRate, learningRateOfReals = learningRate, epsilon } = settings
  return settings.method === 'adam'
    ? { ...settings, learningRate: learningRate / k, learningRateOfReals, epsilon: epsilon * k }
    : { ...settings, learningRate: learningRate / (k * k), learningRateOfReals }
}

/** The largest distance between corresponding points, or difference of the numbers that are no points. */
export function apart(layout: Layout, one: Float64Array, other: Float64Array): number {
  const end = layout.stride * layout.points
  let most = 0
  for (let n = 0; n < end; n += layout.stride) {
    const away =
      layout.stride === 2
        ? dist(one[n]!, one[n + 1]!, other[n]!, other[n + 1]!)
        : Math.abs(one[n]! - other[n]!)
    if (away > most) most = away
  }
  for (let n = end; n < one.length; n++) most = Math.max(most, Math.abs(one[n]! - other[n]!))
  return most
}
