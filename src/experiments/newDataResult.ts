import type { CurvePlot, MatrixPlot, Result, Series } from './record'
import { mean, median, short, spreadOf } from './summary'

/** A kind of start with an optimiser. */
export interface ArmOfStarts {
  readonly name: string
  readonly isEquivariant: boolean
}

/** Losses after training on the new data: on these, and held out. */
export interface FinalLoss {
  readonly train: number
  readonly heldOut: number
}

export interface Found {
  readonly arms: readonly ArmOfStarts[]
  /** held-out loss of each model before the new data */
  readonly before: readonly number[]
  /** (arms, models, starts), as far as they are known */
  readonly finals: readonly (readonly (readonly FinalLoss[])[])[]
  readonly starts: number
}

/** Arms whose best starts are told. */
const compared = ['orbit, Adam in the metric', 'turned', 'noise, descent', 'fresh']
/** A model counts as improved from here on. */
const improvement = 0.02

interface Row {
  readonly name: string
  readonly isEquivariant: boolean
  /** of the models whose starts are all done: deviation over their starts, mean, and the start with the least loss on the new data */
  readonly deviations: readonly number[]
  readonly means: readonly number[]
  readonly best: readonly number[]
  readonly improved: number
}

export function seen(found: Found): Result {
  const rows = found.arms.map((arm, n) => rowOf(arm, found.finals[n]!, found))
  return {
    plots: [overStarts(found), deviations(rows, found), best(rows, found)],
    tables: [
      {
        name: 'starts',
        columns: [
          'start and optimiser',
          'models',
          'mean held-out loss',
          'deviation over starts, median',
          'deviation, most',
          'best start, median',
          'models improved',
        ],
        rows: rows.map(({ name, deviations, means, best, improved }) => [
          name,
          best.length,
          mean(means),
          median(deviations),
          Math.max(...deviations, 0),
          median(best),
          improved,
        ]),
      },
      {
        name: 'runs',
        columns: ['start and optimiser', 'model', 'start', 'loss on the new data', 'held-out loss'],
        rows: found.arms.flatMap(({ name }, n) =>
          found.finals[n]!.flatMap((all, model) =>
            all.map((one, start) => [name, model + 1, start + 1, one.train, one.heldOut]),
          ),
        ),
      },
    ],
    findings: sentences(rows, found),
  }
}

/** @returns the standard deviation of a sample, with n - 1 */
function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}

function rowOf(arm: ArmOfStarts, models: readonly (readonly FinalLoss[])[], { before, starts }: Found): Row {
  const done = models.filter((all) => all.length === starts)
  const losses = done.map((all) => all.map(({ heldOut }) => heldOut))
  const best = done.map((all) => all.reduce((low, one) => (one.train < low.train ? one : low)).heldOut)
  return {
    ...arm,
    deviations: losses.map(deviation),
    means: losses.map(mean),
    best,
    improved: best.filter((loss, n) => loss < before[n]! - improvement).length,
  }
}

/** The last model of which all is known. */
function overStarts({ arms, finals, starts, before }: Found): CurvePlot {
  const model = Math.max(0, finals.at(-1)!.length - (finals.at(-1)!.at(-1)?.length === starts ? 1 : 2))
  const series = arms.flatMap(({ name, isEquivariant }, n): Series[] => {
    if (isEquivariant && n > 0) return []
    const losses = (finals[n]![model] ?? []).map(({ heldOut }) => heldOut).sort((one, other) => one - other)
    return [{ name, mark: 'line', points: losses.map((loss, k) => [k + 1, loss]) }]
  })
  const [first, ...others] = series
  return {
    kind: 'curves',
    name: `Held-out loss of ${starts} starts, the best first, of model ${model + 1}`,
    x: { label: 'starts, sorted', scale: 'linear' },
    y: { label: 'held-out loss, nats', scale: 'log' },
    series: [
      first!,
      ...others.filter(({ name }) => !name.startsWith('noise, Adam')),
      {
        name: 'before the new data',
        mark: 'line',
        isReference: true,
        points: [
          [1, before[model] ?? NaN],
          [starts, before[model] ?? NaN],
        ],
      },
    ],
  }
}

const columnsOf = (count: number) => Array.from({ length: count }, (_, n) => `model ${n + 1}`)

function deviations(rows: readonly Row[], { before }: Found): MatrixPlot {
  return {
    kind: 'matrix',
    name: 'How far the starts of a model end apart',
    rows: rows.map(({ name }) => name),
    columns: columnsOf(before.length),
    values: rows.map((row) => before.map((_, n) => row.deviations[n] ?? NaN)),
    label: 'deviation of the held-out loss over starts',
  }
}

function best(rows: readonly Row[], { before, starts }: Found): MatrixPlot {
  return {
    kind: 'matrix',
    name: `The best of ${starts} starts, chosen by the new data`,
    rows: ['before the new data', ...rows.map(({ name }) => name)],
    columns: columnsOf(before.length),
    values: [before, ...rows.map((row) => before.map((_, n) => row.best[n] ?? NaN))],
    label: 'held-out loss, nats',
  }
}

function sentences(rows: readonly Row[], { before, starts }: Found): string[] {
  const said: string[] = []
  const known = rows.filter(({ best }) => best.length > 0)
  const equivariant = known.filter((row) => row.isEquivariant).flatMap(({ deviations }) => deviations)
  if (equivariant.length > 0) {
    said.push(
      `Trained in the metric, ${starts} equivalent starts end at one loss: their deviation is ${short(median(equivariant), 2)} in the median, ${short(Math.max(...equivariant), 2)} at most.`,
    )
  }
  const others = known.filter((row) => !row.isEquivariant)
  const list = (of: readonly Row[], write: (row: Row) => string) =>
    of.map((row) => `${row.name}: ${write(row)}`).join('; ')
  if (others.length > 0) {
    said.push(
      `The others end apart, deviation in the median: ${list(others, ({ deviations }) => short(median(deviations), 2))}.`,
    )
  }
  const shown = known.filter(({ name }) => compared.some((word) => name.startsWith(word)))
  if (shown.length > 0) {
    said.push(
      `Held-out loss before the new data ${spreadOf(before)}; after it the best of ${starts} starts, in the median: ${list(shown, ({ best }) => short(median(best), 2))}.`,
    )
    said.push(
      `Models improved by more than ${improvement}: ${list(shown, ({ best, improved }) => `${improved} of ${best.length}`)}.`,
    )
  }
  return said
}
