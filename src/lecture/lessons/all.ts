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
  {
    id: 'attention-on-a-tree',
    title: 'Attention on a tree',
    summary: 'An attention head whose scores are distances learns a tree, and its points draw it.',
    load: async () => (await import('./07-attention')).lesson,
  },
  {
    id: 'minima-modulo-the-group',
    title: 'Minima modulo the group',
    summary: 'How many different minima are there, if equivalent models count as one?',
    load: async () => (await import('./08-minima')).lesson,
  },
  {
    id: 'two-rulers',
    title: 'Two rulers',
    summary: 'Why teleportation is about the optimiser, and not about the model.',
    load: async () => (await import('./09-rulers')).lesson,
  },
  {
    id: 'the-pass',
    title: 'The pass that cannot be lowered',
    summary: 'What an element can do to a barrier between two minima, and what it cannot.',
    load: async () => (await import('./10-pass')).lesson,
  },
  {
    id: 'same-function-same-mistakes',
    title: 'Same function, same mistakes',
    summary: 'What equivalent models do with inputs that are wrong, and with attacks.',
    load: async () => (await import('./11-mistakes')).lesson,
  },
  {
    id: 'is-it-quantum',
    title: 'Is it quantum?',
    summary: 'What the title of the paper claims, and what is really there: a continuum of equal models.',
    load: async () => (await import('./12-quantum')).lesson,
  },
]
