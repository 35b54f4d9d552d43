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
  {
    id: 'translate',
    title: 'Translate it: equivalent models on the line',
    summary: 'Translations move all numbers of a model and leave every distance as it is.',
    load: async () => (await import('./02-translate')).lesson,
  },
  {
    id: 'half-plane',
    title: 'The half-plane, its geodesics and Möbius maps',
    summary: 'A plane whose ruler shrinks towards its edge, and the maps that keep its distances.',
    load: async () => (await import('./03-half-plane')).lesson,
  },
  {
    id: 'three-kinds',
    title: 'Three kinds of isometry and the wall between them',
    summary: 'Turns, translations along an axis, and the thin wall between the two.',
    load: async () => (await import('./04-three-kinds')).lesson,
  },
  {
    id: 'one-product',
    title: 'One product, many models',
    summary: 'Isometries of the half-plane make a continuum of equivalent models, and how many they are.',
    load: async () => (await import('./05-one-product')).lesson,
  },
  {
    id: 'loss-surface',
    title: 'The loss surface moves, the loss does not',
    summary: 'What becomes of a picture of the loss when an isometry moves the model, and what does not.',
    load: async () => (await import('./06-loss-surface')).lesson,
  },
]
