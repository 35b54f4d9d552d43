import type { BetaRule } from './beta'
import { sumOfRow, type DistinctRow } from './distinctRows'

/** Between these a product of two sums of weights is a normal number; outside it a logarithm is due. */
const low = 1e-150
const high = 1e150
/** Below this a product has lost digits. */
const lost = 1e-290

/** For `sumOfRow`: β is given. */
const given: BetaRule = { kind: 'fixed', beta: 1 }

/** All rows of one query, made ready by {@link queryRows}. */
export interface QueryRows extends Pairs {
  readonly rows: readonly DistinctRow[]
  /** (tokens): what all rows want of each key */
  readonly shares: Float64Array
  /** (tokens + 2) */
  readonly weights: Float64Array
  /** of each pair of weights */
  readonly sums: Float64Array
}

/**
 * @param rows   all of one query
 * @param tokens size of the vocabulary
 */
export function queryRows(rows: readonly DistinctRow[], tokens: number): QueryRows {
  const shares = new Float64Array(tokens)
  for (const { keys, targets } of rows) keys.forEach((key, n) => (shares[key]! += targets[n]!))
  const pairs = inPairs(rows, tokens)
  const weights = new Float64Array(tokens + 2)
  weights[tokens + 1] = 1
  return { rows, shares, weights, sums: new Float64Array(pairs.first.length), ...pairs }
}

/**
 * The cross entropy of all rows of one query as a function of its costs, where they share one β:
 *
 *     Σ_l T_l β (c_l - min c) + Σ_rows count log Σ_{l in row} w_l,   w_l = exp(-β (c_l - min c))
 *
 * Made for each sample of a picture: one exponential a key, sums of two weights made once for all rows that have both
 * keys, and the sums of rows with the same count multiplied before a logarithm is taken. Where a product would
 * underflow, the rows are summed one by one. Allocates nothing.
 *
 * @param costs (tokens)
 */
export function sumOfQueryRows(rows: QueryRows, costs: Float64Array, beta: number): number {
  const { shares, weights, first, second, sums, slots, groups } = rows
  let least = Infinity
  for (let l = 0; l < shares.length; l++) if (costs[l]! < least) least = costs[l]!
  let sum = 0
  for (let l = 0; l < shares.length; l++) {
    const logit = beta * (costs[l]! - least)
    sum += shares[l]! * logit
    weights[l] = Math.exp(-logit)
  }
  for (let n = 0; n < sums.length; n++) sums[n] = weights[first[n]!]! + weights[second[n]!]!
  for (let group = 0, n = 0; group < groups.length; group += 3) {
    const width = groups[group]!
    const count = groups[group + 1]!
    const end = groups[group + 2]!
    let p = 1
    let q = 1
    while (n < end) {
      let one = 0
      let other = 0
      for (const half = n + width; n < half; n++) {
        one += sums[slots[n]!]!
        other += sums[slots[n + width]!]!
      }
      n += width
      p *= one
      q *= other
      if (p > low && p < high && q > low && q < high) continue
      if (!(p > lost && q > lost)) return oneByOne(rows.rows, costs, beta)
      sum += count * (Math.log(p) + Math.log(q))
      p = 1
      q = 1
    }
    sum += count * Math.log(p * q)
  }
  return sum
}

function oneByOne(rows: readonly DistinctRow[], costs: Float64Array, beta: number): number {
  let sum = 0
  for (const row of rows) sum += sumOfRow(row, costs, 0, given, beta)
  return sum
}

interface Pairs {
  /** the tokens whose weights are added; `tokens` has the weight 0, `tokens` + 1 the weight 1 */
  readonly first: Int32Array
  readonly second: Int32Array
  /** the pairs of each row, two rows of a group after each other */
  readonly slots: Int32Array
  /** [pairs a row, rows merged, where its slots end] of each group */
  readonly groups: Int32Array
}

/** Rows as sums of pairs of weights. A group has an even number of rows, one of them of weight 1 if need be. */
function inPairs(rows: readonly DistinctRow[], tokens: number): Pairs {
  const numbers = new Map<number, number>()
  const slotOf = (one: number, other: number) => {
    const name = one * (tokens + 2) + other
    const slot = numbers.get(name) ?? numbers.size
    numbers.set(name, slot)
    return slot
  }
  const groups: number[] = []
  const slots: number[] = []
  for (const alike of alikeOf(rows)) {
    const width = Math.ceil(alike[0]!.keys.length / 2)
    for (const { keys } of alike) {
      for (let n = 0; n < keys.length; n += 2) slots.push(slotOf(keys[n]!, keys[n + 1] ?? tokens))
    }
    if (alike.length % 2 === 1) {
      for (let n = 0; n < width; n++) slots.push(slotOf(tokens, n === 0 ? tokens + 1 : tokens))
    }
    groups.push(width, alike[0]!.count, slots.length)
  }
  const names = [...numbers.keys()]
  return {
    first: Int32Array.from(names, (name) => Math.floor(name / (tokens + 2))),
    second: Int32Array.from(names, (name) => name % (tokens + 2)),
    slots: Int32Array.from(slots),
    groups: Int32Array.from(groups),
  }
}

/** Rows with the same count and as many pairs. */
function alikeOf(rows: readonly DistinctRow[]): readonly DistinctRow[][] {
  const found = new Map<string, DistinctRow[]>()
  for (const row of rows) {
    const name = `${row.count}, ${Math.ceil(row.keys.length / 2)}`
    const alike = found.get(name) ?? []
    alike.push(row)
    found.set(name, alike)
  }
  return [...found.values()]
}
