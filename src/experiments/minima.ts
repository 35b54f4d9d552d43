import { attentionRecipes, buildAttention } from '../learning/recipes'
import { treeOf, type Tree } from '../learning/tree'
import { alignedTo, barrierOf, geodesic, lossesAlong } from './lossPaths'
import { lookAt, type PairLook } from './minimaPair'
import { minimaResult, type Minimum, type Pair } from './minimaResult'
import { cyclicOrders, differingOrders } from './planarEmbedding'
import type { Experiment, Progress } from './record'
import { trained } from './trained'

export interface MinimaInputs {
  readonly tree: '7' | '15'
  /** models trained, from seeds one after the other */
  readonly models: number
  /** the pair that is looked at more closely, counted from 1 */
  readonly first: number
  readonly second: number
  readonly seed: number
}

/** A model counts as one that has learned its tree from here on, in nats. */
const solved = 0.05
/** Parts of a path: 19 points between the ends. */
const samples = 20

/**
 * Heads trained on the same tree from many seeds, compared in pairs: the second is brought onto the first by the best
 * isometry in closed form, and the loss is watched on the geodesic between them. A pair without a barrier has the
 * same minimum up to the group. What is left over is how the tree lies in the plane: the cyclic order of the
 * neighbours round each inner node, up to a reflection of the whole.
 */
export const minima: Experiment<MinimaInputs> = function* ({
  tree: nodes,
  models: count,
  first,
  second,
  seed,
}) {
  if (first === second) throw new RangeError(`models ${first} and ${second} are the same one; choose two`)
  if (Math.max(first, second) > count) {
    throw new RangeError(`there are ${count} models, and model ${Math.max(first, second)} is to be shown`)
  }
  const recipe = nodes === '7' ? attentionRecipes.tree7 : attentionRecipes.tree15
  const { task, settings } = buildAttention(recipe)
  const tree = treeOf(recipe.parents)
  const models: Minimum[] = []
  const pairs: Pair[] = []
  let looked: PairLook = { plots: [], findings: [] }
  const seen = () => minimaResult(models, pairs, solved, looked)
  let result = seen()
  const progress = (part: number, doing: string): Progress => ({ part, doing, result })
  for (let n = 0; n < count; n++) {
    const doing = `model ${n + 1} of ${count}`
    const parameters = yield* trained(task, settings, recipe.steps, seed + n, (part) =>
      progress((n + part) / count, doing),
    )
    const orders = cyclicOrders(tree, keysOf(tree, parameters))
    models.push({ parameters, loss: task.loss(parameters), orders, class: classOf(models, orders) })
    for (let m = 0; m < n; m++) {
      const one = models[m]!.parameters
      const raw = lossesAlong(task, geodesic(task.layout, one, parameters), one, samples)
      const { parameters: image } = alignedTo(task.layout, parameters, one)
      const aligned = lossesAlong(task, geodesic(task.layout, one, image), one, samples)
      const differing = differingOrders(models[m]!.orders, orders)
      pairs.push({ first: m, second: n, differing, raw: barrierOf(raw), aligned: barrierOf(aligned) })
      if (m % 8 === 7) yield progress((n + 1) / count, doing)
    }
    if (n + 1 === Math.max(first, second)) {
      const [from, to] = [models[first - 1]!.parameters, models[second - 1]!.parameters]
      looked = lookAt({ task, tree, first, second, from, to, samples })
    }
    result = seen()
    yield progress((n + 1) / count, doing)
  }
  return result
}

const keysOf = (tree: Tree, parameters: Float64Array) => parameters.subarray(2 * tree.parents.length)

/** The class of an earlier model with the same drawing, or the next new one. */
function classOf(models: readonly Minimum[], orders: Minimum['orders']): number {
  const same = models.find((one) => differingOrders(one.orders, orders) === 0)
  return same ? same.class : models.reduce((most, one) => Math.max(most, one.class + 1), 0)
}
