import { embed, type Inputs } from '../learning/data/embed'
import { twoMoons, twoSpirals } from '../learning/data/plane'
import { movePoints } from '../learning/parameters'
import { buildClassifier, classifierRecipes, type ClassifierRecipe } from '../learning/recipes'
import { prototypeTask } from '../learning/task'
import { act } from '../math/psl2r'
import { random, randomElement } from '../math/random'
import type { Progress } from './record'
import { trained } from './trained'

/** Models that decide every place of a part of the plane, each compared with each. */
export interface Compared {
  /** "W", "g₁W", "seed 2" */
  readonly names: readonly string[]
  /** (models, models): part of the places that the two decide differently; NaN where one is not trained yet */
  readonly differing: readonly (readonly number[])[]
  /** Members of the orbit of W among them; W itself comes before, models trained anew after. */
  readonly members: number
  readonly accuracies: readonly number[]
  /** Wall time of the training of all that are trained, in ms. */
  readonly elapsedMs: number
}

export interface PlaneModels {
  readonly train: (n: number, report: (part: number) => Progress) => Generator<Progress, void>
  readonly compared: () => Compared
}

/** Members of the orbit in the comparison. */
const members = 4
/** Places on a side of the square [-3, 3]² that both spirals and moons fill. */
const side = 61

const subscripts = '₁₂₃₄'

/** How far from inputs the prototypes start, in hyperbolic length: all over the place, or nearly at them. */
const spreads = { scattered: 1, atInputs: 0.05 } as const

export interface PlaneSettings {
  readonly data: keyof typeof recipes
  readonly starts: keyof typeof spreads
  readonly retrained: number
  readonly seed: number
}

/** Spirals of 1.5 turns take more prototypes than those of the recipe. */
const recipes = {
  spirals: {
    ...classifierRecipes.spirals,
    model: { ...classifierRecipes.spirals.model, perClass: 14 },
  },
  moons: classifierRecipes.moons,
} as const satisfies Record<string, ClassifierRecipe>

/**
 * A classifier W of 200 places, members gW of its orbit with the inputs moved along, and classifiers of the same
 * places trained from other seeds. What they decide is compared on a grid.
 */
export function planeModels({ data, starts, retrained, seed }: PlaneSettings): PlaneModels {
  const drawn = (count: number, from: number) =>
    data === 'spirals' ? twoSpirals(count, from, 1.5) : twoMoons(count, from)
  const recipe = recipes[data]
  const built = buildClassifier(recipe, { train: drawn(200, 12), heldOut: drawn(400, 13) })
  const { model, settings } = built
  const task = prototypeTask(model, built.data, spreads[starts])
  const places = gridOf(side)
  const names = ['W']
  for (let n = 0; n < members; n++) names.push(`g${subscripts[n]!}W`)
  for (let n = 1; n <= retrained; n++) names.push(`seed ${seed + n}`)
  const decisions: (Uint8Array | undefined)[] = names.map(() => undefined)
  const accuracies = names.map(() => NaN)
  let elapsedMs = 0

  const decide = (parameters: Float64Array, inputs: Inputs): Uint8Array => {
    const probabilities = model.probabilities(parameters, inputs)
    return Uint8Array.from({ length: inputs.count }, (_, n) =>
      probabilities[2 * n + 1]! > probabilities[2 * n]! ? 1 : 0,
    )
  }
  const keep = (at: number, parameters: Float64Array, inputs: Inputs) => {
    decisions[at] = decide(parameters, inputs)
    accuracies[at] = task.measure(parameters).heldOut.accuracy
  }

  return {
    train: function* (n, report) {
      let since = Date.now()
      const parameters = yield* trained(task, settings, recipe.steps, seed + n, (part) => {
        elapsedMs += Date.now() - since
        since = Date.now()
        return report(part)
      })
      keep(n === 0 ? 0 : members + n, parameters, places)
      if (n > 0) return
      const next = random(seed)
      for (let m = 1; m <= members; m++) {
        const g = randomElement(next, 2)
        const copy = movePoints(model.layout, parameters, (points, out) => void act(g, points, out))
        decisions[m] = decide(copy, { ...places, points: act(g, places.points, places.points.slice()) })
        accuracies[m] = accuracies[0]!
      }
    },
    compared: () => ({
      names,
      members,
      accuracies,
      elapsedMs,
      differing: decisions.map((one) => decisions.map((other) => share(one, other))),
    }),
  }
}

function share(one: Uint8Array | undefined, other: Uint8Array | undefined): number {
  if (!one || !other) return NaN
  let unlike = 0
  for (let n = 0; n < one.length; n++) if (one[n] !== other[n]) unlike++
  return unlike / one.length
}

/** The middles of equal cells of [-3, 3]², as inputs. */
function gridOf(count: number): Inputs {
  const values = new Float64Array(2 * count * count)
  for (let n = 0; n < count * count; n++) {
    values[2 * n] = -3 + (6 * ((n % count) + 0.5)) / count
    values[2 * n + 1] = -3 + (6 * (Math.floor(n / count) + 0.5)) / count
  }
  const labels = new Int32Array(count * count)
  return embed('halfPlane', 'polar', {
    count: count * count,
    columns: 2,
    values,
    labels,
    classes: ['0', '1'],
  })
}
