import type { Inputs } from '../learning/data/embed'
import type { Classifier } from '../learning/prototypes'
import { random, randomElement } from '../math/random'
import type { Psl2r } from '../math/psl2r'
import { fastGradient, partOf, probabilitiesOf, projectedGradient, rightOf, type Ensemble } from './attack'
import type { Attacked, Studied } from './attackRecord'
import { seen } from './attacksResult'
import { copies, lengths, movedOneSide, search } from './oneSided'
import { movedBy } from './orbit'
import type { Experiment } from './record'
import { movedInputs, spiralClassifier, spirals, trainedOnSpirals } from './spiralModels'
import { mean } from './summary'

export interface AttacksInputs {
  /** models, each with its own training data */
  readonly seeds: number
  /** prototypes of each class */
  readonly prototypes: number
  readonly attack: 'many' | 'one'
  /** hyperbolic length that an attack may move an input by */
  readonly radius: number
  /** translation length of the one-sided copies */
  readonly copy: number
  readonly seed: number
}

/** Others that are trained on the same data, and directions of one-sided copies. */
const others = 8
/** Elements that move both sides. */
const elements = 25
const radii = [0.02, 0.04, 0.06, 0.08, 0.12, 0.16, 0.2, 0.25]

type Draft = { -readonly [K in keyof Studied]: Studied[K] }

/**
 * Prototypes on two spirals of 1.5 turns, which are not learned completely. Attacks move inputs a little so that the
 * model is wrong; they are tried on members of its orbit, on models trained anew, on copies whose prototypes alone were
 * moved, and on ensembles of these.
 */
export const attacks: Experiment<AttacksInputs> = function* (inputs) {
  const { seeds, prototypes, seed } = inputs
  const model = spiralClassifier(prototypes)
  const studied: Draft[] = []
  for (let n = 0; n < seeds; n++) {
    const one: Draft = { curve: [], certified: { tried: 0, worked: 0 }, moved: [] }
    studied.push(one)
    for (const { part, doing } of study(model, seed + n, inputs, one)) {
      yield {
        part: (n + part) / seeds,
        doing: `model ${n + 1} of ${seeds}: ${doing}`,
        result: seen(studied, inputs),
      }
    }
  }
  return seen(studied, inputs)
}

function* study(
  model: Classifier,
  seed: number,
  { attack, radius, copy }: AttacksInputs,
  into: Draft,
): Generator<{ readonly part: number; readonly doing: string }> {
  const { train, heldOut } = spirals(seed)
  const attacked = (ensemble: Ensemble, size: number) =>
    attack === 'one'
      ? fastGradient(model, ensemble, heldOut, size)
      : projectedGradient(model, ensemble, heldOut, size, seed)
  const trained: Float64Array[] = []
  for (let n = 0; n <= others; n++) {
    const work = trainedOnSpirals(model, train, 1000 * seed + n)
    const parameters = yield* during(work, (0.5 * n) / (others + 1), `training ${n + 1} of ${others + 1}`)
    trained.push(parameters)
    if (n === 0) Object.assign(into, bothSides(model, parameters, heldOut, seed))
  }
  const [own] = trained as [Float64Array, ...Float64Array[]]
  const oneSided = [own, ...copies(model, own, copy, others)]
  const clean = rightOf(model, [own], heldOut)

  const adversarial = yield* during(attacked([own], radius), 0.5, 'attack')
  into.attack = transfer(model, own, trained, oneSided, heldOut, adversarial, seed)
  const radiiCertified = model.certifiedRadii(own, heldOut)
  into.certifiedRadii = [...radiiCertified].filter((_, n) => clean[n])

  for (const [n, size] of radii.entries()) {
    const moved = yield* during(attacked([own], size), 0.55 + 0.02 * n, `radius ${size}`)
    const right = rightOf(model, [own], moved)
    const certified = clean.map((flag, k) => (flag && radiiCertified[k]! > size ? 1 : 0))
    into.certified = {
      tried: into.certified.tried + certified.reduce((sum, flag) => sum + flag, 0),
      worked: into.certified.worked + certified.filter((flag, k) => flag && !right[k]).length,
    }
    into.curve = [
      ...into.curve,
      {
        radius: size,
        single: partOf(right),
        orbit: orbitAccuracy(model, own, moved, seed),
        copies: partOf(rightOf(model, oneSided, moved)),
        retrained: partOf(rightOf(model, trained, moved)),
        certified: partOf(certified),
      },
    ]
  }
  for (const [n, length] of lengths.entries()) {
    into.moved = [...into.moved, movedOneSide(model, own, heldOut, length)]
    yield { part: 0.72 + 0.005 * n, doing: `one-sided moves of length ${length}` }
  }
  into.search = search(model, own, heldOut)
  const onCopies = yield* during(attacked(oneSided, radius), 0.76, 'attack on all copies')
  const onTrained = yield* during(attacked(trained, radius), 0.88, 'attack on all trained anew')
  const accuracy = (ensemble: Ensemble, of: Inputs) => partOf(rightOf(model, ensemble, of))
  into.accuracy = {
    single: { clean: partOf(clean), transfer: NaN, direct: accuracy([own], adversarial) },
    copies: {
      clean: accuracy(oneSided, heldOut),
      transfer: accuracy(oneSided, adversarial),
      direct: accuracy(oneSided, onCopies),
    },
    retrained: {
      clean: accuracy(trained, heldOut),
      transfer: accuracy(trained, adversarial),
      direct: accuracy(trained, onTrained),
    },
  }
}

