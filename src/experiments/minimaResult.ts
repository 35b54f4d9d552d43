import type { PairLook } from './minimaPair'
import type { MatrixPlot, Result, Table } from './record'
import { short, spreadOf } from './summary'

/** A trained head. */
export interface Minimum {
  readonly parameters: Float64Array
  readonly loss: number
  /** how its keys draw the tree */
  readonly orders: readonly (readonly number[])[]
  /** number of its drawing up to reflection, in the order in which they were met */
  readonly class: number
}

export interface Pair {
  readonly first: number
  readonly second: number
  /** nodes round which the two drawings differ */
  readonly differing: number
  /** barriers on the geodesic between them, in nats */
  readonly raw: number
  readonly aligned: number
}

/** The classes by letters: A, B, …, Z, A1, … */
const letter = (n: number) => String.fromCharCode(65 + (n % 26)) + (n < 26 ? '' : String(Math.floor(n / 26)))

export function minimaResult(
  models: readonly Minimum[],
  pairs: readonly Pair[],
  solved: number,
  looked: PairLook,
): Result {
  const isSolved = (n: number) => models[n]!.loss < solved
  const counted = pairs.filter(({ first, second }) => isSolved(first) && isSolved(second))
  const order = [...models.keys()]
    .filter(isSolved)
    .sort((p, q) => models[p]!.class - models[q]!.class || p - q)
  return {
    plots: [
      barriers(
        'Barrier between each two models, the second aligned',
        models,
        order,
        counted,
        (one) => one.aligned,
      ),
      barriers('The same without aligning', models, order, counted, (one) => one.raw),
      ...looked.plots,
    ],
    tables: [pairTable(models, pairs), orderTable(counted)],
    findings: [...findingsOf(models, counted, isSolved, solved), ...looked.findings],
  }
}

function barriers(
  name: string,
  models: readonly Minimum[],
  order: readonly number[],
  pairs: readonly Pair[],
  value: (pair: Pair) => number,
): MatrixPlot {
  const names = order.map((n) => `${n + 1} ${letter(models[n]!.class)}`)
  const table = models.map((_, p) => models.map((__, q) => (p === q ? 0 : NaN)))
  for (const pair of pairs) {
    table[pair.first]![pair.second] = table[pair.second]![pair.first] = value(pair)
  }
  return {
    kind: 'matrix',
    name,
    rows: names,
    columns: names,
    values: order.map((p) => order.map((q) => table[p]![q]!)),
    label: 'nats above the line between the two losses; a number for the model, a letter for its drawing',
  }
}

function pairTable(models: readonly Minimum[], pairs: readonly Pair[]): Table {
  const nameOf = (n: number) => `${n + 1} ${letter(models[n]!.class)}`
  return {
    name: 'pairs',
    columns: [
      'first',
      'second',
      'nodes with another order',
      'barrier',
      'barrier, aligned',
      'larger loss of the two',
    ],
    rows: pairs.map(({ first, second, differing, raw, aligned }) => [
      nameOf(first),
      nameOf(second),
      differing,
      raw,
      aligned,
      Math.max(models[first]!.loss, models[second]!.loss),
    ]),
  }
}

/** By the number of nodes with another order: how many pairs, and the barriers among them. */
function orderTable(pairs: readonly Pair[]): Table {
  const kinds = [...new Set(pairs.map(({ differing }) => differing))].sort((p, q) => p - q)
  return {
    name: 'barriers by drawing',
    columns: [
      'nodes with another order',
      'pairs',
      'barrier: median (least to most)',
      'aligned: median (least to most)',
    ],
    rows: kinds.map((kind) => {
      const own = pairs.filter(({ differing }) => differing === kind)
      return [kind, own.length, spreadOf(own.map((one) => one.raw)), spreadOf(own.map((one) => one.aligned))]
    }),
  }
}

function findingsOf(
  models: readonly Minimum[],
  pairs: readonly Pair[],
  isSolved: (n: number) => boolean,
  solved: number,
): string[] {
  const good = models.filter((_, n) => isSolved(n))
  const classes = new Set(good.map((one) => one.class)).size
  const sentences: string[] = []
  if (models.length > 0) {
    sentences.push(
      `${good.length} of ${models.length} models have a loss below ${solved}. They draw their tree in ${classes} ${classes === 1 ? 'way' : 'ways'}, up to isometry.`,
    )
  }
  const same = pairs.filter(({ differing }) => differing === 0)
  const other = pairs.filter(({ differing }) => differing > 0)
  if (same.length > 0) {
    const most = same.reduce((high, { aligned }) => Math.max(high, aligned), 0)
    sentences.push(
      `Same drawing, ${same.length} pairs: the barrier is ${spreadOf(same.map((one) => one.raw))} before aligning, and ${most === 0 ? '0 in all of them' : `${short(most)} at most`} after.`,
    )
  }
  if (other.length > 0) {
    sentences.push(
      `Other drawing, ${other.length} pairs: ${spreadOf(other.map((one) => one.raw))} before, ${spreadOf(other.map((one) => one.aligned))} after; aligning does not take it away.`,
    )
  }
  return sentences
}
