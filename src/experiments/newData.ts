import { attentionHead, type Head } from '../learning/attentionHead'
import type { AttentionData } from '../learning/attentionData'
import { nearestRelatives } from '../learning/nearestRelative'
import { optimiser, usualOptimiser, type OptimiserSettings } from '../learning/optimisers'
import { scaleAt } from '../learning/schedule'
import { completeBinaryTree, treeOf } from '../learning/tree'
import { normal, random, randomElement, type Random } from '../math/random'
import { expMap } from '../math/upperHalfPlane'
import { rotation } from './gradientInOrbit'
import { seen, type ArmOfStarts, type FinalLoss } from './newDataResult'
import { centred, movedBy } from './orbit'
import { plain } from './race'
import type { Experiment } from './record'

export interface NewDataInputs {
  /** models that are trained on the first data */
  readonly seeds: number
  /** starts on the new data, made of each of them */
  readonly starts: number
  /** steps on the new data */
  readonly steps: number
  /** deviation of the noise, in hyperbolic length */
  readonly noise: number
  /** the tokens of a sequence: all different, or drawn with repetition */
  readonly tokens: 'different' | 'repeated'
  readonly seed: number
}

const nodes = 15
const length = 6
const sequences = 100
const heldOut = 600
/** steps on the first data */
const firstSteps = 1000
/** deviation of random tables about i */
const spreadOfTables = 0.5
/** hyperbolic length that elements of the orbit move i by, at most */
const reach = 2

type Start = 'orbit' | 'turned' | 'noise' | 'fresh'

interface Arm extends ArmOfStarts {
  readonly start: Start
  readonly optimiser: OptimiserSettings
}

const adam: OptimiserSettings = usualOptimiser
const arms: readonly Arm[] = [
  { name: 'orbit, Adam in the metric', start: 'orbit', isEquivariant: true, optimiser: adam },
  {
    name: 'orbit, descent in the metric',
    start: 'orbit',
    isEquivariant: true,
    optimiser: descent('intrinsic', 4),
  },
  {
    name: 'orbit, Adam in (x, log y)',
    start: 'orbit',
    isEquivariant: false,
    optimiser: { ...adam, coordinates: 'xLogY' },
  },
  {
    name: 'turned, descent in (x, log y)',
    start: 'turned',
    isEquivariant: false,
    optimiser: descent('xLogY', 2),
  },
  {
    name: 'noise, descent in (x, log y)',
    start: 'noise',
    isEquivariant: false,
    optimiser: descent('xLogY', 2),
  },
  { name: 'noise, Adam in the metric', start: 'noise', isEquivariant: false, optimiser: adam },
  { name: 'fresh, Adam in the metric', start: 'fresh', isEquivariant: false, optimiser: adam },
]

function descent(coordinates: OptimiserSettings['coordinates'], rate: number): OptimiserSettings {
  return { ...plain(coordinates, rate), learningRateOfReals: 0.3 }
}

/**
 * A head on the tree of 15 nodes, one column, β learned, is trained on 100 sequences. Then others come, and it is
 * trained on these from equivalent members of its orbit, from itself with noise, and from fresh tables.
 */
export const newData: Experiment<NewDataInputs> = function* (inputs) {
  const { seeds, starts, steps, seed } = inputs
  const head = attentionHead({
    geometry: 'halfPlane',
    tokens: nodes,
    inner: 1,
    beta: { kind: 'learned', beta: 2 },
  })
  const [first, second, test] = [
    draw(sequences, 11, inputs.tokens),
    draw(sequences, 12, inputs.tokens),
    draw(heldOut, 999, inputs.tokens),
  ]
  const before: number[] = []
  const finals: FinalLoss[][][] = arms.map(() => [])
  const look = () => seen({ arms, before, finals, starts })
  const whole = seeds * (firstSteps + arms.length * starts * steps)
  let made = 0
  for (let n = 0; n < seeds; n++) {
    const doing = `model ${n + 1} of ${seeds}`
    const start = head.start(seed + n, spreadOfTables)
    for (const part of trained(head, first, start, adam, firstSteps)) {
      yield { part: (made + part) / whole, doing: `${doing}, first data`, result: look() }
    }
    made += firstSteps
    const model = centred(head.layout, start)
    before.push(head.loss(model, test))
    for (const [at, arm] of arms.entries()) {
      // The same draws for all arms of a kind, so that they differ in the optimiser alone.
      const next = random(31 * (seed + n) + 7)
      const all: FinalLoss[] = []
      finals[at]!.push(all)
      for (let k = 0; k < starts; k++) {
        const parameters = startOf(head, model, arm.start, inputs, next)
        for (const part of trained(head, second, parameters, arm.optimiser, steps)) {
          yield { part: (made + part) / whole, doing: `${doing}: ${arm.name}`, result: look() }
        }
        made += steps
        all.push({ train: head.loss(parameters, second), heldOut: head.loss(parameters, test) })
      }
    }
  }
  return look()
}

/** With different tokens no query meets the key of its own token, so few points of Q and K are drawn onto each other. */
function draw(count: number, seed: number, tokens: NewDataInputs['tokens']): AttentionData {
  const tree = treeOf(completeBinaryTree(nodes))
  const next = random(seed)
  const all = Array.from({ length: count }, () => {
    const left = Array.from({ length: nodes }, (_, token) => token)
    return Array.from({ length }, () => {
      const at = Math.floor(next() * left.length)
      return tokens === 'different' ? left.splice(at, 1)[0]! : left[at]!
    })
  })
  return nearestRelatives(tree, all)
}

function startOf(
  head: Head,
  model: Float64Array,
  start: Start,
  { noise }: NewDataInputs,
  next: Random,
): Float64Array {
  if (start === 'fresh') return head.start(Math.floor(2 ** 31 * next()), spreadOfTables)
  if (start === 'orbit') return movedBy(head.layout, model, randomElement(next, reach * next()))
  if (start === 'turned') return movedBy(head.layout, model, rotation(Math.PI * next()))
  const noisy = model.slice()
  const to = new Float64Array(2)
  for (let n = 0; n < 2 * head.layout.points; n += 2) {
    const y = model[n + 1]!
    const across = noise * y * normal(next)
    noisy.set(expMap(model[n]!, y, across, noise * y * normal(next), to), n)
  }
  return noisy
}

/** Trains the parameters in place, the learning rate falling along a cosine; yields the steps made, every 250. */
function* trained(
  head: Head,
  data: AttentionData,
  parameters: Float64Array,
  settings: OptimiserSettings,
  steps: number,
): Generator<number> {
  const { step } = optimiser(head.layout, settings)
  const gradient = new Float64Array(parameters.length)
  for (let n = 0; n < steps; n++) {
    head.loss(parameters, data, gradient)
    step(parameters, gradient, scaleAt({ kind: 'cosine', steps, floor: 0.01 }, n))
    if (n % 250 === 249) yield n
  }
}
