import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setEntry } from '../../../src/document/edit'
import { startedTree } from '../../trees'
import { derive } from '../../../src/document/derive'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem } from '../../../src/document/problem'
import { redo, undo } from '../../../src/store/history'
import { store } from '../../../src/store/store'
import {
  drawTables,
  forgetTraining,
  pauseTraining,
  rewindTraining,
  showStep,
  startTraining,
  stepTraining,
  training,
  tuneTraining,
} from '../../../src/store/training'

// Here no worker can be made: the page trains between two frames, as one opened from a file.
const { edit, open } = store.getState()
const document = () => store.getState().document
const state = training.getState
const steps = () => store.temporal.getState().pastStates.length
const tables = () => ({ a: document().a, b: document().b })
const loss = () => derive(document()).lossBefore
const settle = () => vi.advanceTimersByTime(100)

/** Until the run pauses by itself. */
function toTheEnd(): void {
  for (let n = 0; n < 200 && state().status === 'running'; n++) vi.advanceTimersByTime(100)
}

beforeEach(() => {
  vi.useFakeTimers()
  open({ ...defaultDocument, ...startedTree(7, 1, false, 1) })
  forgetTraining()
  tuneTraining({ method: 'adam', stepsIn: 'intrinsic', learningRate: 0.05, pace: 'fast' })
  store.temporal.getState().clear()
})
afterEach(() => {
  forgetTraining()
  vi.useRealTimers()
})

describe('training of the head in the document', () => {
  it('ends in the ball with every answer right; tables, curve and report tell the same loss', () => {
    const before = loss()
    startTraining()
    toTheEnd()
    expect(before).toBeGreaterThan(0.3)
    expect(state()).toMatchObject({ status: 'paused', shown: 1500 })
    expect(state().progress!.accuracy).toEqual({ train: 1, heldOut: 1 })
    expect(loss()).toBeLessThan(0.01)
    expect(loss()).toBeCloseTo(state().progress!.loss.train, 12)
    expect(state().runs.at(-1)!.losses).toHaveLength(1500)
    expect(state().runs.at(-1)!.losses[0]).toBeCloseTo(before, 12)
  })

  it('is one step to undo, which gives the tables back number for number, and to redo', () => {
    const before = tables()
    startTraining()
    settle()
    settle()
    pauseTraining()
    const after = tables()
    expect(state().shown).toBeGreaterThan(20)
    expect(after).not.toEqual(before)
    expect(steps()).toBe(1)
    undo()
    expect(tables()).toEqual(before)
    redo()
    expect(tables()).toEqual(after)
  })

  it('goes on where it paused, and begins a new run beside the old one after a rewind', () => {
    const before = tables()
    startTraining()
    settle()
    pauseTraining()
    settle()
    const [run, made] = [state().runs.at(-1)!.number, state().shown!]
    startTraining()
    settle()
    expect(state().runs).toHaveLength(1)
    expect(state().shown).toBeGreaterThan(made)
    rewindTraining()
    expect(tables()).toEqual(before)
    settle()
    expect(tables()).toEqual(before)
    stepTraining()
    settle()
    expect(state().runs.map((one) => one.number)).toEqual([run, run + 1])
    expect(state()).toMatchObject({ status: 'paused', shown: 1 })
    expect(state().runs[1]!.losses[0]).toBe(state().runs[0]!.losses[0])
  })

  it('several steps before the worker has answered are steps of one run', () => {
    stepTraining()
    stepTraining()
    stepTraining()
    settle()
    expect(state().runs).toHaveLength(1)
    expect(state().shown).toBe(3)
  })

  it('leaves the tables rewound though a report of later ones is still under way', () => {
    const before = tables()
    startTraining()
    settle()
    stepTraining()
    rewindTraining()
    settle()
    expect(tables()).toEqual(before)
    expect(state().shown).toBe(0)
  })

  it('shows checkpoints, and goes on from the one that is shown', () => {
    startTraining()
    for (let n = 0; n < 8; n++) settle()
    pauseTraining()
    settle()
    const losses = [...state().runs.at(-1)!.losses]
    showStep(60)
    expect(state().shown).toBe(50)
    expect(loss()).toBeCloseTo(losses[50]!, 12)
    stepTraining(2)
    settle()
    expect(state().shown).toBe(52)
    expect(state().runs.at(-1)!.losses).toEqual(losses.slice(0, 52))
  })

  it('keeps what g does meanwhile, and pauses for good where the tables are edited', () => {
    startTraining()
    settle()
    edit({ element: [2, 1, 1, 1], move: 'a' })
    settle()
    expect(state().status).toBe('running')
    expect(document().element).toEqual([2, 1, 1, 1])
    edit(setEntry(document(), 'a', 0, 0, [3, 1]))
    settle()
    expect(state()).toMatchObject({ status: 'paused', shown: undefined })
    expect(state().sentence).toMatch(/^Paused, because the tables were changed/)
    expect(document().a[0]![0]).toEqual([3, 1])
    const edited = tables()
    stepTraining()
    settle()
    expect(state().runs).toHaveLength(2)
    undo()
    expect(tables()).toEqual(edited)
  })

  it('takes another fixed β while it runs', () => {
    startTraining()
    settle()
    edit({ head: { ...document().head!, beta: 3 } })
    settle()
    settle()
    expect(state().status).toBe('running')
    expect(document().head!.beta).toBe(3)
    expect(loss()).toBeCloseTo(state().progress!.loss.train, 12)
  })

  it('changes a learned β, and takes it back', () => {
    open({ ...defaultDocument, ...startedTree(7, 2, true, 1) })
    startTraining()
    settle()
    settle()
    pauseTraining()
    expect(document().head!.beta).not.toBe(2)
    expect(loss()).toBeCloseTo(state().progress!.loss.train, 12)
    rewindTraining()
    expect(document().head!.beta).toBe(2)
  })

  it('stops where it diverges, at the last finite tables, and goes on with a smaller learning rate', () => {
    expect(isProblem(tuneTraining({ learningRate: 0 }))).toBe(true)
    expect(isProblem(tuneTraining({ learningRate: -1 }))).toBe(true)
    expect(isProblem(tuneTraining({ learningRate: NaN }))).toBe(true)
    expect(tuneTraining({ learningRate: 1e308 })).toBeUndefined()
    startTraining()
    toTheEnd()
    expect(state().status).toBe('stopped')
    expect(state().sentence).toMatch(/^Stopped: .* after step \d+\. The tables are the last finite ones/)
    expect(Number.isFinite(loss())).toBe(true)
    tuneTraining({ learningRate: 0.05 })
    stepTraining(5)
    settle()
    expect(state().status).toBe('paused')
    expect(state().progress!.stopped).toBeUndefined()
  })

  it('draws fresh tables, the same for the same seed', () => {
    const before = tables()
    drawTables()
    expect(state().seed).toBe(2)
    expect(tables()).not.toEqual(before)
    expect(tables()).toEqual({ a: startedTree(7, 1, false, 2).a, b: startedTree(7, 1, false, 2).b })
    undo()
    expect(tables()).toEqual(before)
  })

  it('ends with another document, and leaves that one alone', () => {
    startTraining()
    settle()
    open(defaultDocument)
    settle()
    settle()
    expect(document()).toBe(defaultDocument)
    expect(state()).toMatchObject({ status: 'idle', runs: [] })
    expect(store.getState().training).toBe(false)
    startTraining()
    expect(state().status).toBe('idle')
  })
})
