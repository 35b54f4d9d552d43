import { describe, expect, it } from 'vitest'
import { attentionRecipes, buildAttention } from '../../../src/learning/recipes'
import type { Layout } from '../../../src/learning/parameters'
import { scaleAt } from '../../../src/learning/schedule'
import type { Task } from '../../../src/learning/task'
import { inBallSince, startRun, type Checkpoint, type RunSettings } from '../../../src/learning/training'

const small = {
  ...attentionRecipes.tree7,
  sequences: { ...attentionRecipes.tree7.sequences, train: 30, heldOut: 30 },
}
const { task, settings } = buildAttention(small)
const every: RunSettings = { ...settings, measureEvery: 10, checkpointEvery: 20 }

/** A loss of one real number, with its slope. */
function taskOf(f: (x: number) => [loss: number, slope: number], from: number): Task {
  const layout: Layout = { stride: 1, points: 1, inner: 1, reals: 0 }
  const measure = { loss: 0, accuracy: 1 }
  return {
    layout,
    start: () => Float64Array.of(from),
    loss: (parameters, gradient) => {
      const [loss, slope] = f(parameters[0]!)
      if (gradient) gradient[0] = slope
      return loss
    },
    measure: () => ({ train: measure, heldOut: measure }),
  }
}
const plain = (learningRate: number): RunSettings => ({
  ...every,
  schedule: { kind: 'constant' },
  optimiser: { ...settings.optimiser, method: 'gradientDescent', learningRate },
})