/** Lets a piece of work yield its progress. */
function* during<T>(
  work: Generator<void, T>,
  part: number,
  doing: string,
): Generator<{ readonly part: number; readonly doing: string }, T> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    yield { part, doing }
  }
}

/** Random elements that move i by up to 3. */
function orbitElements(seed: number, count: number): Psl2r[] {
  const next = random(seed + 50)
  return Array.from({ length: count }, () => randomElement(next, 3 * next()))
}

/** Largest change of a probability, and decisions changed, when both sides are moved. */
function bothSides(model: Classifier, own: Float64Array, heldOut: Inputs, seed: number) {
  const before = probabilitiesOf(model, [own], heldOut)
  let largestChange = 0
  let decisionsChanged = 0
  for (const g of orbitElements(seed, elements)) {
    const after = probabilitiesOf(model, [movedBy(model.layout, own, g)], movedInputs(heldOut, g))
    for (let n = 0; n < after.length; n++) {
      largestChange = Math.max(largestChange, Math.abs(after[n]! - before[n]!))
      if (n % 2 === 1 && after[n]! > after[n - 1]! !== before[n]! > before[n - 1]!) decisionsChanged++
    }
  }
  return { largestChange, decisionsChanged, comparisons: elements * heldOut.count }
}

function orbitAccuracy(model: Classifier, own: Float64Array, moved: Inputs, seed: number): number {
  const [g] = orbitElements(seed, 1)
  return partOf(rightOf(model, [movedBy(model.layout, own, g!)], movedInputs(moved, g!)))
}

/** Of the inputs that were right and are wrong after the attack, the part that is wrong for others too. */
function transfer(
  model: Classifier,
  own: Float64Array,
  trained: readonly Float64Array[],
  oneSided: readonly Float64Array[],
  heldOut: Inputs,
  adversarial: Inputs,
  seed: number,
): Attacked {
  const before = rightOf(model, [own], heldOut)
  const after = rightOf(model, [own], adversarial)
  const fooled = [...before.keys()].filter((n) => before[n] && !after[n])
  const wrongFor = (ensemble: Ensemble, inputs: Inputs) => {
    const right = rightOf(model, ensemble, inputs)
    return fooled.filter((n) => !right[n]).length / fooled.length
  }
  return {
    right: before.reduce((sum, flag) => sum + flag, 0),
    fooled: fooled.length,
    inputs: heldOut,
    wrongBefore: [...before.keys()].filter((n) => !before[n]),
    arrows: fooled.map((n) => [n, adversarial.points[2 * n]!, adversarial.points[2 * n + 1]!] as const),
    orbit: mean(
      orbitElements(seed, elements).map((g) =>
        wrongFor([movedBy(model.layout, own, g)], movedInputs(adversarial, g)),
      ),
    ),
    copies: mean(oneSided.slice(1).map((parameters) => wrongFor([parameters], adversarial))),
    retrained: trained.slice(1).map((parameters) => wrongFor([parameters], adversarial)),
    copiesTogether: wrongFor(oneSided, adversarial),
    retrainedTogether: wrongFor(trained, adversarial),
  }
}
