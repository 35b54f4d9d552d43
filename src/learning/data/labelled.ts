import { random } from '../../math/random'

/** Rows of numbers with a class each. */
export interface Labelled {
  readonly count: number
  readonly columns: number
  /** (count, columns) row-major */
  readonly values: Float64Array
  /** (count): 0 … classes - 1 */
  readonly labels: Int32Array
  /** the names of the classes */
  readonly classes: readonly string[]
}

export interface Split {
  readonly train: Labelled
  readonly heldOut: Labelled
}

/**
 * Rows with a label each; classes are numbered in the order in which they first appear.
 *
 * @throws RangeError with the row, counted from 1, if there is none, one is shorter or longer than the first, a value
 *   is not finite, the counts differ, or all labels are the same
 */
export function labelled(
  rows: readonly (readonly number[])[],
  labels: readonly (string | number)[],
): Labelled {
  if (rows.length === 0) throw new RangeError('there are no rows')
  if (rows.length !== labels.length) {
    throw new RangeError(`there are ${rows.length} rows and ${labels.length} labels; each row needs one`)
  }
  const columns = rows[0]!.length
  if (columns === 0) throw new RangeError('the rows hold no numbers')
  rows.forEach((row, n) => {
    if (row.length !== columns) {
      throw new RangeError(`row ${n + 1} has ${row.length} numbers, the first one has ${columns}`)
    }
    const bad = row.findIndex((value) => !Number.isFinite(value))
    if (bad >= 0) throw new RangeError(`row ${n + 1}, column ${bad + 1} is ${row[bad]}, not a finite number`)
  })
  const classes = [...new Set(labels.map(String))]
  const numbers = new Map(classes.map((name, number) => [name, number]))
  if (classes.length < 2) {
    throw new RangeError(`all rows have the label ${classes[0]}; a classifier needs at least two classes`)
  }
  return {
    count: rows.length,
    columns,
    values: Float64Array.from(rows.flat()),
    labels: Int32Array.from(labels, (label) => numbers.get(String(label))!),
    classes,
  }
}

/**
 * A random part of each class for training and the rest held out, so that both have the classes in the proportions
 * of the whole (to one row). The same for the same seed.
 *
 * @param part for training, in (0, 1); every class keeps at least one row for training
 * @throws RangeError unless 0 < part < 1, or if no row would be held out
 */
export function stratifiedSplit(data: Labelled, part: number, seed: number): Split {
  if (!(part > 0 && part < 1))
    throw new RangeError(`the part for training is ${part}; it lies between 0 and 1`)
  const next = random(seed)
  const train: number[] = []
  const heldOut: number[] = []
  data.classes.forEach((_, label) => {
    const rows = Array.from(data.labels.keys()).filter((row) => data.labels[row] === label)
    for (let n = rows.length - 1; n > 0; n--) {
      const m = Math.floor(next() * (n + 1))
      ;[rows[n], rows[m]] = [rows[m]!, rows[n]!]
    }
    const kept = Math.max(1, Math.round(part * rows.length))
    rows.forEach((row, n) => (n < kept ? train : heldOut).push(row))
  })
  if (heldOut.length === 0) throw new RangeError('no row is left to hold out; each class needs more than one')
  return { train: pick(data, train), heldOut: pick(data, heldOut) }
}

/** Mean and deviation of each column. */
export interface Scaling {
  readonly means: Float64Array
  /** 1 where a column is constant */
  readonly deviations: Float64Array
}

export function scalingOf({ count, columns, values }: Labelled): Scaling {
  const means = new Float64Array(columns)
  const deviations = new Float64Array(columns)
  values.forEach((value, n) => (means[n % columns]! += value / count))
  values.forEach((value, n) => (deviations[n % columns]! += (value - means[n % columns]!) ** 2 / count))
  return { means, deviations: deviations.map((square) => Math.sqrt(square) || 1) }
}

/**
 * Each column less its mean, over its deviation: both of the training rows, so that nothing of the held-out rows
 * reaches the training. A column that is constant there becomes 0 where it is that constant.
 */
export function standardised({ train, heldOut }: Split): Split {
  const { means, deviations } = scalingOf(train)
  const standard = (data: Labelled): Labelled => ({
    ...data,
    values: data.values.map(
      (value, n) => (value - means[n % train.columns]!) / deviations[n % train.columns]!,
    ),
  })
  return { train: standard(train), heldOut: standard(heldOut) }
}

/** The given rows, in the given order. */
function pick(data: Labelled, rows: readonly number[]): Labelled {
  const { columns } = data
  return {
    ...data,
    count: rows.length,
    values: Float64Array.from(
      rows.flatMap((row) => Array.from(data.values.subarray(row * columns, (row + 1) * columns))),
    ),
    labels: Int32Array.from(rows, (row) => data.labels[row]!),
  }
}
