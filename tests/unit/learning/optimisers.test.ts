import { describe, expect, it } from 'vitest'
import { optimiser, usualOptimiser, type OptimiserSettings } from '../../../src/learning/optimisers'
import type { Layout } from '../../../src/learning/parameters'
import { dist } from '../../../src/math/upperHalfPlane'

const real: Layout = { stride: 1, points: 2, inner: 1, reals: 1 }
const point: Layout = { stride: 2, points: 1, inner: 1, reals: 0 }
const plain = (change: Partial<OptimiserSettings>): OptimiserSettings => ({
  ...usualOptimiser,
  method: 'gradientDescent',
  learningRate: 0.1,
  ...change,
})

function after(layout: Layout, settings: OptimiserSettings, from: number[], gradients: number[][]): number[] {
  const steps = optimiser(layout, settings)
  const parameters = Float64Array.from(from)
  for (const gradient of gradients) steps.step(parameters, Float64Array.from(gradient))
  return Array.from(parameters)
}

const expectClose = (one: number[], other: number[]) =>
  other.forEach((value, n) => expect(one[n]).toBeCloseTo(value, 14))

describe('on the line, by hand', () => {
  it('gradient descent: p - ηg, the reals with a rate of their own', () => {
    expectClose(after(real, plain({}), [1, 2, 3], [[1, -2, 4]]), [0.9, 2.2, 2.6])
    expectClose(after(real, plain({ learningRateOfReals: 0 }), [1, 2, 3], [[1, -2, 4]]), [0.9, 2.2, 3])
  })

  it('momentum: m ← μm + g', () => {
    const twice = after(
      real,
      plain({ method: 'momentum', momentum: 0.5 }),
      [1, 2, 3],
      [
        [1, -2, 4],
        [1, 0, 0],
      ],
    )
    expectClose(twice, [1 - 0.1 - 0.15, 2 + 0.2 + 0.1, 3 - 0.4 - 0.2])
  })

  it('Adam: the first step is η in each number, whatever the gradient; the second by its formula', () => {
    const settings = plain({ method: 'adam', epsilon: 0 })
    expectClose(after(real, settings, [1, 2, 3], [[5, -1e-3, 0]]), [0.9, 2.1, 3])
    const m = (0.9 * 0.1 * 5 + 0.1 * 1) / (1 - 0.81)
    const v = (0.999 * 0.001 * 25 + 0.001 * 1) / (1 - 0.999 ** 2)
    const second = after(
      real,
      settings,
      [1, 2, 3],
      [
        [5, 0, 0],
        [1, 0, 0],
      ],
    )
    expect(second[0]).toBeCloseTo(0.9 - (0.1 * m) / Math.sqrt(v), 13)
  })

  it('weight decay adds λx, and leaves the reals alone', () => {
    expectClose(after(real, plain({ weightDecay: 0.5 }), [1, 2, 3], [[0, 0, 0]]), [0.95, 1.9, 3])
  })
})

describe('in the half-plane, by hand', () => {
  it('in (x, y) it subtracts, in (x, log y) it multiplies the height', () => {
    expectClose(after(point, plain({ coordinates: 'xy' }), [1, 2], [[1, 3]]), [0.9, 1.7])
    expectClose(after(point, plain({ coordinates: 'xLogY' }), [1, 2], [[1, 3]]), [0.9, 2 * Math.exp(-0.6)])
  })

  it('in (x, y) it never leaves: a step below a tenth of the height ends there and is counted', () => {
    const steps = optimiser(point, plain({ coordinates: 'xy', learningRate: 1 }))
    const z = Float64Array.of(1, 2)
    steps.step(z, Float64Array.of(0, 5))
    expect(Array.from(z)).toEqual([1, 0.2])
    expect(steps.save().shortened).toBe(1)
  })

  it('intrinsic gradient descent goes η|grad| far: upwards y e^η|grad|', () => {
    // grad = y ∂/∂y in the frame: at y = 2 a slope of -3 has length 6.
    expectClose(after(point, plain({}), [1, 2], [[0, -3]]), [1, 2 * Math.exp(0.6)])
    const [x, y] = after(point, plain({}), [1, 2], [[2, -1]])
    expect(dist(1, 2, x!, y!)).toBeCloseTo(0.1 * 2 * Math.hypot(2, 1), 14)
  })

  it('intrinsic Adam steps η far at first, in the direction of the gradient', () => {
    const [x, y] = after(point, plain({ method: 'adam', epsilon: 0 }), [1, 2], [[2e-5, 1e-5]])
    expect(dist(1, 2, x!, y!)).toBeCloseTo(0.1, 14)
    expect(x).toBeLessThan(1)
  })

  it('momentum goes on along the geodesic: two steps, the second without gradient', () => {
    const settings = plain({ method: 'momentum', momentum: 0.5 })
    const [x, y] = after(
      point,
      settings,
      [0, 1],
      [
        [3, 4],
        [0, 0],
      ],
    )
    const [u, v] = after(point, plain({ learningRate: 0.15 }), [0, 1], [[3, 4]])
    expect(dist(x!, y!, u!, v!)).toBeLessThan(1e-14)
  })

  it('weight decay draws straight to i: λρ far', () => {
    const [x, y] = after(point, plain({ weightDecay: 0.5 }), [2, 3], [[0, 0]])
    const rho = dist(2, 3, 0, 1)
    expect(dist(2, 3, x!, y!)).toBeCloseTo(0.1 * 0.5 * rho, 13)
    expect(dist(x!, y!, 0, 1)).toBeCloseTo(0.95 * rho, 13)
  })
})

describe('an optimiser', () => {
  it('goes on from what it saved, bit for bit, and forgets one step', () => {
    for (const coordinates of ['intrinsic', 'xy', 'xLogY'] as const) {
      const one = optimiser(point, { ...usualOptimiser, coordinates })
      const z = Float64Array.of(1, 2)
      one.step(z, Float64Array.of(0.3, 0.1))
      const saved = one.save()
      const other = optimiser(point, { ...usualOptimiser, coordinates })
      other.load(JSON.parse(JSON.stringify(saved)) as typeof saved)
      const w = z.slice()
      one.step(z, Float64Array.of(0.2, -0.4))
      other.step(w, Float64Array.of(0.2, -0.4))
      expect(w).toEqual(z)
      expect(one.save()).not.toEqual(saved)
      one.undo()
      expect(one.save()).toEqual(saved)
    }
  })

  it('refuses numbers that are no use', () => {
    const make = (change: Partial<OptimiserSettings>) => () => optimiser(point, plain(change))
    expect(make({ learningRate: 0 })).toThrow('the learning rate is 0; it must be greater than 0')
    expect(make({ learningRate: Infinity })).toThrow(RangeError)
    expect(make({ learningRate: NaN })).toThrow(RangeError)
    expect(make({ momentum: 1 })).toThrow('the momentum is 1')
    expect(make({ secondMomentum: -0.1 })).toThrow('the second momentum is -0.1')
    expect(make({ epsilon: -1 })).toThrow('the epsilon is -1')
    expect(make({ weightDecay: NaN })).toThrow('the weight decay is NaN')
    expect(make({ learningRateOfReals: -1 })).toThrow('the learning rate of β is -1')
    const state = { count: 1, first: [0], second: [0], shortened: 0 }
    expect(() => optimiser(point, plain({})).load(state)).toThrow('the state is of 1 parameters')
  })
})
