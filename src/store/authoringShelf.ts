import type { Lesson } from '../document/lesson'
import { forgetLessons, keepLesson } from './lessonShelf'
import { newId } from './newId'
import { isEmbedded, reasonOf, sayOnce } from './storage'

/** Whether the lesson is kept on this device. */
export type Keeping =
  { readonly is: 'kept' | 'changed' } | { readonly is: 'refused'; readonly because: string }

/** Another tab has written the lesson, which goes on here under an id of its own. */
export interface Renamed {
  readonly from: string
  readonly to: string
}

/** After the last change. */
const quietMs = 250
const retryMs = 10_000

let lessonNow: () => Lesson | undefined = () => undefined
let tell: (keeping: Keeping, renamed?: Renamed) => void = () => {}
let stamp: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let isDue = false
/** The last writing, which may be going on. */
let current: Promise<void> = Promise.resolve()

/** Begins to keep another lesson. @param heard is told what becomes of it */
export function startKeeping(
  lesson: () => Lesson | undefined,
  read: string | undefined,
  heard: (keeping: Keeping, renamed?: Renamed) => void,
): void {
  void keepNow()
  current = current.then(() => {
    stamp = read
  })
  lessonNow = lesson
  tell = heard
  tell({ is: 'kept' })
  listen()
}

/** The lesson was changed. */
export function keepLater(ms = quietMs): void {
  isDue = true
  clearTimeout(timer)
  timer = setTimeout(() => void keepNow(), ms)
  tell({ is: 'changed' })
}

/** Writes what is not written yet, one writing after the other. */
export function keepNow(): Promise<void> {
  clearTimeout(timer)
  const lesson = lessonNow()
  if (isDue && lesson) current = current.then(() => write(lesson))
  isDue = false
  return current
}

/** Forgets all lessons of this device; nothing is written any more but what is changed from now on. */
export async function forgetKeptLessons(): Promise<void> {
  clearTimeout(timer)
  isDue = false
  await current
  stamp = undefined
  await forgetLessons()
}

async function write(lesson: Lesson): Promise<void> {
  if (isEmbedded()) return tell({ is: 'refused', because: 'this page is part of another page' })
  try {
    const next = await keepLesson(lesson, stamp)
    if (next === undefined) return await writeCopy(lesson)
    stamp = next
    if (!isDue) tell({ is: 'kept' })
  } catch (error) {
    const because = reasonOf(error)
    tell({ is: 'refused', because })
    sayOnce(`The lesson is not kept on this device, because ${because}. Save it as a file.`)
    if (!isDue) timer = setTimeout(retry, retryMs)
  }
}

function retry(): void {
  isDue = true
  void keepNow()
}

/** Nothing of what another tab has written is lost. */
async function writeCopy(lesson: Lesson): Promise<void> {
  const id = newId().slice(0, 12)
  stamp = await keepLesson({ ...lesson, id }, undefined)
  tell({ is: isDue ? 'changed' : 'kept' }, { from: lesson.id, to: id })
  sayOnce('The lesson was changed in another tab as well: here it goes on as a lesson of its own.')
}

let isListening = false

/** A page that goes away writes first. */
function listen(): void {
  if (isListening || typeof document === 'undefined') return
  isListening = true
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void keepNow())
  addEventListener('pagehide', () => void keepNow())
}
