import { afterEach, describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Point } from '../../../src/document/document'
import { encodeLink } from '../../../src/document/link'
import type { Lesson } from '../../../src/document/lesson'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { parametersOf } from '../../../src/document/trainable'
import { defaultView } from '../../../src/document/view'
import { filmPath, filmsNow } from '../../../src/panels/filmPaths'
import { lecture } from '../../../src/store/lecture'
import { store } from '../../../src/store/store'
import { training } from '../../../src/store/training'

const dilation = { ...defaultDocument, element: [2, 0, 0, 0.5] as const }
const heights = (document: typeof defaultDocument) => (document.a.flat() as Point[]).map(([, y]) => y)

afterEach(() => {
  lecture.setState({ lesson: undefined, at: 0 })
  training.setState({ checkpoints: [], progress: undefined })
  store.getState().open(defaultDocument)
})

describe('what an animation shows', () => {
  it('a flow: z ↦ 4ᵗz from the first time to the last, and the page stays as it is', () => {
    store.getState().open(dilation)
    const { at } = filmPath('flow', -1, 2)
    for (const part of [0, 1 / 3, 0.5, 1]) {
      const { moved } = derive(at(part))
      const factor = 4 ** (-1 + 3 * part)
      heights(dilation).forEach((y, n) => expect(moved.a[2 * n + 1]! / (factor * y)).toBeCloseTo(1, 12))
    }
    expect(store.getState().document).toBe(dilation)
  })

  it('a flow that leaves float64 is refused in a sentence', () => {
    store.getState().open({ ...defaultDocument, element: [1e150, 0, 0, 1e-150] })
    expect(() => filmPath('flow', 0, 9)).toThrow(/^gᵗ at t = 9 /)
  })

  it('there is no flow of the identity and of a reflection', () => {
    store.getState().open({ ...defaultDocument, element: [1, 0, 0, 1] })
    expect(filmsNow()).toEqual([])
    store.getState().open({ ...dilation, reflected: true })
    expect(filmsNow()).toEqual([])
    expect(() => filmPath('training', 0, 1)).toThrow(/no training run/)
  })

  it('a training run: each state for as long as its steps took, the last one at the end', () => {
    const { document } = presetNamed('tree7')!
    store.getState().open(document)
    const last = parametersOf(document)
    const state = (step: number, by: number) => ({ step, parameters: last.map((x) => x * (1 + by)) })
    training.setState({
      checkpoints: [state(0, 0.3), state(10, 0.2), state(30, 0.1)],
      progress: { ...({} as NonNullable<ReturnType<typeof training.getState>['progress']>), ...state(40, 0) },
    })
    expect(filmsNow()).toContain('training')
    const { at } = filmPath('training', 0, 1)
    const first = (part: number) => parametersOf(at(part))[0]! / last[0]!
    expect([0, 0.2, 0.3, 0.74, 0.76, 1].map(first).map((x) => Number(x.toFixed(9)))).toEqual([
      1.3, 1.3, 1.2, 1.2, 1.1, 1,
    ])
    expect(at(1).a).toEqual(document.a)
  })

  it('a step of a lesson: from its state as it plays, at rest at both ends', () => {
    const lesson = {
      steps: [
        {
          title: 'Flow',
          link: encodeLink(dilation, defaultView),
          caption: '',
          play: { kind: 'flow', from: 0, to: 2, seconds: 2 },
        },
      ],
      exercises: [],
    } as unknown as Lesson
    lecture.setState({ lesson, at: 0 })
    expect(filmsNow()).toContain('step')
    const { at, words } = filmPath('step', 0, 0)
    expect(words).toBe('Flow, as it plays')
    expect([0, 0.25, 0.5, 1].map((part) => at(part).time)).toEqual([0, 2 * (3 / 16 - 2 / 64), 1, 2])
    expect(at(1).element).toEqual([2, 0, 0, 0.5])
  })
})
