/** Where in a lesson the page is. */
export interface LessonAddress {
  /** Of a lesson that comes with the page its id, of one that was fetched its own address; or one of those below. */
  readonly lesson: string
  /** From 1; the exercises come after the steps. */
  readonly step: number
  /** Its editor is open. */
  readonly edit?: true
}

/** How an address names a lesson that is kept on this device. */
export const ownLesson = (id: string): string => `own-${id}`
/** How it names one from a file or a link, which the session of the tab holds. */
export const lessonHere = (id: string): string => `here-${id}`
/** No other device knows a lesson by such a name. */
export const isOfDevice = (lesson: string): boolean => /^(?:own|here)-/.test(lesson)

/** What an address asks for, as it is written there. */
export interface AskedLesson {
  /** The lesson itself, or its name. */
  readonly lesson: string
  readonly step: string
  readonly isEdited: boolean
}

/** @param link what stands after "#" */
export function askedLesson(search: string, link: string): AskedLesson | undefined {
  if (isLessonLink(link)) {
    const [lesson, step] = link.split('&step=')
    return { lesson: lesson!, step: step ?? '1', isEdited: false }
  }
  const fields = new URLSearchParams(search)
  const lesson = fields.get('lesson')
  return lesson === null
    ? undefined
    : { lesson, step: fields.get('step') ?? '1', isEdited: fields.has('edit') }
}

/** Whether an address holds a whole lesson in the place of a state; see document/lessonLink. */
export const isLessonLink = (link: string): boolean => link.startsWith('lesson=')

/** The search part of an address that names this step, or none; whatever else is in it stays. */
export function searchWith(search: string, at: LessonAddress | undefined): string {
  const fields = new URLSearchParams(search)
  if (!at && !fields.has('lesson') && !fields.has('step')) return search
  for (const name of ['lesson', 'step', 'edit']) fields.delete(name)
  if (at) {
    fields.set('lesson', at.lesson)
    fields.set('step', String(at.step))
    if (at.edit) fields.set('edit', '')
  }
  const text = fields.toString()
  return text === '' ? '' : `?${text}`
}
