import { attentionHead, type Head, type HeadSettings } from './attentionHead'
import { embed, type Embedding, type Inputs } from './data/embed'
import type { Split } from './data/labelled'
import {
  nearestRelativeData,
  type NearestRelativeData,
  type NearestRelativeSettings,
} from './nearestRelative'
import { usualOptimiser } from './optimisers'
import { classifier, type Classifier, type ClassifierSettings } from './prototypes'
import { attentionTask, prototypeTask, type Task, type TrainAndHeldOut } from './task'
import type { RunSettings } from './training'
import { completeBinaryTree, treeOf } from './tree'

interface Training {
  readonly learningRate: number
  readonly steps: number
  /** the ball {L < ε} that every seed tried ended in */
  readonly epsilon: number
}

/** "Attend to the nearest relative" with numbers that train, as plain data. */
export interface AttentionRecipe extends Training {
  readonly parents: readonly number[]
  readonly sequences: NearestRelativeSettings
  readonly head: Omit<HeadSettings, 'tokens'>
}

/** A classifier of given rows with numbers that train, as plain data. */
export interface ClassifierRecipe extends Training {
  readonly embedding: Embedding
  /** part of the rows for training, where they are not split already */
  readonly part: number
  readonly model: Pick<ClassifierSettings, 'geometry' | 'perClass' | 'beta'>
}

const onTree = (nodes: number, length: number) => ({
  parents: completeBinaryTree(nodes),
  sequences: { train: 200, heldOut: 1000, length, seed: 12 },
  learningRate: 0.05,
  steps: 1500,
})

/** One column in the half-plane draws the tree; two learn 15 nodes completely; the line needs six. */
export const attentionRecipes = {
  tree7: {
    ...onTree(7, 5),
    head: { geometry: 'halfPlane', inner: 1, beta: { kind: 'fixed', beta: 10 } },
    epsilon: 0.05,
  },
  tree15: {
    ...onTree(15, 6),
    head: { geometry: 'halfPlane', inner: 1, beta: { kind: 'fixed', beta: 10 } },
    epsilon: 0.2,
  },
  tree15Twice: {
    ...onTree(15, 6),
    head: { geometry: 'halfPlane', inner: 2, beta: { kind: 'learned', beta: 2 } },
    epsilon: 0.01,
  },
  tree15Line: {
    ...onTree(15, 6),
    learningRate: 0.03,
    head: { geometry: 'line', inner: 6, beta: { kind: 'learned', beta: 4 } },
    epsilon: 0.01,
  },
  tree15Dot: {
    ...onTree(15, 6),
    head: { geometry: 'dot', inner: 4, beta: { kind: 'learned', beta: 2 } },
    epsilon: 0.05,
  },
} as const satisfies Record<string, AttentionRecipe>

/** Spirals and moons are drawn in the plane and held out by another seed; iris has one prototype a class. */
export const classifierRecipes = {
  spirals: {
    embedding: 'polar',
    part: 0.5,
    model: { geometry: 'halfPlane', perClass: 8, beta: { kind: 'learned', beta: 3 } },
    learningRate: 0.03,
    steps: 600,
    epsilon: 0.01,
  },
  spiralsLine: {
    embedding: 'columns',
    part: 0.5,
    model: { geometry: 'line', perClass: 10, beta: { kind: 'learned', beta: 3 } },
    learningRate: 0.03,
    steps: 600,
    epsilon: 0.01,
  },
  moons: {
    embedding: 'polar',
    part: 0.5,
    model: { geometry: 'halfPlane', perClass: 4, beta: { kind: 'learned', beta: 3 } },
    learningRate: 0.03,
    steps: 600,
    epsilon: 0.01,
  },
  iris: {
    embedding: 'columns',
    part: 2 / 3,
    model: { geometry: 'halfPlane', perClass: 1, beta: { kind: 'learned', beta: 3 } },
    learningRate: 0.03,
    steps: 600,
    epsilon: 0.1,
  },
  irisLine: {
    embedding: 'columns',
    part: 2 / 3,
    model: { geometry: 'line', perClass: 1, beta: { kind: 'learned', beta: 3 } },
    learningRate: 0.03,
    steps: 600,
    epsilon: 0.2,
  },
} as const satisfies Record<string, ClassifierRecipe>

/**
 * The head, its data and what trains it.
 *
 * @throws RangeError with the reason, if the parents are no tree or a number is of no use
 */
export function buildAttention(recipe: AttentionRecipe): {
  readonly head: Head
  readonly data: NearestRelativeData
  readonly task: Task
  readonly settings: RunSettings
} {
  const tree = treeOf(recipe.parents)
  const data = nearestRelativeData(tree, recipe.sequences)
  const head = attentionHead({ ...recipe.head, tokens: recipe.parents.length })
  return { head, data, task: attentionTask(head, data), settings: runSettings(recipe) }
}

/**
 * The classifier of given rows, with as many points an input and classes as they have.
 *
 * @throws RangeError with the reason, if the rows do not embed or a number is of no use
 */
export function buildClassifier(
  recipe: ClassifierRecipe,
  split: Split,
): {
  readonly model: Classifier
  readonly data: TrainAndHeldOut<Inputs>
  readonly task: Task
  readonly settings: RunSettings
} {
  const { geometry } = recipe.model
  const train = embed(geometry, recipe.embedding, split.train)
  const heldOut = embed(geometry, recipe.embedding, split.heldOut)
  const model = classifier({ ...recipe.model, inner: train.inner, classes: train.classes.length })
  const data = { train, heldOut }
  return { model, data, task: prototypeTask(model, data), settings: runSettings(recipe) }
}

/** Adam in the metric of the space, its learning rate falling along a cosine to a hundredth. */
function runSettings({ learningRate, steps }: Training): RunSettings {
  return {
    optimiser: { ...usualOptimiser, learningRate },
    schedule: { kind: 'cosine', steps, floor: 0.01 },
    measureEvery: 25,
    checkpointEvery: 25,
  }
}
