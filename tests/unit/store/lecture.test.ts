import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Document } from '../../../src/document/document'
import type { Lesson, LessonPlay, TwinsPlay } from '../../../src/document/lesson'
import { encodeLink } from '../../../src/document/link'
import { defaultDocument } from '../../../src/document/presets'
import { defaultView } from '../../../src/document/view'
import { beginGesture, endGesture, undo } from '../../../src/store/history'
import { goOn, leaveLesson, lecture, openLesson, resumeLesson } from '../../../src/store/lecture'
import { store } from '../../../src/store/store'
import { forgetTraining, startTraining, training, tuneTraining } from '../../../src/store/training'
import { tuneTwins, twin } from '../../../src/store/twin'
import { startedTree } from '../../trees'

const state = store.getState
const document = () => state().document
const plane = 'v=1&preset=halfPlane3&x=0&t=0&theta=0'
const aim = 'v=1&preset=halfPlane3&x=2&t=1&theta=0'
const tree: Document = {
  ...defaultDocument,
  ...startedTree(7, 1, false, 1),
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
}

const playing = (play: LessonPlay, link = plane): Lesson => ({
  id: 'one',
  title: 'One',
  summary: '',
  steps: [
    { title: '1', link, caption: '', play },
    { title: '2', link: plane, caption: '' },
  ],
  exercises: [],
})

let isStill = false
let frames: FrameRequestCallback[] = []
function frame(ms: number): void {
  vi.advanceTimersByTime(ms)
  const due = frames
  frames = []
  for (const callback of due) callback(performance.now())
}

beforeEach(() => {
  vi.useFakeTimers()
  isStill = false
  frames = []
  vi.stubGlobal('matchMedia', () => ({ matches: isStill }))
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
  vi.stubGlobal('cancelAnimationFrame', (id: number) => {
    frames[id - 1] = () => {}
  })
})
afterEach(() => {
  leaveLesson()
  forgetTraining()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an animation of a step', () => {
  const turn = playing({ kind: 'element', link: aim, seconds: 2 })

  it('moves g from where it is to where the step says, once, as one step to undo', () => {
    openLesson(turn)
    const start = document()
    frame(1000)
    frame(0)
    const half = document().element
    expect(half).toMatchObject({ x: 1, t: 0.5 })
    frame(1000)
    frame(0)
    expect(document().element).toMatchObject({ x: 2, t: 1 })
    expect(state().gesture).toBe('none')
    const end = document()
    frame(500)
    expect(document()).toBe(end)
    undo()
    expect(document()).toBe(start)
  })

  it('shows its end at once to whoever wants no motion', () => {
    isStill = true
    openLesson(turn)
    expect(document().element).toMatchObject({ x: 2, t: 1 })
    expect(frames).toEqual([])
  })

  it.each([
    ['a gesture', () => beginGesture()],
    ['an edit', () => state().edit({ move: 'a' })],
    ['the next step', () => goOn()],
    ['leaving the lesson', () => leaveLesson()],
  ])('is ended by %s', (_, act) => {
    openLesson(turn)
    frame(500)
    act()
    const { gesture } = state()
    const now = document()
    frame(500)
    frame(500)
    expect(document()).toBe(now)
    expect(state().gesture).toBe(gesture)
    endGesture()
    // What is done next is a step of its own.
    const { length } = store.temporal.getState().pastStates
    state().edit({ title: 'next' })
    expect(store.temporal.getState().pastStates.length).toBe(length + 1)
  })

  it('of a flow goes from one time to another, which is no step to undo', () => {
    openLesson(playing({ kind: 'flow', from: 0, to: 2, seconds: 1 }))
    frame(500)
    expect(document().time).toBeCloseTo(1, 9)
    frame(500)
    expect(document().time).toBe(2)
    expect(store.temporal.getState().pastStates).toEqual([])
  })
})

describe('a step that an address holds with what was changed in it', () => {
  const lesson = playing({ kind: 'flow', from: 0, to: 2, seconds: 1 })

  it('begins as it does, with its animation, if nothing was changed', () => {
    expect(resumeLesson(lesson, 0, plane)).toBeUndefined()
    expect([state().gesture, store.temporal.getState().pastStates.length]).toEqual(['begun', 0])
    leaveLesson()
    expect(resumeLesson(lesson, 0, '')).toBeUndefined()
    expect(state().gesture).toBe('begun')
  })

  it('shows the change at rest, one undo before it the step as it begins', () => {
    expect(resumeLesson(lesson, 0, `${plane}&title=changed`)).toBeUndefined()
    expect([document().title, state().gesture]).toEqual(['changed', 'none'])
    undo()
    expect(document().title).toBe('3 × 3 in the half-plane')
  })

  it('shows the step if the change is refused, and says what is wrong', () => {
    expect(resumeLesson(lesson, 0, `${plane}&move=sideways`)?.problem).toMatch(/^move/)
    expect(document().title).toBe('3 × 3 in the half-plane')
    expect(state().lessonAt).toEqual({ lesson: 'one', step: 1 })
  })

  it('has the answer, if that is what it holds', () => {
    const answer = `${plane}&title=answer`
    const asking: Lesson = {
      ...lesson,
      steps: [
        {
          title: '1',
          link: plane,
          caption: '',
          prediction: { question: '', choices: ['a', 'b'], answer: 0, because: '', link: answer },
        },
      ],
    }
    resumeLesson(asking, 0, answer)
    expect([lecture.getState().isRevealed, document().title]).toEqual([true, 'answer'])
    expect(store.temporal.getState().pastStates).toEqual([])
  })
})

