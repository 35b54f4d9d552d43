import { describe, expect, it } from 'vitest'
import { startedTree } from '../../trees'
import { defaultDocument } from '../../../src/document/presets'
import {
  ballWords,
  gradientNow,
  gradientWords,
  lossNow,
  statusWords,
  timeWords,
} from '../../../src/panels/trainingWords'
import { curveWords, legendOf, controlWords } from '../../../src/panels/curveWords'
import { begunRun, type SeenControl } from '../../../src/store/runs'
import { store } from '../../../src/store/store'
import { training, type TrainingState } from '../../../src/store/training'

const losses = [1, 0.2, 0.04, 0.06, 0.03]
const progress: TrainingState['progress'] = {
  kind: 'progress',
  run: 2,
  step: 5,
  parameters: new Float64Array(),
  from: 0,
  losses: Float64Array.from(losses),
  euclideanNorms: new Float64Array(5),
  riemannianNorms: new Float64Array(5),
  heldOut: [],
  checkpoints: [],
  loss: { train: 0.02, heldOut: 0.025 },
  accuracy: { train: 1, heldOut: 1 },
  euclideanNorm: 0.0331,
  riemannianNorm: 0.0012,
  msPerStep: 0.0301,
  hasEnded: false,
  stopped: undefined,
}
const idle = training.getState()
const model = { title: '', geometry: 'halfPlane', inner: 1, rule: 'fixed', beta: 10 } as const
const after: TrainingState = {
  ...idle,
  status: 'paused',
  epsilon: 0.05,
  progress,
  shown: 5,
  runs: [
    {
      ...begunRun(2, model, idle.settings),
      losses,
      heldOut: [{ step: 2, loss: 0.09, accuracy: { train: 1, heldOut: 0.9 } }],
    },
  ],
}

const control: SeenControl = {
  ...begunRun(1, { ...model, geometry: 'dot', inner: 2, rule: 'learned', beta: 2 }, idle.settings),
  losses,
  geometry: 'dot',
  steps: 40,
  progress: undefined,
  ending: undefined,
}

describe('what the training panel says', () => {
  it('since when the run is in the ball: the last loss outside is of step 3', () => {
    expect(ballWords(after)).toBe('since step 4')
    expect(ballWords({ ...after, epsilon: 0.3 })).toBe('since step 1')
    expect(ballWords({ ...after, epsilon: 0.01 })).toBe('no')
    expect(ballWords({ ...after, shown: 2 })).toBe('the run from step 4 on')
    expect(ballWords(idle)).toBe('–')
  })

  it('where the run is, or what has happened to it', () => {
    expect(statusWords(idle)).toBe('Not trained since it was opened.')
    expect(statusWords(after)).toBe('Paused. Run 2, step 5')
    expect(statusWords({ ...after, shown: 2 })).toBe('Paused. Run 2, step 2 of 5')
    expect(statusWords({ ...after, status: 'running' })).toBe('Run 2, step 5')
    expect(statusWords({ ...after, status: 'stopped', sentence: 'Stopped.' })).toBe('Stopped.')
  })

  it('gradients of the step that is shown, and the time of one', () => {
    expect(gradientWords(after)).toBe('0.0331 · 0.00120')
    expect(gradientWords({ ...after, shown: 2 })).toBe('–')
    expect(timeWords(after)).toBe('30 µs')
    expect(timeWords({ ...after, progress: { ...progress, msPerStep: 2.5 } })).toBe('2.50 ms')
    expect(timeWords(idle)).toBe('–')
  })

  it('the gradient before a run: a dilation by k divides it by k in coordinates, and leaves it in the metric', () => {
    const head = { ...defaultDocument, ...startedTree(7, 1, false, 1) }
    const read = (element: readonly [number, number, number, number]) =>
      gradientNow({ ...store.getState(), document: { ...head, element } })
    const [still, metric] = read([1, 0, 0, 1]).split(' · ')
    const [first, then] = read([4, 0, 0, 1]).split(' · ')[0]!.split(' → ')
    expect(Number(still) / Number(then)).toBeCloseTo(4, 1)
    expect(first).toBe(still)
    expect(read([4, 0, 0, 1]).split(' · ')[1]).toBe(metric)
    expect(gradientNow({ ...store.getState(), document: defaultDocument })).toBe('–')
  })

  it('the losses under the pointer: held out is measured now and then', () => {
    expect(curveWords(after, { run: 0, step: 3 })).toBe('Run 2, step 3: loss 0.0600, held out 0.0900')
    expect(curveWords(after, { run: 0, step: 1 })).toBe('Run 2, step 1: loss 0.200')
    expect(curveWords(idle, undefined)).toMatch(/logarithmic/)
  })

  it('which line is which run: its number or model, its method, and what its steps are in', () => {
    const settings = { ...idle.settings, method: 'momentum', stepsIn: 'xLogY', learningRate: 0.05 } as const
    const both = { ...after, runs: [...after.runs, begunRun(3, model, settings)], controls: [control] }
    expect(legendOf(both)).toEqual([
      { kind: 'dot', text: 'Dot product, h = 2, β learned: Adam, η 0.05' },
      { kind: 'earlier', text: 'Run 2: Adam in the metric, η 0.05' },
      { kind: 'now', text: 'Run 3: Momentum in x, log y, η 0.05' },
    ])
    expect(curveWords(both, { run: 0, step: 1 })).toBe('Dot product, step 1: loss 0.200')
  })

  it('what a control came to, or how far it is', () => {
    expect(
      controlWords({ ...control, progress: { ...progress, accuracy: { train: 1, heldOut: 0.9 } } }),
    ).toBe('Dot product, h = 2: step 5 of 40, accuracy on held-out data 0.900, training loss 0.0200.')
    expect(
      controlWords({ ...control, progress: { ...progress, hasEnded: true }, ending: 'after 40 steps' }),
    ).toMatch(/^Dot product, h = 2, as many numbers in the tables, .*held-out data 1\.000.*after 40 steps\.$/)
    expect(controlWords({ ...control, ending: 'stopped: the loss is no longer finite after step 3' })).toBe(
      'Dot product, h = 2: stopped: the loss is no longer finite after step 3.',
    )
  })

  it('one loss if the move leaves it alone, else two', () => {
    const { open, edit } = store.getState()
    open({ ...defaultDocument, ...startedTree(7, 1, false, 1), element: [2, 1, 1, 1], move: 'both' })
    expect(lossNow(store.getState())).toMatch(/^\d\.\d+$/)
    edit({ move: 'a' })
    expect(lossNow(store.getState())).toMatch(/^\d\.\d+ → \d\.\d+$/)
    edit({ head: null })
    expect(lossNow(store.getState())).toBe('')
  })
})
