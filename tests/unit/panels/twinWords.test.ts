import { describe, expect, it } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import { moveWords, slowerName, slowerWords, twinStatus } from '../../../src/panels/twinWords'
import { twin, type TwinState } from '../../../src/store/twin'
import { startedTree } from '../../trees'

const head = { ...defaultDocument, ...startedTree(7, 1, false, 1) }
type Settings = TwinState['settings']
type Slower = NonNullable<TwinState['progress']>['slower']

function state(differences: readonly number[], settings: Partial<Settings> = {}, slower?: Slower): TwinState {
  const initial = twin.getState()
  return {
    ...initial,
    status: 'ended',
    of: head,
    settings: { ...initial.settings, move: 'rotation', stepsIn: 'intrinsic', ...settings },
    progress: {
      kind: 'progress',
      run: 1,
      step: differences.length - 1,
      losses: new Float64Array(0),
      twinLosses: new Float64Array(0),
      differences: Float64Array.from(differences),
      changeOfC: 0,
      slower,
      tracks: { model: [], twin: [] },
      hasEnded: true,
      stopped: undefined,
    },
  }
}
const rising = (steps: number, at: (step: number) => number) =>
  Array.from({ length: steps + 1 }, (_, step) => at(step))

describe('what is said of twins', () => {
  it('coincide: by the largest difference on the way', () => {
    expect(twinStatus(state([1e-16, 3.14e-13, 1e-15]))).toBe(
      'After 2 steps the tracks differ by 3.1e-13: they coincide up to rounding.',
    )
    expect(twinStatus(state([0, 0, 0]))).toMatch(/they coincide bit for bit\.$/)
  })

  it('have parted only where no law says that they coincide', () => {
    const differences = [1e-16, 0.5, 0.8213]
    expect(twinStatus(state(differences, { stepsIn: 'xy' }))).toBe(
      'After 2 steps the tracks differ by 0.821: they have parted.',
    )
    expect(twinStatus(state(differences, { stepsIn: 'xy', move: 'translation' }))).not.toMatch(/parted/)
    expect(twinStatus(state(differences))).not.toMatch(/parted/)
  })

  it('where rounding has grown, says from when, and to what', () => {
    const differences = rising(300, (step) => (step < 213 ? 2e-14 : 2.3e-4))
    expect(twinStatus(state(differences))).toBe(
      'For 212 steps they coincide up to 2.0e-14. After 300 steps the tracks differ by 2.3e-4: rounding, ' +
        'which has grown where points meet, as it does after some hundred steps. Without rounding they coincide.',
    )
  })

  it('puts before it why they have stopped', () => {
    const stopped = {
      ...state([0, 1], { stepsIn: 'xy' }),
      status: 'stopped' as const,
      sentence: 'Stopped: …',
    }
    expect(twinStatus(stopped)).toBe('Stopped: … After 1 step the tracks differ by 1.00: they have parted.')
    const refused = { ...stopped, progress: undefined, sentence: 'Not possible: ….' }
    expect(twinStatus(refused)).toBe('Not possible: ….')
  })

  it('names the other learning rate, and how far that run is from the twin', () => {
    const slower = (k: number, learningRate: number, differences: number[]): Slower => ({
      k,
      learningRate,
      losses: new Float64Array(0),
      differences: Float64Array.from(differences),
    })
    const descent = state([0], { method: 'gradientDescent' }, slower(2, 0.0125, [0, 0]))
    expect(slowerName(descent)).toBe('η/4 = 0.0125')
    expect(slowerWords(descent)).toBe('bit for bit the twin')
    const adam = state([0], { method: 'adam' }, slower(0.5, 0.1, [0, 2e-9]))
    expect(slowerName(adam)).toBe('2η = 0.1')
    expect(slowerWords(adam)).toBe('2.0e-9 from the twin')
  })

  it('tells what the twin is moved by', () => {
    const by = (element: typeof head.element, reflected = false) =>
      moveWords({ ...head, element, reflected }, 'page')
    expect(by([1, 0, 0, 1])).toMatch(/^g is the identity/)
    expect(by([1, 2, 0, 1])).toBe('parabolic, fixes ∞ only')
    expect(by([1, 2, 0, 1], true)).toMatch(/^mirrored, then /)
    expect(moveWords({ ...head, space: 'line', element: 0 }, 'translation')).toBe('x ↦ x + 1')
  })
})
