import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Document, Element } from '../../../src/document/document'
import type { Lesson } from '../../../src/document/lesson'
import { presets } from '../../../src/document/presets'
import { beginGesture, cancelGesture, endGesture, redo, undo } from '../../../src/store/history'
import {
  beginStepAgain,
  exploreFromHere,
  goBack,
  goOn,
  goToStep,
  leaveLesson,
  lecture,
  lengthOf,
  openLesson,
  predict,
  resumeLesson,
  reveal,
} from '../../../src/store/lecture'
import { store } from '../../../src/store/store'

const state = store.getState
const history = () => store.temporal.getState()
const inLesson = () => lecture.getState().lesson !== undefined

const line = 'v=1&space=line&a=0,2;1,5&b=3,1;4,2'
const plane = 'v=1&preset=halfPlane3'
const lessons: readonly Lesson[] = [
  {
    id: 'one',
    title: 'One',
    summary: '',
    steps: [
      { title: '1', link: line, caption: '', look: ['factors', 'stage'] },
      {
        title: '2',
        link: plane,
        caption: '',
        play: { kind: 'element', link: `${plane}&x=2&t=1&theta=0.5`, seconds: 2 },
      },
      {
        title: '3',
        link: line,
        caption: '',
        look: ['product'],
        prediction: { question: '?', choices: ['a', 'b'], answer: 1, because: '', link: `${line}&alpha=1` },
      },
      {
        title: '4',
        link: plane,
        caption: '',
        prediction: { question: '?', choices: ['a', 'b'], answer: 0, because: '' },
        play: { kind: 'flow', from: 0, to: 2, seconds: 1 },
      },
    ],
    exercises: [{ task: '', link: line, solution: plane, because: '' }],
  },
  { id: 'two', title: 'Two', summary: '', steps: [{ title: '1', link: plane, caption: '' }], exercises: [] },
]

/** Frames that were asked for, and the time that they are told. */
let frames = new Map<number, FrameRequestCallback>()
let asked = 0
let now = 0
function frame(ms: number): void {
  now += ms
  const due = [...frames.values()]
  frames = new Map()
  for (const callback of due) callback(now)
}

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    frames.set(++asked, callback)
    return asked
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
beforeEach(leaveLesson)

type Run = () => void
const real = fc.double({ min: -3, max: 3, noNaN: true })

/** What can be done to a document and to the view, whosever they are. */
const works: Record<string, fc.Arbitrary<Run>> = {
  element: fc.tuple(real, real, real).map(([x, t, theta]): Run => () => {
    const element: Element = state().document.space === 'line' ? x : { x, t, theta }
    state().edit({ element, word: [] })
  }),
  title: fc.string({ maxLength: 3 }).map(
    (title): Run =>
      () =>
        state().edit({ title }),
  ),
  time: real.map(
    (time): Run =>
      () =>
        state().edit({ time }),
  ),
  open: fc.nat({ max: presets.length - 1 }).map(
    (n): Run =>
      () =>
        state().open(presets[n]!.document),
  ),
  undo: fc.constant<Run>(undo),
  redo: fc.constant<Run>(redo),
  gesture: fc.tuple(real, fc.boolean()).map(([time, isCancelled]): Run => () => {
    beginGesture()
    state().edit({ title: `held ${time}` })
    state().edit({ move: time > 0 ? 'a' : 'b' })
    if (isCancelled) cancelGesture()
    else endGesture()
  }),
  'a gesture that goes on': fc.constant<Run>(() => {
    beginGesture()
    state().edit({ title: 'held' })
  }),
  frame: fc.nat({ max: 900 }).map(
    (ms): Run =>
      () =>
        frame(ms),
  ),
  window: real.map(
    (centre): Run =>
      () =>
        state().frame({ centre, height: 2 }),
  ),
  view: fc.boolean().map(
    (slice): Run =>
      () =>
        state().look({ slice }),
  ),
  all: fc.constant<Run>(() => state().showAll()),
  around: fc.nat({ max: 3 }).map(
    (n): Run =>
      () =>
        state().set({
          column: n,
          tab: n > 1 ? 'loss' : 'model',
          dragMode: n > 2 ? 'turn' : 'glide',
          speed: 1 + n,
        }),
  ),
  shared: fc.constant<Run>(() => {
    const { document, view } = state()
    state().set({ shared: { document, view } })
  }),
}
const work = fc.oneof(...Object.entries(works).map(([kind, runs]) => runs.map((run) => ({ kind, run }))))

