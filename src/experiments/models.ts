import { attentionRecipes, buildAttention } from '../learning/recipes'
import { memberCheck, type Bulk } from './orbitMembers'
import { modelsResult } from './modelsResult'
import { planeModels, type PlaneSettings } from './planeModels'
import type { Experiment, Progress } from './record'
import { trained } from './trained'

export interface ModelsInputs {
  readonly members: number
  /** hyperbolic length that the elements move i by, at most */
  readonly length: number
  readonly data: PlaneSettings['data']
  readonly starts: PlaneSettings['starts']
  readonly retrained: number
  readonly seed: number
}

/** Members of an orbit between two yields: below 0.05 s. */
const batch = 2000

/**
 * Orbit members of a trained head of 7 nodes, made and checked in bulk, beside a classifier of the plane trained anew
 * from other seeds. The first are one function with other numbers; the second are other functions. The wall times that
 * the sentences name differ from run to run.
 */
export const models: Experiment<ModelsInputs> = function* (inputs) {
  const { members, length, retrained, seed } = inputs
  const { task, settings } = buildAttention(attentionRecipes.tree7)
  let bulk: Bulk | undefined
  const plane = planeModels(inputs)
  const progress = (part: number, doing: string): Progress => ({
    part,
    doing,
    result: modelsResult(bulk, plane.compared()),
  })
  const head = yield* trained(task, settings, attentionRecipes.tree7.steps, seed, (part) =>
    progress(0.05 * part, 'training a head'),
  )
  const check = memberCheck(head, { length, seed })
  for (let made = 0; made < members; made += batch) {
    bulk = check(Math.min(batch, members - made))
    yield progress(0.05 + (0.25 * made) / members, `member ${bulk.made} of ${members}`)
  }
  for (let n = 0; n <= retrained; n++) {
    yield* plane.train(n, (part) =>
      progress(0.3 + (0.7 * (n + part)) / (retrained + 1), `classifier ${n + 1} of ${retrained + 1}`),
    )
  }
  return progress(1, '').result
}
