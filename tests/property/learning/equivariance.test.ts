import { describe, expect, it } from 'vitest'
import { conserved } from '../../../src/learning/conserved'
import { attentionRecipes, buildAttention, type AttentionRecipe } from '../../../src/learning/recipes'
import { usualOptimiser, type OptimiserSettings } from '../../../src/learning/optimisers'
import { movePoints, riemannianNorm } from '../../../src/learning/parameters'
import { startRun } from '../../../src/learning/training'
import { translate } from '../../../src/math/line'
import { act, element, type Psl2r } from '../../../src/math/psl2r'
import { random, randomElement } from '../../../src/math/random'
import { dist } from '../../../src/math/upperHalfPlane'

const recipe: AttentionRecipe = {
  ...attentionRecipes.tree7,
  sequences: { ...attentionRecipes.tree7.sequences, train: 60, heldOut: 1 },
  head: { geometry: 'halfPlane', inner: 2, beta: { kind: 'learned', beta: 4 } },
}
const { head, data, task } = buildAttention(recipe)
const start = task.start(5)
const end = 2 * head.layout.points
const by = (g: Psl2r) => (points: Float64Array, out: Float64Array) => act(g, points, out)
const moved = (g: Psl2r, parameters: Float64Array) => movePoints(head.layout, parameters, by(g))

function trained(settings: Partial<OptimiserSettings>, from: Float64Array, steps = 100): Float64Array {
  const optimiser = { ...usualOptimiser, ...settings }
  const schedule = { kind: 'constant' } as const
  const run = startRun(task, { optimiser, schedule, measureEvery: 1000, checkpointEvery: 1000 }, from)
  expect(run.step(steps)).toBe(steps)
  return run.parameters()
}

/** The largest distance between corresponding points, and difference of log β. */
function apart(one: Float64Array, other: Float64Array): number {
  let most = Math.abs(one.at(-1)! - other.at(-1)!)
  for (let n = 0; n < end; n += 2) most = Math.max(most, dist(one[n]!, one[n + 1]!, other[n]!, other[n + 1]!))
  return most
}

const ways = [
  { method: 'gradientDescent', learningRate: 2, learningRateOfReals: 0.5 },
  { method: 'momentum', learningRate: 0.3, learningRateOfReals: 0.1 },
  { method: 'adam', learningRate: 0.05 },
] as const

describe('a trajectory from gW is g of the trajectory from W', () => {
  const elements = Array.from({ length: 6 }, (_, n) => randomElement(random(n + 1), 0.5 + n / 3))

  it.each(ways)('$method in the metric: to 1e-10 over 100 steps, for every g', (way) => {
    const end = trained(way, start)
    expect(apart(end, start)).toBeGreaterThan(0.3)
    for (const g of elements) expect(apart(trained(way, moved(g, start)), moved(g, end))).toBeLessThan(1e-10)
  })

  it.each(ways)('$method in (x, y) and (x, log y): not for a rotation, to 1e-10 for a translation', (way) => {
    const quarter = element(1, -1, 1, 1)
    const sideways: Psl2r = [1, 0.75, 0, 1]
    for (const coordinates of ['xy', 'xLogY'] as const) {
      // Small enough to be far from chaos, where any rounding grows.
      const small = { ...way, coordinates, learningRate: way.learningRate / 20 }
      const reached = trained(small, start)
      const control = apart(trained(small, moved(quarter, start)), moved(quarter, reached))
      expect(control, coordinates).toBeGreaterThan(1e-3)
      expect(apart(trained(small, moved(sideways, start)), moved(sideways, reached))).toBeLessThan(1e-10)
    }
  })

  it('weight decay breaks it, except for rotations about i', () => {
    const way = { ...ways[2], weightDecay: 0.01 }
    const reached = trained(way, start)
    const [turn, push] = [element(0.6, -0.8, 0.8, 0.6), element(2, 0, 0, 0.5)]
    expect(apart(trained(way, moved(turn, start)), moved(turn, reached))).toBeLessThan(1e-10)
    expect(apart(trained(way, moved(push, start)), moved(push, reached))).toBeGreaterThan(1e-3)
  })

  it('on the line every method commutes with translations, to 1e-10', () => {
    const onLine = buildAttention({ ...recipe, head: { ...recipe.head, geometry: 'line' } })
    for (const way of ways) {
      // Gradients that cancel leave rounding, which Adam makes a step of up to η/ε times that.
      const optimiser = { ...usualOptimiser, ...way, learningRate: 0.03, epsilon: 1e-6 }
      const settings = { ...onLine.settings, optimiser }
      const from = onLine.task.start(2)
      const shift = (p: Float64Array) => movePoints(onLine.head.layout, p, (z, out) => translate(2.5, z, out))
      const [one, other] = [from, shift(from)].map((first) => startRun(onLine.task, settings, first))
      expect(one!.step(100) + other!.step(100)).toBe(200)
      const wanted = shift(one!.parameters())
      other!.parameters().forEach((value, n) => expect(Math.abs(value - wanted[n]!)).toBeLessThan(1e-10))
    }
  })
})

