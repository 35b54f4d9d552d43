import type { Lesson } from '../../document/lesson'

/** A lesson that comes with the page; its text is loaded when it is opened. */
export interface ListedLesson extends Pick<Lesson, 'id' | 'title' | 'summary'> {
  readonly load: () => Promise<Lesson>
}

/** In the order in which they are taught. */
export const lessons: readonly ListedLesson[] = [
  {
    id: 'distances',
    title: 'A product made of distances',
    summary: 'A matrix product whose terms are distances instead of products of numbers.',
    load: async () => (await import('./01-distances')).lesson,
  },
]
