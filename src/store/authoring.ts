import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Lesson } from '../document/lesson'
import { lessonFile, maxLessonBytes } from '../document/lessonJson'
import { decodeLink, encodeLink, maxLinkLength } from '../document/link'
import { isProblem, problem, type Problem } from '../document/problem'
import { keepLater, keepNow, startKeeping, type Keeping, type Renamed } from './authoringShelf'
import { endGesture } from './history'
import {
  closeLesson,
  isStateOf,
  leaveLesson,
  lecture,
  lengthOf,
  openLesson,
  openState,
  placeOf,
  putAside,
} from './lecture'
import { ownLesson } from './lessonAddress'
import { takeLesson } from './lessonShelf'
import { newId } from './newId'
import { store, watch } from './store'

/** A lesson that is being written, and which place of it. */
export interface Draft {
  readonly lesson: Lesson
  readonly at: number
}

/** The editor of a lesson. While it is open the own work is aside, and the page shows the model that steps are made of. */
export interface AuthoringState {
  readonly draft: Draft | undefined
  /** The editor is on the page; not while the lesson is tried as the room sees it. */
  readonly isOpen: boolean
  readonly past: readonly Draft[]
  readonly future: readonly Draft[]
  readonly keeping: Keeping
}

export const authoring = createStore<AuthoringState>()(() => ({
  draft: undefined,
  isOpen: false,
  past: [],
  future: [],
  keeping: { is: 'kept' },
}))

/** Reads a part of the state in a component; the component renders when that part changes. */
export function useAuthoring<T>(select: (state: AuthoringState) => T): T {
  return useStore(authoring, select)
}

const mostSteps = 100
/** Letters that are typed one after the other are one step of undo. */
const typingMs = 1500
let typed: { readonly what: string; readonly at: number } | undefined

/** The state of the page as a step holds it. */
export function presentState(): string | Problem {
  endGesture()
  const { document, view } = store.getState()
  const link = encodeLink(document, view)
  const refused =
    link.length > maxLinkLength ? ['the matrices are too large for it'] : decodeLink(link).rejected
  return refused.length === 0 ? link : problem(`a step cannot hold this state: ${refused.join(' · ')}`)
}

/** A new lesson, whose first step is what the page shows. */
export function startLesson(): Problem | undefined {
  const link = presentState()
  if (isProblem(link)) return link
  const title = store.getState().document.title || 'The first step'
  const step = { title, link, caption: '' }
  open({ id: newId().slice(0, 12), title: 'A new lesson', summary: '', steps: [step], exercises: [] }, 0)
  keepLater()
  return undefined
}

/** A lesson of one's own with what a lesson of somebody else says. */
export function copyLesson(lesson: Lesson): void {
  const copied = { ...lesson, id: newId().slice(0, 12), title: `${lesson.title} (copy)`.slice(0, 200) }
  open(copied, 0)
  openState(copied.steps[0]!.link)
  keepLater()
}

/** Goes on with a lesson that is kept on this device. @param link the state that the page shows then; that of the step if empty */
export async function editLesson(id: string, at = 0, link = ''): Promise<Problem | undefined> {
  const { draft } = authoring.getState()
  if (draft?.lesson.id === id && lecture.getState().lesson === draft.lesson) return resumeEditing(at)
  const found = await takeLesson(id)
  if (!found) return problem('the lesson is not on this device any more')
  if (isProblem(found)) return found
  const { lesson, stamp } = found
  const place = Math.min(at, lengthOf(lesson) - 1)
  open(lesson, place, stamp)
  return openState(link === '' ? placeOf({ lesson, at: place })!.link : link)
}

/** Back from trying it. */
function resumeEditing(at: number): undefined {
  const { draft } = authoring.getState()
  closeLesson()
  authoring.setState({ draft: { ...draft!, at }, isOpen: true })
  openState(placeOf({ ...draft!, at })!.link)
}

function open(lesson: Lesson, at: number, stamp?: string): void {
  closeLesson()
  putAside()
  startKeeping(() => authoring.getState().draft?.lesson, stamp, heard)
  authoring.setState({ draft: { lesson, at }, isOpen: true, past: [], future: [] })
}

