import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import { derive } from '../../../src/document/derive'
import { startedClassifier } from '../../../src/document/classifier'
import { binaryTask, startedHead } from '../../../src/document/head'
import { store } from '../../../src/store/store'
import { settingsUsed } from '../../../src/store/runs'
import {
  forgetTraining,
  pauseTraining,
  resetLearningRate,
  startTraining,
  stepTraining,
  training,
  tuneTraining,
} from '../../../src/store/training'
import { usualSettings } from '../../../src/store/trainingSettings'
import { startedTree } from '../../trees'

// Here no worker can be made: the page trains between two frames, as one opened from a file.
const { edit, open } = store.getState()
const document = () => store.getState().document
const state = training.getState
const settle = () => vi.advanceTimersByTime(100)
const openTree = (seed = 1) => open({ ...defaultDocument, ...startedTree(7, 1, false, seed) })

function toTheEnd(): void {
  for (let n = 0; n < 400 && state().status === 'running'; n++) settle()
}

beforeEach(() => {
  vi.useFakeTimers()
  openTree()
  forgetTraining()
  tuneTraining({ ...usualSettings(document()), pace: 'full' })
  resetLearningRate()
})
afterEach(() => {
  forgetTraining()
  vi.useRealTimers()
})

describe('the settings of training', () => {
  it.each([
    ['gradientDescent', 'intrinsic'],
    ['gradientDescent', 'xy'],
    ['gradientDescent', 'xLogY'],
    ['momentum', 'intrinsic'],
    ['momentum', 'xy'],
    ['momentum', 'xLogY'],
  ] as const)(
    '%s in %s comes into the 0.05-ball with the learning rate it brings along',
    (method, stepsIn) => {
      for (const seed of [11, 12, 13]) {
        openTree(seed)
        tuneTraining({ method, stepsIn })
        startTraining()
        toTheEnd()
        expect(derive(document()).lossBefore).toBeLessThan(0.05)
      }
    },
  )

  it('have the usual learning rate of method and model until one is typed', () => {
    expect(state().settings.learningRate).toBe(0.05)
    const task = binaryTask(7)
    open({
      ...defaultDocument,
      element: 0,
      ...startedHead({ space: 'line', inner: 6, rule: 'learned', beta: 4, task }, 1),
    })
    expect(state().settings.learningRate).toBe(0.03)
    tuneTraining({ method: 'gradientDescent' })
    expect(state().settings.learningRate).toBe(0.2)
    tuneTraining({ learningRate: 0.7 })
    tuneTraining({ method: 'momentum' })
    openTree()
    expect(state().settings.learningRate).toBe(0.7)
    resetLearningRate()
    expect(state().settings.learningRate).toBe(0.05)
    tuneTraining({ method: 'adam' })
    const data = { kind: 'moons', train: 20, heldOut: 20, seed: 1 } as const
    const plan = { space: 'halfPlane', data, perClass: 2, rule: 'learned', beta: 3 } as const
    open({ ...defaultDocument, ...startedClassifier(plan, 1) })
    expect(state().settings.learningRate).toBe(0.03)
  })

  it.each([
    [{ learningRate: 0 }, /learning rate must be greater than 0/],
    [{ learningRate: NaN }, /learning rate must be greater than 0/],
    [{ learningRate: Infinity }, /learning rate must be greater than 0/],
    [{ learningRateOfBeta: -1 }, /learning rate of β must be at least 0/],
    [{ learningRateOfBeta: NaN }, /learning rate of β must be at least 0/],
    [{ momentum: 1 }, /momentum must be at least 0 and less than 1/],
    [{ momentum: -0.1 }, /momentum must be at least 0 and less than 1/],
    [{ weightDecay: -1 }, /λ must be at least 0/],
    [{ weightDecay: Infinity }, /λ must be at least 0/],
    [{ stepsOfCosine: 0 }, /cosine needs a whole number of steps/],
    [{ stepsOfRun: 1.5 }, /pauses after a whole number of steps/],
    [{ stepsOfRun: 1e9 }, /pauses after a whole number of steps/],
  ])('%j is refused with a sentence, and nothing changes', (change, reason) => {
    const before = state().settings
    expect(tuneTraining(change)?.problem).toMatch(reason)
    expect(state().settings).toBe(before)
  })

  it('take effect at the next step of the run that goes on', () => {
    const losses = () => state().runs.at(-1)!.losses
    stepTraining(50)
    settle()
    // Steps of no length keep the loss, to the rounding of the exponential map.
    tuneTraining({ learningRate: 1e-300 })
    stepTraining(3)
    settle()
    expect(losses()).toHaveLength(53)
    expect(losses()[52]).toBeCloseTo(losses()[50]!, 12)
    tuneTraining({ learningRate: 0.05, weightDecay: 1e3, method: 'gradientDescent' })
    stepTraining(20)
    settle()
    expect(state().progress!.loss.train).toBeGreaterThan(losses()[52]!)
    expect(settingsUsed(state().runs.at(-1)!).map(({ step }) => step)).toEqual([0, 50, 53])
  })

  it('pause a run after so many steps, and the cosine leaves it a hundredth of the learning rate', () => {
    tuneTraining({ stepsOfRun: 40, stepsOfCosine: 40 })
    startTraining()
    toTheEnd()
    expect(state()).toMatchObject({ status: 'paused', shown: 40 })
    expect(state().sentence).toBe(
      'Paused after 40 steps; Start goes on with a hundredth of the learning rate.',
    )
    tuneTraining({ schedule: 'constant', stepsOfRun: 70 })
    startTraining()
    toTheEnd()
    expect(state()).toMatchObject({ status: 'paused', shown: 70 })
    expect(state().sentence).toBe('Paused after 70 steps; Start goes on.')
  })

  it('weight decay alone pulls every entry to i, by gradient descent in the metric', () => {
    // With β this small the loss of the head is flat, and only the decay moves points.
    open({ ...defaultDocument, ...startedTree(7, 1, false, 1) })
    edit({ head: { ...document().head!, beta: 1e-9 } })
    tuneTraining({ method: 'gradientDescent', learningRate: 0.1, weightDecay: 1, schedule: 'constant' })
    stepTraining(200)
    settle()
    // Each step leaves 0.9 of the distance from i: 0.9²⁰⁰ = 7e-10 of at most 2.
    for (const [x, y] of document().a.flat() as [number, number][]) {
      expect(Math.abs(x)).toBeLessThan(1e-8)
      expect(Math.abs(y - 1)).toBeLessThan(1e-8)
    }
  })

  it('a learning rate of β by itself: 0 leaves β, none is that of the others', () => {
    open({ ...defaultDocument, ...startedTree(7, 2, true, 1) })
    tuneTraining({ learningRateOfBeta: 0 })
    stepTraining(5)
    settle()
    expect(document().head!.beta).toBe(2)
    tuneTraining({ learningRateOfBeta: undefined })
    stepTraining(5)
    settle()
    expect(document().head!.beta).not.toBe(2)
  })

  it('another rule of β keeps the tables and the curve of the run before, and begins a new run', () => {
    stepTraining(30)
    settle()
    const { a, b } = document()
    edit({ head: { ...document().head!, rule: 'learned' } })
    expect(document()).toMatchObject({ a, b })
    expect(state()).toMatchObject({ status: 'paused', shown: undefined })
    stepTraining(5)
    settle()
    expect(state().runs.map(({ losses }) => losses.length)).toEqual([30, 5])
    expect(state().runs.map(({ model }) => model.rule)).toEqual(['fixed', 'learned'])
    edit({ head: { ...document().head!, rule: 'byRow', beta: 8 } })
    stepTraining(5)
    settle()
    expect(state().runs).toHaveLength(3)
    expect(derive(document()).lossBefore).toBeCloseTo(state().progress!.loss.train, 12)
  })

  it('stop at the last finite tables where steps lead to no numbers', () => {
    tuneTraining({ method: 'gradientDescent', learningRate: 1e300, schedule: 'constant' })
    startTraining()
    toTheEnd()
    expect(state().status).toBe('stopped')
    expect(state().sentence).toMatch(/^Stopped: .* The tables are the last finite ones/)
    expect(Number.isFinite(derive(document()).lossBefore)).toBe(true)
    pauseTraining()
  })
})
