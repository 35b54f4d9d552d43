import { attentionHead } from '../learning/attentionHead'
import { accuracyOf } from '../learning/attentionRows'
import { scaleOf, type BetaRule } from '../learning/beta'
import { nearestRelativeData, type NearestRelativeData } from '../learning/nearestRelative'
import { movePoints } from '../learning/parameters'
import { attentionRecipes, buildAttention } from '../learning/recipes'
import { attentionTask } from '../learning/task'
import { startRun, type Run } from '../learning/training'
import { completeBinaryTree, treeOf, type Tree } from '../learning/tree'
import { act } from '../math/psl2r'
import { random, randomElement } from '../math/random'
import type { Experiment, Result } from './record'
import { mean, median, short } from './summary'

export interface BetaInputs {
  readonly nodes: '15' | '7'
  /** h, points a token in each table */
  readonly inner: number
  readonly steps: number
  readonly seeds: number
  readonly seed: number
}

interface Way {
  readonly name: string
  readonly rule: BetaRule
  /** β after a part of the steps, where it is set from outside */
  readonly annealed?: (part: number) => number
}

interface Trained {
  readonly loss: number
  readonly accuracy: number
  readonly beta: number
  /** of the loss, when everything is moved by g */
  readonly change: number
  /** with softmax(+β C): right rows, and rows whose heaviest key is a farthest one */
  readonly flipped: number
  readonly farthest: number
  readonly losses: readonly number[]
}

/** Steps in one piece of work. */
const stride = 20
/** The ball {L < ε} that "solved" means. */
const epsilon = 0.01
/** Length by which g moves i. */
const moved = 1

const waysOf = (inner: number): readonly Way[] => [
  { name: 'learned', rule: { kind: 'learned', beta: 2 } },
  { name: 'fixed 10', rule: { kind: 'fixed', beta: 10 } },
  { name: 'by row, γ/mean C', rule: { kind: 'byRow', gamma: 4 } },
  { name: 'fixed 1/√h', rule: { kind: 'fixed', beta: 1 / Math.sqrt(inner) } },
  {
    name: 'annealed 0.5 to 10',
    rule: { kind: 'fixed', beta: 0.5 },
    annealed: (part) => 0.5 * 20 ** part,
  },
  { name: 'by norms of Q', rule: { kind: 'byNorms', gamma: 4 } },
]

interface Setting {
  readonly nodes: number
  readonly inner: number
  readonly tree: Tree
  readonly data: NearestRelativeData
}

const headOf = ({ nodes, inner }: Setting, rule: BetaRule) =>
  attentionHead({ geometry: 'halfPlane', tokens: nodes, inner, beta: rule })

const taskOf = (setting: Setting, rule: BetaRule) => attentionTask(headOf(setting, rule), setting.data)

/**
 * Example 1 of the paper leaves open where β comes from. The same head with the same data and optimiser, trained with
 * each rule; then g moves it, and the sign of β is turned.
 */
export const beta: Experiment<BetaInputs> = function* (inputs) {
  const { inner, steps, seeds, seed } = inputs
  const nodes = Number(inputs.nodes)
  const tree = treeOf(completeBinaryTree(nodes))
  const recipe = nodes === 7 ? attentionRecipes.tree7 : attentionRecipes.tree15Twice
  const data = nearestRelativeData(tree, recipe.sequences)
  const setting: Setting = { nodes, inner, tree, data }
  const { settings } = buildAttention({ ...recipe, steps })
  const running = { ...settings, measureEvery: steps, checkpointEvery: steps }
  const ways = waysOf(inner)
  const trained: Trained[][] = ways.map(() => [])
  for (let n = 0; n < seeds; n++) {
    for (const [k, way] of ways.entries()) {
      const run = startRun(taskOf(setting, way.rule), running, seed + n)
      while (run.count() < steps) {
        if (way.annealed) run.use(taskOf(setting, { kind: 'fixed', beta: way.annealed(run.count() / steps) }))
        if (run.step(Math.min(stride, steps - run.count())) === 0) break
        yield {
          part: (n * ways.length + k + run.count() / steps) / (seeds * ways.length),
          doing: `seed ${n + 1} of ${seeds}, ${way.name}, step ${run.count()}`,
          result: seen(ways, trained),
        }
      }
      const last = way.annealed ? ({ kind: 'fixed', beta: way.annealed(1) } as const) : way.rule
      trained[k]!.push(reading(run, last, setting, seed + n))
    }
  }
  return seen(ways, trained)
}

