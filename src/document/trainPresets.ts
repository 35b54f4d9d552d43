import { attentionRecipes, buildAttention, type AttentionRecipe } from '../learning/recipes'
import { startRun, type RunMeasure } from '../learning/training'

/**
 * Where each trained preset comes from; the seed is that of the random tables it starts from. Every seed trains tree7;
 * this one ends with the root near i and its halves side by side, as a tree is drawn.
 */
export const trainedFrom = {
  tree7: { recipe: attentionRecipes.tree7, seed: 14 },
  tree15: { recipe: attentionRecipes.tree15, seed: 1 },
  tree15Twice: { recipe: attentionRecipes.tree15Twice, seed: 1 },
} as const satisfies Record<string, { recipe: AttentionRecipe; seed: number }>

export type TrainedName = keyof typeof trainedFrom
type Numbers = Record<TrainedName, readonly number[]>

/** The whole run of one: the parameters it ends with, Q, K and, if it is learned, log β. */
export function trainPreset(name: TrainedName): { parameters: readonly number[]; measure: RunMeasure } {
  const { recipe, seed } = trainedFrom[name]
  const { task, settings } = buildAttention(recipe)
  const run = startRun(task, settings, seed)
  run.step(recipe.steps)
  return { parameters: [...run.parameters()], measure: run.measure() }
}

/** What `npm run presets` stores; calls `trained` after each. */
export function trainPresets(trained: (name: string, measure: RunMeasure) => void): Numbers {
  const names = Object.keys(trainedFrom) as TrainedName[]
  return Object.fromEntries(
    names.map((name) => {
      const { parameters, measure } = trainPreset(name)
      trained(name, measure)
      return [name, parameters]
    }),
  ) as Numbers
}
