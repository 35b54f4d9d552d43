import { addDecay } from './decay'
import { componentwise } from './componentwise'
import { intrinsic } from './intrinsic'
import { lengthOf, type Layout } from './parameters'

/** What the steps of a point of the half-plane are taken in; on the line all three are the same. */
export type Coordinates = 'intrinsic' | 'xy' | 'xLogY'

export interface OptimiserSettings {
  readonly method: 'gradientDescent' | 'momentum' | 'adam'
  readonly coordinates: Coordinates
  /** η > 0 */
  readonly learningRate: number
  /** η of log β and the like; as learningRate if left out */
  readonly learningRateOfReals?: number
  /** decay of the first moment, in [0, 1) */
  readonly momentum: number
  /** Adam: decay of the second moment, in [0, 1) */
  readonly secondMomentum: number
  /** Adam: added to the root of the second moment */
  readonly epsilon: number
  /** λ ≥ 0 of the penalty λ/2 Σ d(o, z)² with o = i or 0: it breaks the symmetry */
  readonly weightDecay: number
}

/** The usual numbers of Adam (Kingma and Ba, 2015), in the metric of the space. */
export const usualOptimiser: OptimiserSettings = {
  method: 'adam',
  coordinates: 'intrinsic',
  learningRate: 0.05,
  momentum: 0.9,
  secondMomentum: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
}

/** All that an optimiser remembers, as plain data. */
export interface OptimiserState {
  /** steps made */
  readonly count: number
  /** as long as the parameters */
  readonly first: readonly number[]
  readonly second: readonly number[]
  /** steps of a point that were shortened, because they led out of the half-plane */
  readonly shortened: number
}

export interface Optimiser {
  readonly settings: OptimiserSettings
  /**
   * Changes the parameters in place. With weight decay the penalty's gradient is added to the given one first.
   *
   * @param scale of the learning rates, from a schedule
   */
  readonly step: (parameters: Float64Array, gradient: Float64Array, scale?: number) => void
  /** Forgets the last step, once: the moments are those before it; the parameters are the caller's. */
  readonly undo: () => void
  readonly save: () => OptimiserState
  readonly load: (state: OptimiserState) => void
}

/** What the steps work on: the state in typed arrays, and the settings. */
export interface Moments {
  readonly settings: OptimiserSettings
  readonly first: Float64Array
  readonly second: Float64Array
  count: number
  shortened: number
}

/**
 * Gradient descent, momentum (heavy ball) and Adam. In the coordinates of the metric ('intrinsic') the trajectory
 * from gW is g of the trajectory from W for every isometry g; in (x, y) for translations only, and a dilation by k is
 * a learning rate η/k²; in (x, log y) for translations and, in the second coordinate, dilations.
 *
 * @throws RangeError with the reason, if a number of the settings is of no use
 */
export function optimiser(layout: Layout, settings: OptimiserSettings): Optimiser {
  checkSettings(settings)
  const length = lengthOf(layout)
  const end = layout.stride * layout.points
  const moments: Moments = {
    settings,
    first: new Float64Array(length),
    second: new Float64Array(length),
    count: 0,
    shortened: 0,
  }
  const before = { first: new Float64Array(length), second: new Float64Array(length), count: 0, shortened: 0 }
  const copy = (from: Omit<Moments, 'settings'>, to: Omit<Moments, 'settings'>) => {
    to.first.set(from.first)
    to.second.set(from.second)
    to.count = from.count
    to.shortened = from.shortened
  }
  const isIntrinsic = layout.stride === 2 && settings.coordinates === 'intrinsic'
  return {
    settings,
    step: (parameters, gradient, scale = 1) => {
      copy(moments, before)
      moments.count++
      if (settings.weightDecay > 0) addDecay(layout, parameters, gradient, settings.weightDecay)
      const rate = scale * settings.learningRate
      if (isIntrinsic) intrinsic(moments, parameters, gradient, end, rate)
      else componentwise(moments, parameters, gradient, 0, end, rate, layout.stride === 2)
      const rateOfReals = scale * (settings.learningRateOfReals ?? settings.learningRate)
      componentwise(moments, parameters, gradient, end, length, rateOfReals, false)
    },
    undo: () => copy(before, moments),
    save: () => ({
      count: moments.count,
      first: Array.from(moments.first),
      second: Array.from(moments.second),
      shortened: moments.shortened,
    }),
    load: (state) => {
      if (state.first.length !== length || state.second.length !== length) {
        throw new RangeError(`the state is of ${state.first.length} parameters, the optimiser of ${length}`)
      }
      moments.count = state.count
      moments.shortened = state.shortened
      moments.first.set(state.first)
      moments.second.set(state.second)
    },
  }
}

function checkSettings(settings: OptimiserSettings): void {
  const { learningRate, learningRateOfReals, momentum, secondMomentum, epsilon, weightDecay } = settings
  const rules: [name: string, value: number, holds: boolean, rule: string][] = [
    ['learning rate', learningRate, learningRate > 0 && learningRate < Infinity, 'greater than 0'],
    [
      'learning rate of β',
      learningRateOfReals ?? 0,
      (learningRateOfReals ?? 0) >= 0 && (learningRateOfReals ?? 0) < Infinity,
      'at least 0',
    ],
    ['momentum', momentum, momentum >= 0 && momentum < 1, 'at least 0 and less than 1'],
    [
      'second momentum',
      secondMomentum,
      secondMomentum >= 0 && secondMomentum < 1,
      'at least 0 and less than 1',
    ],
    ['epsilon', epsilon, epsilon >= 0 && epsilon < Infinity, 'at least 0'],
    ['weight decay', weightDecay, weightDecay >= 0 && weightDecay < Infinity, 'at least 0'],
  ]
  for (const [name, value, holds, rule] of rules) {
    if (!holds) throw new RangeError(`the ${name} is ${value}; it must be ${rule}`)
  }
}