const ways: Record<string, fc.Arbitrary<Run>> = {
  'open a lesson': fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 4 })).map(([n, at]): Run => () => {
    const lesson = lessons[n]!
    openLesson(lesson, at % lengthOf(lesson))
  }),
  'open a wrong step': fc.constantFrom(-1, 9).map((at): Run => () => {
    expect(openLesson(lessons[0]!, at)).toBeDefined()
  }),
  'come back to a changed step': fc.nat({ max: 4 }).map((at): Run => () => {
    resumeLesson(lessons[0]!, at, `${plane}&x=1.25&title=changed`)
  }),
  'go on': fc.constant<Run>(goOn),
  'go back': fc.constant<Run>(goBack),
  'go to': fc.nat({ max: 5 }).map(
    (at): Run =>
      () =>
        void goToStep(at),
  ),
  predict: fc.nat({ max: 1 }).map(
    (choice): Run =>
      () =>
        predict(choice),
  ),
  reveal: fc.constant<Run>(reveal),
  'begin again': fc.constant<Run>(beginStepAgain),
}
const way = fc.oneof(...Object.entries(ways).map(([kind, runs]) => runs.map((run) => ({ kind, run }))))

/** Undo in the midst of a gesture is no key and hardly a click. */
const settled = work.filter(({ kind }) => kind !== 'a gesture that goes on')

/** Everything that is the person's own, by identity where it is an object. */
function all() {
  const { document, origin, opened, view, window, shared, column, tab, dragMode, turnAbout, speed } = state()
  const { pastStates, futureStates } = history()
  const steps = [...pastStates, ...futureStates]
  return [
    ...[document, origin, opened, view, window, shared, column, tab, dragMode, turnAbout, speed],
    ...[pastStates.length, ...steps.flatMap((one) => [one.document, one.origin])],
  ]
}

function expectSame(found: readonly unknown[], wanted: readonly unknown[]): void {
  expect(found.length).toBe(wanted.length)
  expect(found.findIndex((one, n) => one !== wanted[n])).toBe(-1)
}

const withoutTime = (document: Document) => JSON.stringify({ ...document, time: 1 })

describe('lessons', () => {
  it('leave the own work, its view and its history as they were, whatever is done in them', () => {
    const ran = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.array(work, { maxLength: 6 }),
        fc.array(fc.oneof({ weight: 3, arbitrary: work }, { weight: 2, arbitrary: way }), {
          minLength: 1,
          maxLength: 20,
          size: 'max',
        }),
        (before, during) => {
          state().open(presets[0]!.document)
          history().clear()
          for (const { run } of before) run()
          // A lesson ends a gesture that is going on, as any other one that begins would.
          endGesture()
          const own = all()
          expect(openLesson(lessons[0]!)).toBeUndefined()
          for (const { kind, run } of during) {
            run()
            ran.set(kind, (ran.get(kind) ?? 0) + 1)
            expect(inLesson()).toBe(true)
          }
          leaveLesson()
          expectSame(all(), own)
          expect([state().gesture, state().own, state().lessonAt, state().highlighted]).toEqual([
            'none',
            undefined,
            undefined,
            [],
          ])
          // Nothing of the lesson goes on.
          frame(500)
          expectSame(all(), own)
        },
      ),
      { numRuns: 2000, seed: 7 },
    )
    for (const kind of [...Object.keys(works), ...Object.keys(ways)])
      expect(ran.get(kind) ?? 0, kind).toBeGreaterThan(100)
  })

  it('lead by undo to the step as it begins, and never out of it', () => {
    let steps = 0
    fc.assert(
      fc.property(
        fc.nat({ max: 4 }),
        fc.array(fc.oneof({ weight: 6, arbitrary: settled }, { weight: 1, arbitrary: way }), {
          maxLength: 12,
        }),
        (at, during) => {
          expect(openLesson(lessons[0]!, at)).toBeUndefined()
          let begun = state().document
          for (const { kind, run } of during) {
            const opened = state().opened
            run()
            if (kind === 'come back to a changed step') undo()
            if (kind in ways && state().opened !== opened) begun = state().document
          }
          endGesture()
          while (history().pastStates.length > 0) {
            undo()
            steps++
          }
          expect(withoutTime(state().document)).toBe(withoutTime(begun))
          leaveLesson()
        },
      ),
      { numRuns: 1000, seed: 8 },
    )
    expect(steps).toBeGreaterThan(500)
  })

  it('hand over what they show to who goes on alone, one undo before it the work of one’s own', () => {
    let handed = 0
    fc.assert(
      fc.property(
        fc.array(work, { maxLength: 5 }),
        fc.array(fc.oneof(work, way), { maxLength: 8 }),
        (before, during) => {
          state().open(presets[0]!.document)
          history().clear()
          for (const { run } of before) run()
          endGesture()
          const own = state().document
          const { length } = history().pastStates
          openLesson(lessons[1]!)
          for (const { run } of during) run()
          endGesture()
          const { document, view, window } = state()
          exploreFromHere()
          expect(inLesson()).toBe(false)
          expectSame([state().document, state().view, state().window], [document, view, window])
          // To open what is there already is no step.
          const fields = Object.keys(own) as (keyof Document)[]
          if (fields.every((field) => field === 'time' || own[field] === document[field])) return
          expect(history().pastStates.length).toBe(length + 1)
          handed++
          undo()
          expect(withoutTime(state().document)).toBe(withoutTime(own))
        },
      ),
      { numRuns: 500, seed: 9 },
    )
    expect(handed).toBeGreaterThan(400)
  })
})
