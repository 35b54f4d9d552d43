import { problem, quoted, type Problem } from '../document/problem'
import type { FoundLesson } from '../store/connect'
import { lengthOf } from '../store/lecture'
import type { AskedLesson } from '../store/lessonAddress'
import { lessons } from './lessons/all'

/** The step of a lesson that an address asks for, or what is wrong with it. */
export async function named({ lesson: id, step }: AskedLesson): Promise<FoundLesson | Problem> {
  const listed = lessons.find((one) => one.id === id)
  if (!listed) return problem(`there is no lesson ${quoted(id)}; the list of lessons has them all`)
  const lesson = await listed.load()
  const length = lengthOf(lesson)
  const at = /^\d{1,4}$/.test(step) ? Number(step) - 1 : NaN
  if (!(at >= 0 && at < length))
    return problem(`“${lesson.title}” has the steps 1 to ${length}, not ${quoted(step)}`)
  return { lesson, at }
}
