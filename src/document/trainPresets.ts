import {
  attentionRecipes,
  buildAttention,
  buildClassifier,
  classifierRecipes,
  type AttentionRecipe,
  type ClassifierRecipe,
} from '../learning/recipes'
import { startRun, type RunMeasure } from '../learning/training'
import { sourceOf } from './classifierPlans'
import type { LabelledSource } from './document'
import { labelledData } from './labelledData'

/**
 * Where each trained preset comes from; the seed is that of the random tables it starts from. Every seed trains tree7;
 * this one ends with the root near i and its halves side by side, as a tree is drawn.
 */
export const trainedFrom = {
  tree7: { recipe: attentionRecipes.tree7, seed: 14 },
  tree15: { recipe: attentionRecipes.tree15, seed: 1 },
  tree15Twice: { recipe: attentionRecipes.tree15Twice, seed: 1 },
} as const satisfies Record<string, { recipe: AttentionRecipe; seed: number }>

/** The same of classifiers; the seed is that of the prototypes. */
export const classifiersFrom = {
  spirals: { recipe: classifierRecipes.spirals, data: sourceOf('spirals'), seed: 1 },
  iris: { recipe: classifierRecipes.iris, data: sourceOf('iris'), seed: 1 },
} as const satisfies Record<string, { recipe: ClassifierRecipe; data: LabelledSource; seed: number }>

export type TrainedName = keyof typeof trainedFrom | keyof typeof classifiersFrom
type Numbers = Record<TrainedName, readonly number[]>

const isHead = (name: TrainedName): name is keyof typeof trainedFrom => name in trainedFrom

function buildPreset(name: TrainedName) {
  if (isHead(name)) return { ...trainedFrom[name], ...buildAttention(trainedFrom[name].recipe) }
  const { recipe, data, seed } = classifiersFrom[name]
  const { scaled } = labelledData(data, recipe.model.geometry)
  return { recipe, seed, ...buildClassifier(recipe, scaled) }
}

/** The whole run of one: the parameters it ends with, tables or prototypes and, if it is learned, log β. */
export function trainPreset(name: TrainedName): { parameters: readonly number[]; measure: RunMeasure } {
  const { recipe, seed, task, settings } = buildPreset(name)
  const run = startRun(task, settings, seed)
  run.step(recipe.steps)
  return { parameters: [...run.parameters()], measure: run.measure() }
}

/** What `npm run presets` stores; calls `trained` after each. */
export function trainPresets(trained: (name: string, measure: RunMeasure) => void): Numbers {
  const names = [...Object.keys(trainedFrom), ...Object.keys(classifiersFrom)] as TrainedName[]
  return Object.fromEntries(
    names.map((name) => {
      const { parameters, measure } = trainPreset(name)
      trained(name, measure)
      return [name, parameters]
    }),
  ) as Numbers
}
