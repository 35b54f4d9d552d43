import type { Lesson } from '../document/lesson'
import { lessonFile, lessonFromText } from '../document/lessonJson'
import { problem, type Problem } from '../document/problem'
import { openLesson } from './lecture'
import { lessonHere } from './lessonAddress'

/** A lesson from a file or a link is shown and not kept; a reload of its tab finds it by this. */
const key = 'moduli.lesson'

/** Opens a lesson that somebody has written, from a file or a link. */
export function openLessonHere(lesson: Lesson, at = 0): Problem | undefined {
  holdLesson(lesson)
  return openLesson(lesson, at, lessonHere(lesson.id))
}

export function holdLesson(lesson: Lesson): void {
  try {
    sessionStorage.setItem(key, lessonFile(lesson))
  } catch {
    // Then it has to be opened again after a reload.
  }
}

/** The lesson of this name that the tab has opened last from a file or a link. */
export function heldLesson(id: string): Lesson | Problem {
  const gone = problem('the lesson came from a file or a link that is not open in this tab: open it again')
  try {
    const text = sessionStorage.getItem(key)
    const lesson = text === null ? gone : lessonFromText(text)
    return 'id' in lesson && lesson.id !== id ? gone : lesson
  } catch {
    return gone
  }
}
