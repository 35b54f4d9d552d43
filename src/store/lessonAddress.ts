/** Where in a lesson the page is. */
export interface LessonAddress {
  readonly lesson: string
  /** From 1; the exercises come after the steps. */
  readonly step: number
}

/** What an address asks for, as it is written there. */
export interface AskedLesson {
  readonly lesson: string
  readonly step: string
}

export function askedLesson(search: string): AskedLesson | undefined {
  const fields = new URLSearchParams(search)
  const lesson = fields.get('lesson')
  return lesson === null ? undefined : { lesson, step: fields.get('step') ?? '1' }
}

/** The search part of an address that names this step, or none; whatever else is in it stays. */
export function searchWith(search: string, at: LessonAddress | undefined): string {
  const fields = new URLSearchParams(search)
  if (!at && !fields.has('lesson') && !fields.has('step')) return search
  fields.delete('lesson')
  fields.delete('step')
  if (at) {
    fields.set('lesson', at.lesson)
    fields.set('step', String(at.step))
  }
  const text = fields.toString()
  return text === '' ? '' : `?${text}`
}