describe('a run', () => {
  it('is the same for the same seed, in one go or in pieces, and another for another seed', () => {
    const runs = [3, 3, 4].map((seed) => startRun(task, every, seed))
    expect(runs[0]!.step(60)).toBe(60)
    for (let n = 0; n < 60; n += 7) runs[1]!.step(Math.min(7, 60 - n))
    runs[2]!.step(60)
    expect(runs[1]!.count()).toBe(60)
    expect(runs[1]!.parameters()).toEqual(runs[0]!.parameters())
    expect(runs[1]!.history).toEqual(runs[0]!.history)
    expect(runs[2]!.parameters()).not.toEqual(runs[0]!.parameters())
  })

  it('records every loss and norm, measures every tenth step and keeps every twentieth', () => {
    const run = startRun(task, every, 3)
    run.step(45)
    expect(run.history.losses).toHaveLength(45)
    expect(run.history.euclideanNorms).toHaveLength(45)
    expect(run.history.riemannianNorms).toHaveLength(45)
    expect(run.history.measures.map(({ step }) => step)).toEqual([0, 10, 20, 30, 40])
    expect(run.checkpoints.map(({ step }) => step)).toEqual([0, 20, 40])
    expect(run.history.measures[2]!.train.loss).toBe(run.history.losses[20])
    expect(run.history.losses[0]).toBe(task.loss(task.start(3)))
    expect(run.measure().step).toBe(45)
    expect(run.measure().train.loss).toBeLessThan(run.history.losses[0]!)
  })

  it('rewinds to a checkpoint and goes on as before, bit for bit', () => {
    const run = startRun(task, every, 3)
    run.step(50)
    const [reached, history] = [run.parameters().slice(), structuredClone(run.history)]
    expect(run.rewind(33)).toBe(20)
    expect(run.history.losses).toHaveLength(20)
    expect(run.history.measures.map(({ step }) => step)).toEqual([0, 10])
    run.step(30)
    expect(run.parameters()).toEqual(reached)
    expect(run.history).toEqual(history)
    expect(run.rewind()).toBe(0)
    expect(run.parameters()).toEqual(task.start(3))
    run.step(50)
    expect(run.parameters()).toEqual(reached)
  })

  it('goes on from a checkpoint that went through JSON', () => {
    const run = startRun(task, every, 3)
    run.step(25)
    const kept = JSON.parse(JSON.stringify(run.checkpoint())) as Checkpoint
    run.step(25)
    const again = startRun(task, every, kept)
    expect(again.count()).toBe(25)
    expect(again.history.from).toBe(25)
    again.step(25)
    expect(again.parameters()).toEqual(run.parameters())
    expect(again.history.losses).toEqual(run.history.losses.slice(25))
    expect(again.rewind()).toBe(25)
  })

  it('takes other settings and another β from the next step on', () => {
    const [one, other] = [startRun(task, every, 3), startRun(task, every, 3)]
    one.step(10)
    other.step(10)
    other.tune(every)
    expect([one.step(5), other.step(5)]).toEqual([5, 5])
    expect(other.parameters()).toEqual(one.parameters())
    other.tune({ ...every, optimiser: { ...every.optimiser, learningRate: 0.1 } })
    one.step()
    other.step()
    expect(other.parameters()).not.toEqual(one.parameters())
    const sharper = buildAttention({ ...small, head: { ...small.head, beta: { kind: 'fixed', beta: 12 } } })
    one.use(sharper.task)
    one.step()
    expect(one.history.losses[16]).toBeCloseTo(one.history.losses[15]!, 0)
    expect(one.count()).toBe(17)
    const wider = buildAttention({ ...small, head: { ...small.head, inner: 2 } })
    expect(() => one.use(wider.task)).toThrow('do not fit')
    expect(() => one.tune({ ...every, measureEvery: 0 })).toThrow('measureEvery is 0')
    expect(() => one.tune(plain(0))).toThrow('the learning rate is 0')
    expect(one.step()).toBe(1)
  })

  it('stops at the last finite state where a step overflows, and goes on with a smaller learning rate', () => {
    // x ← x - η 4x³ grows without bound from 1 on.
    const quartic = taskOf((x) => [x ** 4, 4 * x ** 3], 2)
    const run = startRun(quartic, plain(1), 0)
    const made = run.step(50)
    const stop = run.stopped()!
    expect(made).toBeLessThan(10)
    expect(stop.step).toBe(run.count())
    expect(stop.reason).toMatch(
      /(loss|gradient) is no longer finite after step \d|are no points after step \d/,
    )
    expect(run.parameters().every(Number.isFinite)).toBe(true)
    expect(Number.isFinite(quartic.loss(run.parameters()))).toBe(true)
    expect(run.history.losses.every(Number.isFinite)).toBe(true)
    expect(run.step(5)).toBe(0)
    run.tune(plain(1e-3))
    expect(run.stopped()).toBeUndefined()
    run.rewind()
    expect(run.step(20)).toBe(20)
    expect(run.measure().step).toBe(20)
    expect(run.history.losses.at(-1)).toBeLessThan(run.history.losses[0]!)
  })

  it('takes the step back that led to a loss that is not finite, in the optimiser too', () => {
    const wall = taskOf((x) => [x < 0.3 ? NaN : x, 1], 1)
    const momentum: RunSettings = { ...plain(0.1), optimiser: { ...settings.optimiser, method: 'momentum' } }
    const run = startRun(wall, momentum, 0)
    const steps = run.step(50)
    const free = startRun(
      taskOf((x) => [x, 1], 1),
      momentum,
      0,
    )
    free.step(steps)
    expect(run.stopped()!.reason).toBe(`the loss is no longer finite after step ${steps}`)
    expect(run.parameters()[0]).toBeGreaterThanOrEqual(0.3)
    expect(run.checkpoint()).toEqual(free.checkpoint())
    expect(run.history.losses).toEqual(free.history.losses)
  })

  it('stops at once, with its start, where the first loss is not finite', () => {
    const run = startRun(
      taskOf(() => [Infinity, 0], 1),
      plain(0.1),
      0,
    )
    expect(run.step(5)).toBe(0)
    expect(run.stopped()).toEqual({ step: 0, reason: 'the loss is no longer finite after step 0' })
  })

  it('survives a learning rate of 1e308 in the half-plane, with every optimiser', () => {
    for (const method of ['gradientDescent', 'momentum', 'adam'] as const) {
      for (const coordinates of ['intrinsic', 'xy', 'xLogY'] as const) {
        const optimiser = { ...settings.optimiser, method, coordinates, learningRate: 1e308 }
        const run = startRun(task, { ...every, optimiser }, 1)
        run.step(20)
        const { train } = run.measure()
        expect(run.stopped(), `${method} ${coordinates}`).toBeDefined()
        expect(Number.isFinite(train.loss), `${method} ${coordinates}`).toBe(true)
      }
    }
  })

  it('refuses a start that is no model', () => {
    const start = task.start(1)
    expect(() => startRun(task, every, start.slice(1))).toThrow(
      'the start has 27 numbers, the model 28 parameters',
    )
    start[3] = 0
    expect(() => startRun(task, every, start)).toThrow('a point outside the half-plane')
    start[3] = NaN
    expect(() => startRun(task, every, start)).toThrow(RangeError)
    expect(() => startRun(task, { ...every, checkpointEvery: 0.5 }, 1)).toThrow('checkpointEvery is 0.5')
    expect(() => startRun(task, { ...every, schedule: { kind: 'cosine', steps: 0, floor: 0 } }, 1)).toThrow(
      '0 steps',
    )
    expect(() => startRun(task, { ...every, schedule: { kind: 'cosine', steps: 9, floor: 2 } }, 1)).toThrow(
      'ends at 2',
    )
  })
})

describe('scaleAt', () => {
  it('falls along half a cosine to the floor and stays there', () => {
    const schedule = { kind: 'cosine', steps: 100, floor: 0.01 } as const
    expect(scaleAt(schedule, 0)).toBe(1)
    expect(scaleAt(schedule, 50)).toBeCloseTo(0.505, 15)
    expect(scaleAt(schedule, 100)).toBe(0.01)
    expect(scaleAt(schedule, 1000)).toBe(0.01)
    expect(scaleAt({ kind: 'constant' }, 1000)).toBe(1)
  })
})

describe('inBallSince', () => {
  it('is the first step of the last stretch below ε', () => {
    expect(inBallSince([3, 1, 3, 0.5, 0.4], 1)).toBe(3)
    expect(inBallSince([0.1, 0.2], 1)).toBe(0)
    expect(inBallSince([0.1, 1], 1)).toBeUndefined()
    expect(inBallSince([0.1, NaN], 1)).toBeUndefined()
    expect(inBallSince([], 1)).toBeUndefined()
  })
})
