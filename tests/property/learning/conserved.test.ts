import { describe, expect, it } from 'vitest'
import {
  startedClassifier,
  inputsOf,
  classifierParameters,
  prototypesOf,
} from '../../../src/document/classifier'
import { keptBy, ledger } from '../../../src/learning/conserved'
import { usualOptimiser, type OptimiserSettings } from '../../../src/learning/optimisers'
import { attentionRecipes, buildAttention } from '../../../src/learning/recipes'
import { startRun } from '../../../src/learning/training'

const beta = 4
const recipe = {
  ...attentionRecipes.tree7,
  sequences: { ...attentionRecipes.tree7.sequences, train: 60, heldOut: 1 },
}
const build = (geometry: 'halfPlane' | 'line', inner: number) =>
  buildAttention({ ...recipe, head: { geometry, inner, beta: { kind: 'fixed', beta } } })
const u = Number.EPSILON / 2

/** A run with its ledger, and the largest |z| and the least height that it met. */
function run(
  settings: Partial<OptimiserSettings>,
  steps: number,
  geometry: 'halfPlane' | 'line' = 'halfPlane',
) {
  const { task } = build(geometry, 2)
  const start = task.start(3)
  const book = ledger(task.layout, start)
  const one = startRun(
    task,
    {
      optimiser: { ...usualOptimiser, ...settings },
      schedule: { kind: 'cosine', steps: 2 * steps, floor: 0.1 },
      measureEvery: 1000,
      checkpointEvery: 20,
    },
    start,
    book.observe,
  )
  let [largest, lowest] = [0, Infinity]
  for (let n = 0; n < steps; n++) {
    expect(one.step()).toBe(1)
    const points = one.parameters()
    for (let m = 0; geometry === 'halfPlane' && m < points.length; m += 2) {
      largest = Math.max(largest, Math.hypot(points[m]!, points[m + 1]!))
      lowest = Math.min(lowest, points[m + 1]!)
    }
  }
  return { task, one, book, largest, lowest }
}

const descent = { method: 'gradientDescent', coordinates: 'xy', learningRate: 0.05 } as const

describe('the ledger of a run', () => {
  /**
   * What rounding does to Σ ∂L/∂x in one step. Both ends of a pair get its weight ∂L/∂C times a derivative of at most 1/y,
   * which are opposite but for some 20 roundings each; a point adds up 7 of them; and Σ |∂L/∂C| ≤ 2β.
   */
  const residual = (lowest: number) => 27 * u * 2 * beta * (2 / lowest)

  it('gradient descent in (x, y) keeps Σ Re z, up to the rounding of the steps and of the gradient', () => {
    const steps = 200
    const { task, one, book, largest, lowest } = run(descent, steps)
    const { kept, balances } = book.read(steps, one.parameters())
    expect(kept).toBe('both')
    expect(balances).toHaveLength(2)
    const points = task.layout.points / 2
    // Two roundings a point and step, of numbers below 2|z|; adding up the points, twice.
    const bound =
      steps * (4 * u * points * largest + 0.05 * residual(lowest)) + 2 * points * points * u * largest
    expect(bound).toBeLessThan(1e-10)
    for (const { sum, sumAtStart } of balances) expect(Math.abs(sum - sumAtStart)).toBeLessThan(bound)
  })

  it('Σ |z|² grows by Σ η² |∂L|², with the learning rate of the schedule at each step', () => {
    const steps = 200
    const { task, one, book, largest, lowest } = run(descent, steps)
    const points = task.layout.points / 2
    const squares = points * largest * largest
    // As above with Σ (x ∂L/∂x + y ∂L/∂y), and four roundings of numbers below 4|z|² a point and step.
    const bound =
      steps * (16 * u * squares + 2 * 0.05 * largest * 2 * residual(lowest)) + 4 * points * u * squares
    expect(bound).toBeLessThan(1e-9)
    for (const { growth, predicted } of book.read(steps, one.parameters()).balances) {
      expect(predicted).toBeGreaterThan(1e-4)
      expect(Math.abs(growth - predicted)).toBeLessThan(bound)
    }
  })

  it('says which law each method loses, and so it is', () => {
    const after = (settings: Partial<OptimiserSettings>, geometry: 'halfPlane' | 'line' = 'halfPlane') => {
      const { one, book } = run({ ...settings, learningRate: 0.02 }, 50, geometry)
      const { kept, balances } = book.read(50, one.parameters())
      const drift = Math.max(...balances.map(({ sum, sumAtStart }) => Math.abs(sum - sumAtStart)))
      const miss = Math.max(...balances.map(({ growth, predicted }) => Math.abs(growth - predicted)))
      return { kept, keepsSum: drift < 1e-10, grows: miss < 1e-10 }
    }
    const both = { kept: 'both', keepsSum: true, grows: true }
    const sum = { kept: 'sum', keepsSum: true, grows: false }
    const neither = { kept: 'neither', keepsSum: false, grows: false }
    expect(after(descent)).toEqual(both)
    expect(after({ ...descent, coordinates: 'xLogY' })).toEqual(sum)
    expect(after({ ...descent, method: 'momentum' })).toEqual(sum)
    expect(after({ method: 'momentum' }, 'line')).toEqual(sum)
    expect(after({ method: 'adam', coordinates: 'xy' })).toEqual(neither)
    expect(after({ ...descent, coordinates: 'intrinsic' })).toEqual(neither)
    expect(after({ ...descent, weightDecay: 0.1 })).toEqual(neither)
    expect(keptBy({ stride: 1 }, { ...usualOptimiser, ...descent, coordinates: 'intrinsic' })).toBe('sum')
  })

  it('forgets steps that the run forgets, and one step of another method is remembered', () => {
    const { one, book } = run(descent, 70)
    const straight = book.read(70, one.parameters())
    expect(one.rewind(40)).toBe(40)
    expect(book.read(40, one.parameters())).not.toEqual(straight)
    one.step(30)
    expect(book.read(70, one.parameters())).toEqual(straight)
    const optimiser = { ...usualOptimiser, method: 'adam', coordinates: 'xy' } as const
    one.tune({ ...one.checkpoint().settings, optimiser })
    one.step(1)
    expect(book.read(71, one.parameters()).kept).toBe('neither')
    one.rewind(60)
    expect(book.read(60, one.parameters()).kept).toBe('both')
  })
})

it('a classifier keeps its loss under translations of prototypes and inputs together, not of prototypes alone', () => {
  const document = startedClassifier(
    {
      space: 'halfPlane',
      data: { kind: 'moons', train: 60, heldOut: 4, seed: 1 },
      perClass: 3,
      rule: 'fixed',
      beta: 4,
    },
    1,
  )
  const { train } = inputsOf(document)
  const parameters = classifierParameters(document)
  for (const points of [parameters, train.points])
    expect(Math.min(...points.filter((_, n) => n % 2 === 1))).toBeGreaterThan(0.05)
  const [ofPrototypes, ofInputs] = [
    new Float64Array(parameters.length),
    new Float64Array(train.points.length),
  ]
  prototypesOf(document).loss(parameters, train, ofPrototypes, ofInputs)
  const across = (gradient: Float64Array) => gradient.reduce((sum, g, n) => (n % 2 === 0 ? sum + g : sum), 0)
  // 27 roundings of |∂L/∂C| / y for each of 6 · 60 pairs, as above, and up to 60 additions.
  expect(Math.abs(across(ofPrototypes) + across(ofInputs))).toBeLessThan((27 + 60) * u * 2 * 4 * (2 / 0.05))
  expect(Math.abs(across(ofPrototypes))).toBeGreaterThan(1e-3)
})
