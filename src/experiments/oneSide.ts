import { attentionRecipes, buildAttention } from '../learning/recipes'
import { startRun } from '../learning/training'
import type { Head } from '../learning/attentionHead'
import { act, type Psl2r } from '../math/psl2r'
import { exp } from '../math/oneParameter'
import { random, type Random } from '../math/random'
import type { NearestRelativeData } from '../learning/nearestRelative'
import type { CurvePlot, Experiment, Result } from './record'
import { median, short } from './summary'

export interface OneSideInputs {
  readonly model: 'tree15Twice' | 'tree7'
  readonly steps: number
  readonly seeds: number
  /** elements of each length */
  readonly elements: number
  readonly seed: number
}

const lengths = [0.01, 0.03, 0.1, 0.3, 1, 2, 3] as const
const sides = ['Q and K', 'Q only', 'K only'] as const
/** Steps in one piece of work. */
const stride = 20

interface Reading {
  readonly loss: number
  readonly accuracy: number
  /** largest change of an attention weight */
  readonly change: number
}

/** (sides, lengths): of all trained heads and all elements */
type Found = Reading[][][]

/**
 * A trained head, and g on both tables, on the queries, on the keys. The paper's model stays as it is if both factors
 * move on every input; moved on one side it is another model, and the farther the worse.
 */
export const oneSide: Experiment<OneSideInputs> = function* (inputs) {
  const { model, steps, seeds, elements, seed } = inputs
  const { head, data, task, settings } = buildAttention({ ...attentionRecipes[model], steps })
  const found: Found = sides.map(() => lengths.map(() => []))
  const clean: Reading[] = []
  const pieces = seeds * (steps / stride + lengths.length)
  let made = 0
  const progress = (doing: string) => ({
    part: Math.min(1, ++made / pieces),
    doing,
    result: seen(found, clean),
  })
  for (let n = 0; n < seeds; n++) {
    const run = startRun(task, { ...settings, measureEvery: steps, checkpointEvery: steps }, seed + n)
    while (run.count() < steps && run.step(Math.min(stride, steps - run.count())) > 0)
      yield progress(`seed ${n + 1} of ${seeds}, step ${run.count()}`)
    const parameters = run.parameters()
    const weights = weightsOf(head, parameters, data)
    clean.push(reading(head, parameters, data, weights))
    const next = random(seed + n)
    for (const [l, length] of lengths.entries()) {
      for (let k = 0; k < elements; k++) {
        const g = turned(next, length)
        sides.forEach((side, s) => {
          const moved = movedSide(parameters, head, g, side)
          found[s]![l]!.push(reading(head, moved, data, weights))
        })
      }
      yield progress(`seed ${n + 1} of ${seeds}, length ${length}`)
    }
  }
  return seen(found, clean)
}

/** Translation length T along an axis through i, in a random direction. */
function turned(next: Random, length: number): Psl2r {
  const angle = 2 * Math.PI * next()
  return exp(Math.cos(angle) / 2, Math.sin(angle) / 2, Math.sin(angle) / 2, length)
}

function movedSide(
  parameters: Float64Array,
  { layout }: Head,
  g: Psl2r,
  side: (typeof sides)[number],
): Float64Array {
  const moved = parameters.slice()
  const end = layout.stride * layout.points
  const part = (from: number, to: number) => act(g, parameters.subarray(from, to), moved.subarray(from, to))
  if (side !== 'K only') part(0, end / 2)
  if (side !== 'Q only') part(end / 2, end)
  return moved
}

/** Held-out sequences whose attention weights are compared. */
const compared = 40

function weightsOf(head: Head, parameters: Float64Array, { heldOut }: NearestRelativeData): Float64Array[] {
  return heldOut.sequences.slice(0, compared).map((sequence) => head.attend(parameters, sequence).weights)
}

function reading(
  head: Head,
  parameters: Float64Array,
  data: NearestRelativeData,
  weights: readonly Float64Array[],
): Reading {
  let change = 0
  weightsOf(head, parameters, data).forEach((now, n) => {
    now.forEach((weight, k) => (change = Math.max(change, Math.abs(weight - weights[n]![k]!))))
  })
  return {
    loss: head.loss(parameters, data.heldOut),
    accuracy: head.accuracy(parameters, data.heldOut),
    change,
  }
}

function seen(found: Found, clean: readonly Reading[]): Result {
  const plot = (name: string, label: string, key: keyof Reading, scale: 'linear' | 'log'): CurvePlot => ({
    kind: 'curves',
    name,
    x: { label: 'translation length of g', scale: 'log' },
    y: { label, scale },
    series: sides.map((side, s) => ({
      name: `${side} moved`,
      mark: 'line',
      points: lengths.map((length, l): [number, number] => [
        length,
        median(found[s]![l]!.map((one) => one[key])),
      ]),
    })),
  })
  return {
    plots: [
      plot('Largest change of an attention weight', 'change, median', 'change', 'log'),
      plot('Held-out loss', 'KL in nats, median', 'loss', 'log'),
      plot('Held-out accuracy', 'accuracy, median', 'accuracy', 'linear'),
    ],
    tables: [
      {
        name: 'moves',
        columns: [
          'moved',
          'length',
          'change of a weight: median',
          'most',
          'KL: median',
          'accuracy: median',
          'least',
        ],
        rows: sides.flatMap((side, s) =>
          lengths.flatMap((length, l) => {
            const all = found[s]![l]!
            if (all.length === 0) return []
            const changes = all.map(({ change }) => change)
            const accuracies = all.map(({ accuracy }) => accuracy)
            return [
              [
                side,
                length,
                median(changes),
                Math.max(...changes),
                median(all.map(({ loss }) => loss)),
                median(accuracies),
                Math.min(...accuracies),
              ],
            ]
          }),
        ),
      },
    ],
    findings: said(found, clean),
  }
}

function said(found: Found, clean: readonly Reading[]): string[] {
  const both = found[0]!.flat()
  if (both.length === 0) return []
  const percent = (accuracy: number) => `${short(100 * accuracy)} %`
  const queries = (key: 'loss' | 'accuracy', figure: (value: number) => string) =>
    lengths.flatMap((length, l) => {
      const all = found[1]![l]!
      return all.length > 0 ? [`${figure(median(all.map((one) => one[key])))} at ${length}`] : []
    })
  return [
    `Both moved: no attention weight changes by more than ${short(Math.max(...both.map(({ change }) => change)))}, over ${both.length} elements up to length ${lengths.at(-1)}.`,
    `Queries alone: KL ${short(median(clean.map(({ loss }) => loss)))} without g, then ${queries('loss', short).join(', ')}.`,
    `Accuracy ${percent(median(clean.map(({ accuracy }) => accuracy)))} without g, then ${queries('accuracy', percent).join(', ')}.`,
  ]
}
