import { splitEmbed } from '../document/embedLink'
import type { Lesson } from '../document/lesson'
import { isProblem, problem, type Problem } from '../document/problem'
import { askedLesson, isLessonLink, type AskedLesson } from './lessonAddress'
import { scripting, type Scripting } from './scripting'
import { store } from './store'
import { ownWork } from './tab'
import { followAddress, onAddressWritten, type OpenedAddress } from './urlSync'

declare global {
  interface Window {
    moduli: Scripting
  }
}

/** For so long the page waits for its own work before it shows something else. */
const patienceMs = 1000

/** A step of a lesson. */
export interface FoundLesson {
  readonly lesson: Lesson
  /** By which it is found again. */
  readonly address: string
  /** From 0. */
  readonly at: number
  /** It is one's own, and its editor is open. */
  readonly isEdited: boolean
}

/** Joins the page to what is outside it: its address, scripts, and the work that it keeps. */
export async function connect(
  version: string,
  findLesson: (asked: AskedLesson) => Promise<FoundLesson | Problem>,
): Promise<void> {
  const text = splitEmbed(location.hash).link
  const link = isLessonLink(text) ? '' : text
  const asked = askedLesson(location.search, text)
  const found = asked && (await findLesson(asked).catch(unloaded))
  const step = found && !isProblem(found) ? found : undefined
  const opened = followAddress(step !== undefined, (lesson) => void follow(lesson))
  if (found && isProblem(found)) sayUnopened(found)
  window.moduli = scripting(version)
  if (import.meta.env.MODE === 'production') void import('./offline').then(({ keepOffline }) => keepOffline())
  // An embedded page belongs to the page around it, and keeps nothing of its own: many of them would do so at once.
  const isEmbedded = window !== window.top
  if (isEmbedded) void import('./embeddingPage').then(({ listenToParent }) => listenToParent(window.moduli))
  async function follow(lesson: AskedLesson): Promise<void> {
    const next = await findLesson(lesson).catch(unloaded)
    if (isProblem(next)) sayUnopened(next)
    else await begin(next, '')
  }
  const kept = isEmbedded ? Promise.resolve() : keep(opened).catch(sayUnkept)
  // The lesson lies over the work.
  const shown = step ? kept.then(() => begin(step, link)) : kept
  if (!step && (isEmbedded || opened.kind === 'link' || ownWork() === undefined)) return
  await Promise.race([shown, new Promise((done) => setTimeout(done, patienceMs))])
}

async function begin({ lesson, address, at, isEdited }: FoundLesson, link: string): Promise<void> {
  const refused = isEdited
    ? await (await import('./authoring')).editLesson(lesson.id, at, link)
    : (await import('./lecture')).resumeLesson(lesson, at, link, address)
  if (refused) sayUnopened(refused)
}

function sayUnopened({ problem: reason }: Problem): void {
  store.getState().set({ notice: `The lesson was not opened as the address has it: ${reason}.` })
}

const unloaded = (error: unknown): Problem =>
  problem(
    `a part of the page could not be loaded (${error instanceof Error ? error.message : String(error)})`,
  )

async function keep(opened: OpenedAddress): Promise<void> {
  const [{ keepWork }, { saveAddress }] = await Promise.all([import('./keeping'), import('./autosave')])
  onAddressWritten(saveAddress)
  await keepWork(opened)
}

function sayUnkept(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  store.getState().set({
    notice: `Work is not kept on this device: a part of the page could not be loaded. Everything else works (${reason}).`,
  })
}