describe('a dilation by k is a learning rate', () => {
  const dilate = (k: number, parameters: Float64Array) =>
    parameters.map((value, n) => (n < end ? k * value : value))

  it.each(['gradientDescent', 'momentum'] as const)(
    'η/k² for %s in (x, y): bit for bit at k = 2',
    (method) => {
      const way = { method, coordinates: 'xy', learningRate: 0.02, learningRateOfReals: 0.1 } as const
      const slower = { ...way, learningRate: way.learningRate / 4 }
      expect(trained(way, dilate(2, start))).toEqual(dilate(2, trained(slower, start)))
      expect(trained(way, dilate(2, start))).not.toEqual(dilate(2, trained(way, start)))
    },
  )

  it('η/k for Adam in (x, y) with ε = 0, β fixed: bit for bit at k = 2', () => {
    const way = {
      method: 'adam',
      coordinates: 'xy',
      learningRate: 0.02,
      learningRateOfReals: 0.1,
      epsilon: 0,
    } as const
    const slower = { ...way, learningRate: way.learningRate / 2 }
    expect(trained(way, dilate(2, start))).toEqual(dilate(2, trained(slower, start)))
  })
})

describe('what the group says of a gradient', () => {
  it('its Riemannian norm is the same all over the orbit, to 1e-12', () => {
    const gradient = new Float64Array(start.length)
    task.loss(start, gradient)
    const norm = riemannianNorm(head.layout, start, gradient)
    for (let n = 0; n < 20; n++) {
      const there = moved(randomElement(random(n), 2), start)
      task.loss(there, gradient)
      expect(Math.abs(riemannianNorm(head.layout, there, gradient) / norm - 1)).toBeLessThan(1e-12)
    }
  })

  it('gradient descent in (x, y) keeps Σ Re z of each column to 1e-13, and Σ|z|² grows by η²|∂L|² to 1e-13', () => {
    const eta = 0.05
    const run = startRun(
      task,
      {
        optimiser: { ...usualOptimiser, method: 'gradientDescent', coordinates: 'xy', learningRate: eta },
        schedule: { kind: 'constant' },
        measureEvery: 1000,
        checkpointEvery: 1000,
      },
      start,
    )
    const gradient = new Float64Array(start.length)
    const first = conserved(head.layout, start, gradient)
    for (let n = 0; n < 100; n++) {
      head.loss(run.parameters(), data.train, gradient)
      const before = conserved(head.layout, run.parameters(), gradient)
      run.step()
      conserved(head.layout, run.parameters(), gradient).forEach((after, i) => {
        expect(Math.abs(after.sum - first[i]!.sum)).toBeLessThan(1e-13)
        const growth = after.sumOfSquares - before[i]!.sumOfSquares
        expect(Math.abs(growth - eta * eta * before[i]!.gradientSquares)).toBeLessThan(1e-13)
        expect(before[i]!.gradientSquares).toBeGreaterThan(1e-9)
      })
    }
  })

  it('moved on both sides, predictions change by less than 1e-9 (length ≤ 4); moved on one side they change', () => {
    const model = trained({ learningRate: 0.05 }, start, 300)
    const sequence = data.train.sequences[0]!
    const { weights } = head.attend(model, sequence)
    const largest = (other: Float64Array) =>
      head
        .attend(other, sequence)
        .weights.reduce((most, w, n) => Math.max(most, Math.abs(w - weights[n]!)), 0)
    for (let n = 0; n < 50; n++) {
      const g = randomElement(random(n), (4 * (n + 1)) / 50)
      expect(largest(moved(g, model))).toBeLessThan(1e-9)
    }
    const half = moved(randomElement(random(3), 1), model)
    half.set(model.subarray(0, end / 2))
    expect(largest(half)).toBeGreaterThan(1e-2)
  })
})
