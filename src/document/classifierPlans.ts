import type { LabelledSource, PrototypeClassifier, SpaceName } from './document'

/** Data sets of the page, with the numbers that they are started with. */
export const dataSets = [
  { name: 'spirals', label: 'Two spirals, 1 turn' },
  { name: 'longSpirals', label: 'Two spirals, 1.5 turns' },
  { name: 'moons', label: 'Two moons' },
  { name: 'iris', label: 'Iris: 3 species, 4 measures' },
] as const

export type DataSetName = (typeof dataSets)[number]['name']

const drawn = { train: 200, heldOut: 1000, seed: 1 } as const

const sources: Readonly<Record<DataSetName, LabelledSource>> = {
  spirals: { kind: 'spirals', turns: 1, ...drawn },
  longSpirals: { kind: 'spirals', turns: 1.5, ...drawn },
  moons: { kind: 'moons', ...drawn },
  iris: { kind: 'iris', seed: 1 },
}

export const sourceOf = (name: DataSetName): LabelledSource => sources[name]

/** Prototypes of each class with which a data set is learned. */
export function usualPerClass(name: DataSetName | 'own', space: SpaceName): number {
  if (name === 'spirals') return space === 'line' ? 10 : 8
  return { longSpirals: 14, moons: 4, iris: 1, own: 2 }[name]
}

/** The β that training starts from, or keeps. */
export const usualClassifierBeta = 3
/** @see learning/recipes.ts */
export const usualLearningRate = 0.03

/** A ball {L < ε} that the training of a data set comes into: with a fixed β probabilities stay away from 1. */
export function usualEpsilon(
  name: DataSetName | 'own',
  space: SpaceName,
  rule: PrototypeClassifier['rule'],
): number {
  if (rule === 'fixed') return 0.3
  if (name === 'iris') return space === 'line' ? 0.2 : 0.1
  return name === 'own' ? 0.1 : 0.01
}
