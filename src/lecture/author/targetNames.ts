import type { LessonTarget } from '../../document/lesson'

/** The parts of the page as their titles have them. */
export const targetNames: Readonly<Record<LessonTarget, string>> = {
  stage: 'The picture',
  space: 'Space',
  factors: 'Factors',
  element: 'Element g',
  move: 'Move',
  columns: 'Inner indices',
  flow: 'Flow',
  word: 'Word',
  centre: 'Centre and align',
  points: 'Points to points',
  group: 'The group',
  product: 'Product A ⊙ B',
  attention: 'Attention',
  classifier: 'Classifier',
  loss: 'Loss surface',
  training: 'Training',
  twins: 'Twins',
  conserved: 'What training conserves',
  experiment: 'The claims, tested',
}
