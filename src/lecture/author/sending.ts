import type { Lesson } from '../../document/lesson'
import { lessonFile } from '../../document/lessonJson'
import { encodeLesson } from '../../document/lessonLink'
import { maxLinkLength, safeLinkLength } from '../../document/link'
import { store } from '../../store/store'
import { download } from '../../ui/download'
import { fileStem } from '../../document/fileStem'

export function saveLesson(lesson: Lesson): void {
  download(`${fileStem(lesson.title)}.json`, lessonFile(lesson), 'application/json')
}

const count = (length: number) => length.toLocaleString('en')

/** The whole lesson as a link, where it is short enough for one. */
export async function copyLessonLink(lesson: Lesson): Promise<void> {
  const { set } = store.getState()
  const noticeAction = { label: 'Save as a file', run: () => saveLesson(lesson) }
  const link = await encodeLesson(lesson)
  if (link === undefined)
    return set({
      notice: `The lesson is too long for a link, which has at most ${count(maxLinkLength)} characters: a file holds it.`,
      noticeAction,
    })
  const address = `${location.origin === 'null' ? '' : location.origin}${location.pathname}#${link}`
  try {
    await navigator.clipboard.writeText(address)
  } catch {
    return set({
      notice: 'The browser did not let the page copy the link: a file holds the lesson.',
      noticeAction,
    })
  }
  const copied = `Link to the lesson copied, ${count(address.length)} characters`
  if (address.length <= safeLinkLength) set({ notice: `${copied}.` })
  else
    set({
      notice: `${copied}: some chat tools cut links after ${count(safeLinkLength)}; a file is safer.`,
      noticeAction,
    })
}
