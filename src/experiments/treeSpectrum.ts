import { buildAttention, attentionRecipes } from '../learning/recipes'
import { startRun } from '../learning/training'
import { completeBinaryTree, treeOf } from '../learning/tree'
import { singularValues } from '../math/singularValues'
import type { Experiment, Result, Series } from './record'
import { doubleCentred, scaled } from './spectralLaws'
import { median, short, spreadOf } from './summary'

export interface TreeSpectrumInputs {
  readonly nodes: '15' | '31' | '63'
  /** h, points a token in each table */
  readonly inner: number
  readonly steps: number
  readonly seeds: number
  readonly seed: number
}

interface Trained {
  readonly seed: number
  readonly start: readonly number[]
  now: readonly number[]
  /** [step, rms distance to the tree's singular values] */
  readonly way: [number, number][]
  loss: number
}

/** Levels of 1, 2, 4 and 8 nodes. */
const shown = 15

/**
 * A head learns "attend to the nearest relative in the tree" from sequences alone. What becomes of the singular values
 * of its costs C = Q ⊙ Kᵀ, rows and columns centred and scaled to mean square 1? Those of the tree's own distances
 * come in groups of 1, 2, 4 …, one for each level.
 */
export const treeSpectrum: Experiment<TreeSpectrumInputs> = function* (inputs) {
  const { inner, steps, seeds, seed } = inputs
  const nodes = Number(inputs.nodes)
  const base = attentionRecipes.tree15Twice
  const recipe = {
    ...base,
    steps,
    parents: completeBinaryTree(nodes),
    sequences: { ...base.sequences, length: 8, train: nodes < 63 ? 200 : 300 },
    head: { ...base.head, inner },
  }
  const { head, task, settings } = buildAttention(recipe)
  const tree = spectrumOf(Float64Array.from(treeOf(recipe.parents).distances), nodes)
  const stride = Math.max(1, Math.floor((40 * 15 * 15) / (nodes * nodes)))
  const all: Trained[] = []
  for (let n = 0; n < seeds; n++) {
    const run = startRun(task, { ...settings, measureEvery: steps, checkpointEvery: steps }, seed + n)
    const spectrum = () => spectrumOf(head.costs(run.parameters()).slice(), nodes)
    const start = spectrum()
    const one: Trained = { seed: seed + n, start, now: start, way: [[0, apart(start, tree)]], loss: NaN }
    all.push(one)
    while (run.count() < steps && run.step(Math.min(stride, steps - run.count())) > 0) {
      one.now = spectrum()
      one.way.push([run.count(), apart(one.now, tree)])
      one.loss = task.loss(run.parameters())
      yield {
        part: (n + run.count() / steps) / seeds,
        doing: `seed ${n + 1} of ${seeds}, step ${run.count()}`,
        result: seen(all, tree),
      }
    }
  }
  return seen(all, tree)
}

function spectrumOf(matrix: Float64Array, nodes: number): number[] {
  return scaled([...singularValues(doubleCentred(matrix, nodes, nodes), nodes, nodes)].slice(0, -1))
}

/** Root of the mean squared difference. */
function apart(one: readonly number[], other: readonly number[]): number {
  return Math.sqrt(one.reduce((sum, value, n) => sum + (value - other[n]!) ** 2, 0) / one.length)
}

function seen(all: readonly Trained[], tree: readonly number[]): Result {
  const bySize = (name: string, values: (n: number) => readonly number[]): Series => ({
    name,
    mark: 'points',
    points: tree
      .slice(0, shown)
      .flatMap((_, n) => values(n).map((value): [number, number] => [n + 1, value])),
  })
  const columns = [
    'number',
    'tree',
    ...all.flatMap(({ seed }) => [`start, seed ${seed}`, `trained, seed ${seed}`]),
  ]
  const before = all.map(({ way }) => way[0]![1])
  const after = all.map(({ way }) => way.at(-1)![1])
  return {
    plots: [
      {
        kind: 'curves',
        name: 'Singular values of centred C, largest first',
        x: { label: 'number', scale: 'linear' },
        y: { label: 'scaled to mean square 1', scale: 'linear' },
        series: [
          bySize('at the start', (n) => all.map(({ start }) => start[n]!)),
          bySize('trained', (n) => all.map(({ now }) => now[n]!)),
          {
            name: 'the tree itself',
            mark: 'line',
            isReference: true,
            points: tree.slice(0, shown).flatMap((value, n): [number, number][] => [
              [n + 0.6, value],
              [n + 1.4, value],
            ]),
          },
        ],
      },
      {
        kind: 'curves',
        name: 'Distance to the spectrum of the tree while training',
        x: { label: 'step', scale: 'linear' },
        y: { label: 'root mean square', scale: 'linear' },
        series: all.slice(0, 5).map(({ seed, way }) => ({ name: `seed ${seed}`, mark: 'line', points: way })),
      },
    ],
    tables: [
      {
        name: 'singular values',
        columns,
        rows: tree.map((value, n) => [
          n + 1,
          value,
          ...all.flatMap(({ start, now }) => [start[n]!, now[n]!]),
        ]),
      },
      {
        name: 'runs',
        columns: ['seed', 'training loss', 'distance at the start', 'distance now'],
        rows: all.map(({ seed, loss }, n) => [seed, loss, before[n]!, after[n]!]),
      },
    ],
    findings: [
      `The tree has the singular values ${tree
        .slice(0, 7)
        .map((value) => value.toFixed(2))
        .join(', ')}: one for the top level, two and four for those below.`,
      `Trained, the first seven are ${[0, 1, 2, 3, 4, 5, 6].map((n) => median(all.map(({ now }) => now[n] ?? NaN)).toFixed(2)).join(', ')} (median of ${all.length}).`,
      `The root mean square distance to the tree goes from ${spreadOf(before)} to ${spreadOf(after)}; training loss ${short(median(all.map(({ loss }) => loss)))}.`,
    ],
  }
}
