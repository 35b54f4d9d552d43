import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lessonTargets, type Lesson, type LessonPlay, type LessonStep } from '../../../src/document/lesson'
import {
  addExercise,
  duplicatePlace,
  insertStep,
  movePlace,
  removePlace,
  withExercise,
  withStep,
  withTexts,
} from '../../../src/document/lessonEdits'
import { lessonFile, lessonFromText, maxSteps } from '../../../src/document/lessonJson'
import { encodeLink } from '../../../src/document/link'
import { presets } from '../../../src/document/presets'
import {
  authoring,
  closeEditor,
  copyLesson,
  edit,
  editLesson,
  presentState,
  redoEdit,
  select,
  startLesson,
  tryLesson,
  undoEdit,
} from '../../../src/store/authoring'
import { forgetKeptLessons, keepNow } from '../../../src/store/authoringShelf'
import { undo } from '../../../src/store/history'
import { leaveLesson, lecture, lengthOf } from '../../../src/store/lecture'
import { closeShelf, deleteLesson, keepLesson, keptLessons, takeLesson } from '../../../src/store/lessonShelf'
import { store } from '../../../src/store/store'

// The page that a lesson is kept by is no part of another one.
Object.assign(globalThis, { window: globalThis, top: globalThis })

const links = ['v=1&preset=halfPlane3', 'v=1&space=line&a=0,2;1,5&b=3,1;4,2&slice=0', 'v=1&seed=7&size=4,4,4']
const link = fc.constantFrom(...links)
/** Longer than any field may be, too, and with halves of characters. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom('', 'a'.repeat(5000), '𝔸'.repeat(2001), '\ud800'),
)
const number = fc.double()
const play: fc.Arbitrary<LessonPlay> = fc.oneof(
  fc.record({ kind: fc.constant('flow' as const), from: number, to: number, seconds: number }),
  fc.record({ kind: fc.constant('element' as const), link, seconds: number }),
  fc.record({ kind: fc.constant('train' as const), steps: number }),
  fc.record({
    kind: fc.constant('twins' as const),
    method: fc.constantFrom('gradientDescent' as const, 'momentum' as const, 'adam' as const),
    stepsIn: fc.constantFrom('intrinsic' as const, 'xy' as const, 'xLogY' as const),
    learningRate: number,
    steps: number,
  }),
)
const prediction = fc
  .record({
    question: text,
    choices: fc.array(text, { maxLength: 8 }),
    answer: fc.integer({ min: -3, max: 9 }),
    because: text,
    link: fc.option(link, { nil: undefined }),
  })
  .map(({ link: to, ...rest }) => (to === undefined ? rest : { ...rest, link: to }))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const change = fc.oneof(
  fc.record({ title: text }),
  fc.record({ caption: text }),
  fc.record({ link }),
  fc.record({ notes: maybe(text) }),
  fc.record({ look: maybe(fc.array(fc.constantFrom(...lessonTargets), { maxLength: 30 })) }),
  fc.record({ prediction: maybe(prediction) }),
  fc.record({ play: maybe(play) }),
)
const step: fc.Arbitrary<LessonStep> = fc.record({ title: text, link, caption: text })
const exercise = fc.record({ task: text, link, solution: link, because: text })

type Edit = (lesson: Lesson, at: number) => Lesson
/** Of the place `at`, which is there. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ title: text, summary: text }).map(
    (texts): Edit =>
      (lesson) =>
        withTexts(lesson, texts),
  ),
  change.map(
    (fields): Edit =>
      (lesson, at) =>
        withStep(lesson, at, fields),
  ),
  exercise.map(
    (fields): Edit =>
      (lesson, at) =>
        withExercise(lesson, at - lesson.steps.length, fields),
  ),
  step.map(
    (one): Edit =>
      (lesson, at) =>
        insertStep(lesson, Math.min(at + 1, lesson.steps.length), one),
  ),
  exercise.map(
    (one): Edit =>
      (lesson) =>
        addExercise(lesson, one),
  ),
  fc.constantFrom<Edit>(
    (lesson, at) => movePlace(lesson, at, 1),
    (lesson, at) => movePlace(lesson, at, -1),
    removePlace,
    duplicatePlace,
  ),
)
const first: Lesson = {
  id: 'mine',
  title: 'Mine',
  summary: '',
  steps: [{ title: 'One', link: links[0]!, caption: '' }],
  exercises: [],
}
const edits = fc.array(fc.tuple(anyEdit, fc.nat()), { maxLength: 30 })
const done = (lesson: Lesson, all: readonly (readonly [Edit, number])[]) =>
  all.reduce((now, [one, n]) => one(now, n % lengthOf(now)), lesson)
const titles = ({ steps, exercises }: Lesson) => [
  ...steps.map(({ title }) => title),
  ...exercises.map(({ task }) => task),
]
const named = (name: string): LessonStep => ({ title: name, link: links[0]!, caption: '' })
const four: Lesson = {
  ...first,
  steps: [named('a'), named('b'), named('c')],
  exercises: ['x', 'y'].map((task) => ({ task, link: links[0]!, solution: links[1]!, because: '' })),
}

describe('edits of a lesson', () => {
  it('whatever they are give a lesson that its file holds as it is', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const lesson = done(first, all)
        expect(lessonFromText(lessonFile(lesson))).toEqual(lesson)
      }),
      { numRuns: 300 },
    )
  })

  it('move a place by one among its like, and back', () => {
    expect(titles(movePlace(four, 0, 1)).join('')).toBe('bacxy')
    expect(titles(movePlace(four, 2, -1)).join('')).toBe('acbxy')
    expect(titles(movePlace(four, 3, 1)).join('')).toBe('abcyx')
    for (const [at, by] of [
      [0, -1],
      [2, 1],
      [3, -1],
      [4, 1],
    ] as const)
      expect(titles(movePlace(four, at, by)).join('')).toBe('abcxy')
  })

  it('remove, duplicate and insert where they say; the last step stays, and there are never too many', () => {
    expect(titles(removePlace(four, 1)).join('')).toBe('acxy')
    expect(titles(removePlace(four, 4)).join('')).toBe('abcx')
    expect(removePlace(first, 0)).toBe(first)
    expect(titles(duplicatePlace(four, 1)).join('')).toBe('abbcxy')
    expect(titles(duplicatePlace(four, 3)).join('')).toBe('abcxxy')
    expect(titles(insertStep(four, 3, named('d'))).join('')).toBe('abcdxy')
    let many = first
    for (let n = 0; n < maxSteps + 5; n++) many = insertStep(many, 0, named('n'))
    expect(many.steps.length).toBe(60)
  })
})

describe('the editor', () => {
  const own = presets[1]!.document
  const state = store.getState
  const draft = () => authoring.getState().draft!
  beforeEach(async () => {
    await closeShelf()
    globalThis.indexedDB = new IDBFactory()
    state().set({ notice: undefined })
    state().open(own)
    state().edit({ title: 'later' })
    undo()
  })
  afterEach(async () => {
    leaveLesson()
    await keepNow()
  })

  it('begins with what the page shows, records other states, and gives the own work back with its history', () => {
    const past = store.temporal.getState().pastStates
    startLesson()
    expect(state().document).toBe(own)
    expect(store.temporal.getState().pastStates).toEqual([])
    state().edit({ title: 'second' })
    const link = presentState() as string
    edit((lesson) => insertStep(lesson, 1, { title: 'second', link, caption: '' }), 1)
    expect(draft().lesson.steps.map((one) => one.link)).toEqual([encodeLink(own, state().view), link])
    expect(draft().at).toBe(1)
    expect(state().lessonAt).toEqual({ lesson: `own-${draft().lesson.id}`, step: 2, edit: true })
    closeEditor()
    expect(state().document).toBe(own)
    expect(store.temporal.getState().pastStates).toEqual(past)
    expect(store.temporal.getState().futureStates.length).toBe(1)
    expect(state().own).toBeUndefined()
    expect(state().lessonAt).toBeUndefined()
    expect(authoring.getState().isOpen).toBe(false)
  })

  it('offers the model that no step holds when it is closed, and nothing where one does', () => {
    startLesson()
    closeEditor()
    expect(state().noticeAction).toBeUndefined()
    startLesson()
    state().edit({ title: 'not recorded' })
    closeEditor()
    state().noticeAction!.run()
    expect(state().document.title).toBe('not recorded')
    undo()
    expect(state().document).toBe(own)
  })

  it('undoes whatever was edited, one by one, to the first lesson, and does it again', () => {
    fc.assert(
      fc.property(edits, (all) => {
        startLesson()
        const begun = draft().lesson
        for (const [one, n] of all) {
          select(n % lengthOf(draft().lesson))
          edit((lesson) => one(lesson, draft().at))
        }
        const ended = draft().lesson
        while (authoring.getState().past.length > 0) undoEdit()
        expect(draft().lesson).toEqual(begun)
        expect(draft().at).toBeLessThan(lengthOf(begun))
        while (authoring.getState().future.length > 0) redoEdit()
        expect(draft().lesson).toEqual(ended)
      }),
      { numRuns: 50 },
    )
  })

  it('takes letters typed one after the other back in one step', () => {
    startLesson()
    for (const title of ['L', 'Le', 'Les']) edit((lesson) => withTexts(lesson, { title }), 0, 'title')
    edit((lesson) => withTexts(lesson, { summary: 'S' }), 0, 'summary')
    undoEdit()
    expect(draft().lesson.title).toBe('Les')
    undoEdit()
    expect(draft().lesson.title).toBe('A new lesson')
  })

  it('keeps what is written, and opens it again as it was', async () => {
    copyLesson(four)
    const { id } = draft().lesson
    expect(id).not.toBe(four.id)
    edit((lesson) => withTexts(lesson, { title: 'Kept' }))
    closeEditor()
    await keepNow()
    expect((await keptLessons()).map((one) => [one.id, one.title])).toEqual([[id, 'Kept']])
    await editLesson(id, 2)
    expect(draft()).toEqual({ lesson: { ...four, id, title: 'Kept' }, at: 2 })
    expect(state().document.title).toBe('3 × 3 in the half-plane')
  })

  it('is left to try the lesson, and taken up again with what could be undone', async () => {
    copyLesson(four)
    edit((lesson) => withTexts(lesson, { title: 'Tried' }), 1)
    tryLesson()
    expect(lecture.getState()).toMatchObject({ at: 1, address: `own-${draft().lesson.id}` })
    expect(authoring.getState().isOpen).toBe(false)
    await editLesson(draft().lesson.id, 2)
    expect([authoring.getState().isOpen, draft().at, lecture.getState().lesson]).toEqual([true, 2, undefined])
    undoEdit()
    expect(draft().lesson.title).toBe('Mine (copy)')
    closeEditor()
    expect(state().document).toBe(own)
  })

  it('writes over nothing that another tab has written: it goes on as a lesson of its own', async () => {
    copyLesson(four)
    await keepNow()
    const { id } = draft().lesson
    const taken = await takeLesson(id)
    const { stamp } = taken as { stamp: string }
    await keepLesson({ ...four, id, title: 'By the other tab' }, stamp)
    edit((lesson) => withTexts(lesson, { title: 'By this tab' }))
    await keepNow()
    expect(draft().lesson.id).not.toBe(id)
    edit((lesson) => withTexts(lesson, { summary: 'and more' }))
    await keepNow()
    expect((await keptLessons()).map((one) => `${one.title} ${one.summary}`).toSorted()).toEqual([
      'By the other tab ',
      'By this tab and more',
    ])
  })

  it('forgets everything, also what was not written yet; what is changed later is kept', async () => {
    copyLesson(four)
    await keepNow()
    edit((lesson) => withTexts(lesson, { title: 'not written' }))
    await forgetKeptLessons()
    await keepNow()
    expect(await keptLessons()).toEqual([])
    edit((lesson) => withTexts(lesson, { title: 'later' }))
    await keepNow()
    expect((await keptLessons()).map((one) => one.title)).toEqual(['later'])
    await deleteLesson(draft().lesson.id)
    expect(await keptLessons()).toEqual([])
  })

  it('says once that nothing is kept where there is no storage, and keeps it once there is', async () => {
    const real = globalThis.indexedDB
    const broken = {
      open: () => {
        throw new DOMException('', 'SecurityError')
      },
    }
    globalThis.indexedDB = broken as unknown as IDBFactory
    copyLesson(four)
    await keepNow()
    expect(authoring.getState().keeping).toEqual({
      is: 'refused',
      because: 'the browser gives this page no storage',
    })
    expect(state().notice).toMatch(/^The lesson is not kept on this device, because the browser gives/)
    globalThis.indexedDB = real
    edit((lesson) => withTexts(lesson, { title: 'later' }))
    await keepNow()
    expect(authoring.getState().keeping).toEqual({ is: 'kept' })
  })
})
