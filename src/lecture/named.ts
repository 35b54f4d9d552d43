import type { Lesson } from '../document/lesson'
import { lessonFromText, maxLessonBytes } from '../document/lessonJson'
import { decodeLesson } from '../document/lessonLink'
import { isProblem, problem, quoted, type Problem } from '../document/problem'
import type { FoundLesson } from '../store/connect'
import { lengthOf } from '../store/lecture'
import { isLessonLink, isOfDevice, lessonHere, ownLesson, type AskedLesson } from '../store/lessonAddress'
import { heldLesson, holdLesson } from '../store/lessonHere'
import { lessons } from './lessons/all'

/** The step of a lesson that an address asks for, or what is wrong with it. */
export async function named({ lesson: name, step, isEdited }: AskedLesson): Promise<FoundLesson | Problem> {
  const lesson = await lessonNamed(name)
  if (isProblem(lesson)) return lesson
  const length = lengthOf(lesson)
  const at = /^\d{1,4}$/.test(step) ? Number(step) - 1 : NaN
  if (!(at >= 0 && at < length))
    return problem(`“${lesson.title}” has the steps 1 to ${length}, not ${quoted(step)}`)
  const isLinked = isLessonLink(name)
  if (isLinked) holdLesson(lesson)
  const address = isLinked ? lessonHere(lesson.id) : name
  return { lesson, at, address, isEdited: isEdited && name === ownLesson(lesson.id) }
}

async function lessonNamed(name: string): Promise<Lesson | Problem> {
  if (isLessonLink(name)) return decodeLesson(name)
  if (/\/|\.json$/i.test(name)) return fetched(name)
  if (isOfDevice(name)) return onDevice(name)
  const listed = lessons.find((one) => one.id === name)
  return listed
    ? listed.load()
    : problem(`there is no lesson ${quoted(name)}; the list of lessons has them all`)
}

async function onDevice(name: string): Promise<Lesson | Problem> {
  const id = name.replace(/^[a-z]+-/, '')
  if (name === lessonHere(id)) return heldLesson(id)
  const { takeLesson } = await import('../store/lessonShelf')
  const found = await takeLesson(id)
  if (!found) return problem('it was kept on another device, or has been deleted')
  return isProblem(found) ? found : found.lesson
}

/** A file of the same origin: a page that others link to must not show what anybody has put anywhere. */
async function fetched(path: string): Promise<Lesson | Problem> {
  const refused = (why: string) => problem(`the file ${quoted(path)} ${why}`)
  try {
    const url = new URL(path, location.href)
    if (url.origin !== location.origin)
      return refused('is not of the site of this page, and lessons are opened from no other')
    const response = await fetch(url)
    if (!response.ok) return refused(`is not there (the answer was ${response.status})`)
    const text = await textOf(response)
    if (text === undefined) return refused(`has more than ${maxLessonBytes / 2 ** 20} MB`)
    const lesson = lessonFromText(text)
    return isProblem(lesson) ? refused(`is no lesson: ${lesson.problem}`) : lesson
  } catch (error) {
    return refused(`could not be loaded (${error instanceof Error ? error.message : String(error)})`)
  }
}

/** Undefined as soon as it is more than a lesson may have. */
async function textOf(response: Response): Promise<string | undefined> {
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length <= maxLessonBytes) continue
    await reader.cancel()
    return undefined
  }
}
