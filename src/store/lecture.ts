import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Lesson, LessonPrediction, LessonStep, LessonTarget } from '../document/lesson'
import { decodeLink, encodeLink } from '../document/link'
import { problem, type Problem } from '../document/problem'
import { endGesture } from './history'
import { putWorkAside, takeWorkBack } from './ownWork'
import { startPlay, stopPlay } from './play'
import { store } from './store'
import { beginTrainingAnew, pauseTraining, putTrainingAside } from './training'

/** The lesson that is shown, and where in it the page is. Kept nowhere: the address names it. */
export interface LectureState {
  readonly lesson: Lesson | undefined
  /** By which an address names it. */
  readonly address: string
  /** From 0; the exercises come after the steps. */
  readonly at: number
  /** Of the prediction, or of the exercise whose solution is shown. */
  readonly isRevealed: boolean
  /** What was predicted. */
  readonly choice: number | undefined
}

const none: LectureState = { lesson: undefined, address: '', at: 0, isRevealed: false, choice: undefined }

export const lecture = createStore<LectureState>()(() => none)

/** Reads a part of the state in a component; the component renders when that part changes. */
export function useLecture<T>(select: (state: LectureState) => T): T {
  return useStore(lecture, select)
}

/** A step, or an exercise as if it were one: its task is the caption, its solution what is revealed. */
export interface Place extends Omit<LessonStep, 'prediction'> {
  readonly kind: 'step' | 'exercise'
  readonly look: readonly LessonTarget[]
  readonly prediction?: LessonPrediction
  readonly solution?: { readonly link: string; readonly because: string }
}

export const lengthOf = (lesson: Lesson): number => lesson.steps.length + lesson.exercises.length

export function placeOf({ lesson, at }: Pick<LectureState, 'lesson' | 'at'>): Place | undefined {
  if (!lesson) return undefined
  const step = lesson.steps[at]
  if (step) return { kind: 'step', look: [], ...step }
  const n = at - lesson.steps.length
  const exercise = lesson.exercises[n]
  if (!exercise) return undefined
  const { task, link, solution, because } = exercise
  return {
    kind: 'exercise',
    title: `Exercise ${n + 1}`,
    link,
    caption: task,
    look: [],
    solution: { link: solution, because },
  }
}

let takeTrainingBack = () => {}

/** Aside goes the own work with its training; nothing does where it is already. */
export function putAside(): void {
  if (store.getState().own) return
  putWorkAside()
  takeTrainingBack = putTrainingAside()
}

function takeBack(): void {
  takeWorkBack()
  takeTrainingBack()
  takeTrainingBack = () => {}
}

/**
 * Opens a lesson, at its first step unless told otherwise; what the page showed is put aside.
 * @param address by which the lesson is found again
 */
export function openLesson(lesson: Lesson, at = 0, address = lesson.id): Problem | undefined {
  if (at < 0 || at >= lengthOf(lesson)) return problem(`the lesson has ${lengthOf(lesson)} steps`)
  return show(lesson, at, address)
}

/**
 * Opens a lesson as an address has it: at a step, with the state that stands beside it if something was changed in the
 * step. One undo then leads to the step as it begins.
 */
export function resumeLesson(
  lesson: Lesson,
  at: number,
  link: string,
  address = lesson.id,
): Problem | undefined {
  const refused = openLesson(lesson, at, address)
  if (refused || link === '') return refused
  const found = decodeLink(link)
  if (found.rejected.length > 0) return problem(found.rejected.join(' · '))
  const text = encodeLink(found.document, found.view)
  const { document, view, open, setView } = store.getState()
  if (text === encodeLink(document, view)) return undefined
  stopPlay()
  const place = placeOf({ lesson, at })
  const answer = answerOf(place)
  if (answer !== undefined && answer !== place?.link && isStateOf(answer, text)) {
    openState(answer)
    lecture.setState({ isRevealed: true })
  } else {
    open(found.document)
    setView(found.view)
  }
  return undefined
}

/** Whether a link leads to a state, which is given as it is written now. */
export function isStateOf(link: string, text: string): boolean {
  const { document, view } = decodeLink(link)
  return encodeLink(document, view) === text
}

export function goToStep(at: number): Problem | undefined {
  const { lesson, address } = lecture.getState()
  if (!lesson || at < 0 || at >= lengthOf(lesson)) return undefined
  return show(lesson, at, address)
}

/** The answer of a prediction comes before the next step; solutions of exercises are shown on demand only. */
export function goOn(): void {
  const { at, isRevealed } = lecture.getState()
  const place = placeOf(lecture.getState())
  if (place?.prediction && !isRevealed) reveal()
  else goToStep(at + 1)
}

export function goBack(): void {
  const { at, isRevealed } = lecture.getState()
  const place = placeOf(lecture.getState())
  if (place && (place.prediction ?? place.solution) && isRevealed) goToStep(at)
  else goToStep(at - 1)
}

export function predict(choice: number): void {
  lecture.setState({ choice })
}

/** The state that is shown with the answer of the prediction, or a solution of the exercise. */
function answerOf(place: Place | undefined): string | undefined {
  return place?.prediction ? (place.prediction.link ?? place.link) : place?.solution?.link
}

/** Shows the answer of the prediction, or a solution of the exercise. */
export function reveal(): void {
  const place = placeOf(lecture.getState())
  const to = answerOf(place)
  if (!place || to === undefined || lecture.getState().isRevealed) return
  endGesture()
  if (to !== place.link) openState(to)
  lecture.setState({ isRevealed: true })
  if (place.play) startPlay(place.play)
}

/** The step as it begins, whatever was done in it. */
export function beginStepAgain(): void {
  const { lesson, at, address } = lecture.getState()
  if (lesson) show(lesson, at, address)
}

/** What was there before the lesson, or before its editor, is there again, exactly, with its history. */
export function leaveLesson(): void {
  if (!store.getState().own) return
  rest()
  lecture.setState(none)
  takeBack()
  store.getState().set({ lessonAt: undefined, highlighted: [] })
}

/** The state that is shown becomes a work of one's own: what was there before is one step of undo away. */
export function exploreFromHere(): void {
  const { lesson } = lecture.getState()
  if (!lesson) return
  const { document, view, window } = store.getState()
  leaveLesson()
  const { open } = store.getState()
  open(document)
  store.setState({ view, window })
}

/** No lesson is shown any more; the own work stays aside. */
export function closeLesson(): void {
  rest()
  lecture.setState(none)
}

function show(lesson: Lesson, at: number, address: string): Problem | undefined {
  const place = placeOf({ lesson, at })!
  const isOwn = !store.getState().own
  rest()
  putAside()
  const refused = openState(place.link)
  if (refused) {
    if (isOwn) takeBack()
    return refused
  }
  lecture.setState({ lesson, address, at, isRevealed: false, choice: undefined })
  store.getState().set({ lessonAt: { lesson: address, step: at + 1 }, highlighted: [...place.look] })
  if (place.play && !place.prediction) startPlay(place.play)
  return undefined
}

/** Nothing of one step goes on in the next. */
function rest(): void {
  endGesture()
  stopPlay()
  pauseTraining()
  store.getState().set({ claims: false })
}

/** Nothing leads back into the step before. */
export function openState(link: string): Problem | undefined {
  const { document, view, rejected } = decodeLink(link)
  if (rejected.length > 0) return problem(rejected.join(' · '))
  const { open, set, setView } = store.getState()
  set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
  open(document)
  setView(view)
  beginTrainingAnew()
  store.temporal.getState().clear()
  return undefined
}
