import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { derive } from '../../../src/document/derive'
import { defaultDocument } from '../../../src/document/presets'
import { mostTwinSteps } from '../../../src/document/twinSteps'
import { store } from '../../../src/store/store'
import { pauseTwins, resetTwins, startTwins, tuneTwins, twin } from '../../../src/store/twin'
import { startedTree } from '../../trees'

// Here no worker can be made: the page trains between two frames, as one opened from a file.
const state = twin.getState
const head = { ...defaultDocument, ...startedTree(7, 1, false, 1) }

function toTheEnd(): void {
  for (let n = 0; n < 200 && state().status === 'running'; n++) vi.advanceTimersByTime(100)
}

beforeEach(() => {
  vi.useFakeTimers()
  store.getState().open(head)
  tuneTwins({
    method: 'adam',
    stepsIn: 'intrinsic',
    learningRate: 0.05,
    steps: 120,
    move: 'rotation',
    seed: undefined,
  })
})
afterEach(() => {
  resetTwins()
  vi.useRealTimers()
})

describe('twins of the model in the document', () => {
  it('run to the end beside each other, and change nothing of the document', () => {
    startTwins()
    toTheEnd()
    expect(store.getState().document).toBe(head)
    expect(state()).toMatchObject({ status: 'ended', of: head })
    const { step, losses, twinLosses, differences, changeOfC, slower } = state().progress!
    expect(step).toBe(120)
    expect(losses[0]).toBeCloseTo(derive(head).lossBefore, 12)
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 3)
    losses.forEach((loss, n) => expect(twinLosses[n]).toBeCloseTo(loss, 10))
    expect(differences).toHaveLength(121)
    expect(Math.max(...differences)).toBeLessThan(1e-10)
    expect(changeOfC).toBeLessThan(1e-9)
    expect(slower).toBeUndefined()
  })

  it('keep where the points were, from the base to the end, with the twin pulled back', () => {
    startTwins()
    toTheEnd()
    const { model, twin: pulledBack } = state().progress!.tracks
    const { base } = derive(head)
    expect(model[0]).toEqual(Float64Array.from([...base.a, ...base.b]))
    expect(model.length).toBe(pulledBack.length)
    expect(model.length).toBeGreaterThan(100)
    model.at(-1)!.forEach((x, n) => expect(pulledBack.at(-1)![n]).toBeCloseTo(x, 10))
  })

  it('of a dilation in (x, y) are a run with another learning rate, bit for bit', () => {
    for (const [method, rate] of [
      ['gradientDescent', 0.0125],
      ['adam', 0.025],
    ] as const) {
      tuneTwins({ method, stepsIn: 'xy', move: 'dilation' })
      startTwins()
      toTheEnd()
      const { slower, differences } = state().progress!
      expect(slower).toMatchObject({ k: 2, learningRate: rate })
      expect(Math.max(...slower!.differences)).toBe(0)
      expect(differences.at(-1)!).toBeGreaterThan(1e-2)
    }
  })

  it('pause and go on where they were', () => {
    startTwins()
    vi.advanceTimersByTime(200)
    pauseTwins()
    vi.advanceTimersByTime(200)
    const { step } = state().progress!
    expect(step).toBeGreaterThan(0)
    expect(step).toBeLessThan(120)
    vi.advanceTimersByTime(1000)
    expect(state()).toMatchObject({ status: 'paused', progress: { step } })
    startTwins()
    toTheEnd()
    expect(state().progress!.step).toBe(120)
  })

  it('are forgotten by a reset or another setting, and what still comes of them is dropped', () => {
    for (const forget of [resetTwins, () => void tuneTwins({ move: 'translation' })]) {
      startTwins()
      vi.advanceTimersByTime(200)
      expect(state().progress).toBeDefined()
      forget()
      vi.advanceTimersByTime(1000)
      expect(state()).toMatchObject({ status: 'idle', progress: undefined, of: undefined })
    }
  })

  it('start from fresh points where asked, always the same', () => {
    tuneTwins({ seed: 5 })
    const losses = [head, { ...head, ...startedTree(7, 1, false, 2) }].map((document) => {
      store.getState().open(document)
      startTwins()
      toTheEnd()
      return state().progress!.losses
    })
    expect(losses[0]).toEqual(losses[1])
    expect(losses[0]![0]).not.toBeCloseTo(derive(head).lossBefore, 3)
  })

  it('stay with an edit of the model, and go with the model', () => {
    startTwins()
    toTheEnd()
    const { progress } = state()
    store.getState().edit({ b: [head.b[0]!.map((_, l) => [l / 10, 1] as const)] })
    expect(state().progress).toBe(progress)
    store.getState().open(defaultDocument)
    expect(state()).toMatchObject({ status: 'idle', progress: undefined })
    startTwins()
    expect(state().status).toBe('idle')
  })

  it('say why they stand still, and run with better numbers', () => {
    tuneTwins({ method: 'gradientDescent', stepsIn: 'xLogY', learningRate: 1e200 })
    startTwins()
    toTheEnd()
    expect(state().status).toBe('stopped')
    expect(state().sentence).toMatch(/^Stopped: the (model|twin) stands still, as .* after step \d+\.$/)
    tuneTwins({ learningRate: 0.05 })
    startTwins()
    toTheEnd()
    expect(state().status).toBe('ended')
  })

  it('refuse settings of no use in a sentence, and keep those they have', () => {
    const { settings } = state()
    expect(tuneTwins({ learningRate: 0 })!.problem).toBe('The learning rate must be greater than 0')
    expect(tuneTwins({ learningRate: NaN })).toBeDefined()
    for (const steps of [0, 1.5, mostTwinSteps + 1, NaN]) expect(tuneTwins({ steps })).toBeDefined()
    expect(state().settings).toBe(settings)
  })
})