function reading(run: Run, rule: BetaRule, setting: Setting, seed: number): Trained {
  const head = headOf(setting, rule)
  const parameters = run.parameters()
  const { train, heldOut } = setting.data
  const costs = head.costs(parameters).slice()
  const opposite = costs.map((cost) => -cost)
  // "Nearest" in the tree turned over: wanted is then what is farthest.
  const far = { ...heldOut, targets: farthestOf(setting) }
  const g = randomElement(random(seed), moved)
  const elsewhere = movePoints(head.layout, parameters, (points, out) => act(g, points, out))
  const loss = head.loss(parameters, train)
  return {
    loss,
    accuracy: head.accuracy(parameters, heldOut),
    beta: head.layout.reals === 1 ? Math.exp(parameters.at(-1)!) : scaleOf(rule),
    change: Math.abs(head.loss(elsewhere, train) - loss),
    flipped: accuracyOf(heldOut, opposite),
    farthest: accuracyOf(far, opposite),
    losses: run.history.losses.slice(),
  }
}

/** 1 at the keys of each held-out row that are farthest from the query in the tree, 0 at the others. */
function farthestOf({ tree, data }: Setting): Float64Array {
  const { offsets, cells } = data.heldOut
  const targets = new Float64Array(cells.length)
  for (let row = 0; row + 1 < offsets.length; row++) {
    const keys = Array.from(cells.subarray(offsets[row], offsets[row + 1]), (cell) => tree.distances[cell]!)
    const most = Math.max(...keys)
    keys.forEach((distance, n) => (targets[offsets[row]! + n] = distance === most ? 1 : 0))
  }
  return targets
}

/** At most this many points of a loss are drawn. */
const drawn = 100

function seen(ways: readonly Way[], trained: readonly (readonly Trained[])[]): Result {
  const known = ways.flatMap((way, k) => (trained[k]!.length > 0 ? [{ way, runs: trained[k]! }] : []))
  const every = (length: number) => Math.max(1, Math.floor(length / drawn))
  return {
    plots: [
      {
        kind: 'curves',
        name: 'Training loss, median of the seeds',
        x: { label: 'step', scale: 'linear' },
        y: { label: 'KL, nats', scale: 'log' },
        // The sixth rule is in the table: five lines can be told apart.
        series: known.slice(0, 5).map(({ way, runs }) => {
          const length = Math.min(...runs.map(({ losses }) => losses.length))
          const steps = Array.from({ length }, (_, n) => n).filter((n) => n % every(length) === 0)
          return {
            name: way.name,
            mark: 'line',
            points: steps.map((n): [number, number] => [n, median(runs.map(({ losses }) => losses[n]!))]),
          }
        }),
      },
    ],
    tables: [
      {
        name: 'rules of β',
        columns: [
          'rule',
          'seeds',
          'loss: median',
          'worst',
          `in the ${epsilon} ball`,
          'held-out accuracy: mean',
          'worst one',
          'β or γ at the end',
          'change of the loss under g',
          'accuracy with +β',
          'attends to a farthest with +β',
        ],
        rows: known.map(({ way, runs }) => [
          way.name,
          runs.length,
          median(runs.map(({ loss }) => loss)),
          Math.max(...runs.map(({ loss }) => loss)),
          runs.filter(({ loss }) => loss < epsilon).length,
          mean(runs.map(({ accuracy }) => accuracy)),
          Math.min(...runs.map(({ accuracy }) => accuracy)),
          median(runs.map((run) => run.beta)),
          Math.max(...runs.map(({ change }) => change)),
          mean(runs.map(({ flipped }) => flipped)),
          mean(runs.map(({ farthest }) => farthest)),
        ]),
      },
    ],
    findings: known.length === 0 ? [] : said(known),
  }
}

function said(known: readonly { readonly way: Way; readonly runs: readonly Trained[] }[]): string[] {
  const solved = known.map(
    ({ way, runs }) => `${way.name}: ${runs.filter(({ loss }) => loss < epsilon).length} of ${runs.length}`,
  )
  const keep = known.filter(({ way }) => way.rule.kind !== 'byNorms').flatMap(({ runs }) => runs)
  const breaks = known.filter(({ way }) => way.rule.kind === 'byNorms').flatMap(({ runs }) => runs)
  const [{ runs }] = known as [(typeof known)[number]]
  return [
    `Runs that solve it, with a loss below ${epsilon}: ${solved.join('; ')}.`,
    `Moved by g of length ${moved}, the loss changes by ${short(Math.max(...keep.map(({ change }) => change)))} with any β that is free or a function of C${breaks.length > 0 ? `, and by ${short(median(breaks.map(({ change }) => change)))} with β from the norms of Q` : ''}.`,
    `With softmax(+β C) the learned head is right in ${short(100 * mean(runs.map(({ flipped }) => flipped)))} % of the rows instead of ${short(100 * mean(runs.map(({ accuracy }) => accuracy)), 4)} %; in ${short(100 * mean(runs.map(({ farthest }) => farthest)))} % its heaviest key is a farthest one.`,
  ]
}