/** What becomes of keeping it. */
function heard(keeping: Keeping, renamed?: Renamed): void {
  authoring.setState({ keeping })
  const { draft, past, future } = authoring.getState()
  if (!renamed || draft?.lesson.id !== renamed.from) return
  const named = ({ lesson, at }: Draft): Draft => ({ lesson: { ...lesson, id: renamed.to }, at })
  authoring.setState({ draft: named(draft), past: past.map(named), future: future.map(named) })
}

/** The lesson as the room sees it, from the place that is being written. */
export function tryLesson(): Problem | undefined {
  const { draft } = authoring.getState()
  if (!draft) return undefined
  void keepNow()
  return openLesson(draft.lesson, draft.at, ownLesson(draft.lesson.id))
}

/** What was there before is there again. What the model was, unless a step has it, is offered. */
export function closeEditor(): void {
  const { draft, isOpen } = authoring.getState()
  if (!draft || !isOpen) return
  const { document, view } = store.getState()
  const text = encodeLink(document, view)
  const isRecorded = draft.lesson.steps.some(({ link }) => isStateOf(link, text))
  leaveLesson()
  if (isRecorded) return
  const run = () => {
    store.getState().open(document)
    store.getState().setView(view)
  }
  store.getState().set({
    notice: 'Your own work is here again. No step holds the model that was shown beside the editor.',
    noticeAction: { label: 'Show that model', run },
  })
}

export function select(at: number): void {
  const { draft } = authoring.getState()
  if (draft && at >= 0 && at < lengthOf(draft.lesson)) authoring.setState({ draft: { ...draft, at } })
}

/**
 * Changes the lesson; one step to undo.
 * @param what is typed into, where it is a text
 * @param to the place that is shown then
 */
export function edit(change: (lesson: Lesson) => Lesson, to?: number, what?: string): Problem | undefined {
  const { draft, past } = authoring.getState()
  if (!draft) return undefined
  const lesson = change(draft.lesson)
  if (lesson === draft.lesson) return undefined
  if (lessonFile(lesson).length > maxLessonBytes)
    return problem(`a lesson has at most ${maxLessonBytes / 2 ** 20} MB`)
  const now = Date.now()
  const isSame = what !== undefined && typed?.what === what && now - typed.at < typingMs
  typed = what === undefined ? undefined : { what, at: now }
  const at = Math.min(to ?? draft.at, lengthOf(lesson) - 1)
  const before = isSame ? past : [...past, draft].slice(-mostSteps)
  authoring.setState({ draft: { lesson, at }, past: before, future: [] })
  keepLater()
  return undefined
}

export function undoEdit(): void {
  const { draft, past, future } = authoring.getState()
  const last = past.at(-1)
  if (draft && last) go({ draft: last, past: past.slice(0, -1), future: [draft, ...future] })
}

export function redoEdit(): void {
  const { draft, past, future } = authoring.getState()
  const [next, ...rest] = future
  if (draft && next) go({ draft: next, past: [...past, draft], future: rest })
}

function go(state: Pick<AuthoringState, 'draft' | 'past' | 'future'>): void {
  typed = undefined
  authoring.setState(state)
  keepLater()
}

/** The page shows a state of the lesson, as a step that can be undone. */
export function showLink(link: string): void {
  endGesture()
  const { document, view } = decodeLink(link)
  store.getState().open(document)
  store.getState().setView(view)
}

// Whatever else takes its place, the editor is closed: a lesson that is opened, or the own work that is taken back.
lecture.subscribe(({ lesson }) => lesson && authoring.setState({ isOpen: false }))
watch(
  (state) => state.own,
  (own) => {
    if (own) return
    if (authoring.getState().isOpen) void keepNow()
    authoring.setState({ isOpen: false })
  },
)
authoring.subscribe(({ draft, isOpen }, before) => {
  if (!draft || !isOpen || (draft === before.draft && before.isOpen)) return
  const { lesson, at } = draft
  store.getState().set({
    lessonAt: { lesson: ownLesson(lesson.id), step: at + 1, edit: true },
    highlighted: [...(placeOf(draft)?.look ?? [])],
  })
})