describe('twins of a step', () => {
  const play: TwinsPlay = {
    kind: 'twins',
    method: 'gradientDescent',
    stepsIn: 'xy',
    learningRate: 0.2,
    steps: 30,
  }
  const lesson = playing(play, encodeLink({ ...tree, element: [1, 5, 0, 1] }, defaultView))

  it('are compared as it says, with what acts in it, and the settings are those of before after it', async () => {
    tuneTwins({ method: 'adam', stepsIn: 'intrinsic', learningRate: 0.05, steps: 120, move: 'rotation' })
    const own = twin.getState().settings
    expect(openLesson(lesson)).toBeUndefined()
    await vi.dynamicImportSettled()
    for (let n = 0; n < 200 && twin.getState().status === 'running'; n++) vi.advanceTimersByTime(100)
    const { status, settings, progress } = twin.getState()
    const { method, stepsIn, learningRate, steps } = play
    expect(settings).toEqual({ method, stepsIn, learningRate, steps, move: 'page', seed: undefined })
    expect([status, progress!.step]).toEqual(['ended', 30])
    // A translation changes no gradient: a point at x + 5 is rounded to 2⁻⁵⁰, and thirty steps add that up.
    expect(Math.max(...progress!.differences)).toBeLessThan(30 * 2 ** -50 * 16)
    expect(progress!.losses.at(-1)!).toBeLessThan(progress!.losses[0]!)
    goOn()
    expect(twin.getState()).toMatchObject({ status: 'idle', progress: undefined, settings: own })
  })

  it('of a step that was left before they were loaded never begin', async () => {
    openLesson(lesson)
    goOn()
    await vi.dynamicImportSettled()
    vi.advanceTimersByTime(500)
    expect(twin.getState().status).toBe('idle')
  })
})

describe('a training run', () => {
  const toTheEnd = () => {
    for (let n = 0; n < 200 && training.getState().status === 'running'; n++) vi.advanceTimersByTime(100)
  }
  const lesson = playing({ kind: 'train', steps: 30 }, encodeLink(tree, defaultView))

  beforeEach(() => {
    state().open(tree)
    forgetTraining()
    tuneTraining({ method: 'adam', stepsIn: 'intrinsic', learningRate: 0.04, pace: 'fast' })
  })

  it('of one’s own waits while a lesson trains another, and goes on where it was, without a gap', () => {
    startTraining()
    vi.advanceTimersByTime(400)
    expect(openLesson(lesson)).toBeUndefined()
    const own = state().own!
    vi.advanceTimersByTime(2000)
    expect(training.getState()).toMatchObject({ shown: 30 })
    expect(training.getState().runs).toHaveLength(1)
    leaveLesson()
    const { runs, shown, settings, status } = training.getState()
    expect(document()).toBe(own.document)
    expect([runs.length, status, settings.learningRate]).toEqual([1, 'paused', 0.04])
    expect(shown).toBeGreaterThan(20)
    expect(runs[0]!.losses.length).toBeGreaterThanOrEqual(shown!)
    startTraining()
    toTheEnd()
    const end = training.getState()
    expect(end.runs).toHaveLength(1)
    expect(end.shown).toBe(1500)
    expect(end.runs[0]!.losses).toHaveLength(1500)
    const interrupted = document()
    // The same run, without a lesson in it.
    forgetTraining()
    state().open(tree)
    startTraining()
    toTheEnd()
    expect(document().a).toEqual(interrupted.a)
  })

  it('of a lesson is the same, whatever the own settings are', () => {
    expect(openLesson(lesson)).toBeUndefined()
    vi.advanceTimersByTime(2000)
    const { a } = document()
    const { settings } = training.getState()
    leaveLesson()
    tuneTraining({ method: 'gradientDescent', learningRate: 0.9 })
    expect(openLesson(lesson)).toBeUndefined()
    vi.advanceTimersByTime(2000)
    expect(training.getState().settings).toEqual(settings)
    expect(document().a).toEqual(a)
    expect(training.getState().shown).toBe(30)
    leaveLesson()
    expect(training.getState().settings.method).toBe('gradientDescent')
  })
})
