import type { AttentionData } from './attentionData'
import { betaOfRow } from './attentionRows'
import type { BetaRule, MatchedBeta } from './beta'

/** All rows of a batch that have one query token and the same keys, in any order. */
export interface DistinctRow {
  readonly query: number
  /** ascending, a token as often as it is a key */
  readonly keys: Int32Array
  /** (keys): what the rows want of each, summed over them; all together `count` */
  readonly targets: Float64Array
  /** how many rows they are */
  readonly count: number
}

/** The rows of a batch, equal ones merged: Σ over them of the cross entropy needs each but once. */
export function distinctRows(data: AttentionData): readonly DistinctRow[] {
  const { tokens, offsets, cells, targets } = data
  const found = new Map<string, { query: number; keys: Int32Array; targets: Float64Array; count: number }>()
  for (let row = 0; row + 1 < offsets.length; row++) {
    const order = Array.from(cells.subarray(offsets[row], offsets[row + 1]).keys(), (n) => offsets[row]! + n)
    order.sort((n, m) => cells[n]! - cells[m]!)
    const query = Math.floor(cells[order[0]!]! / tokens)
    const keys = Int32Array.from(order, (n) => cells[n]! % tokens)
    const name = `${query}: ${keys.join()}`
    const known = found.get(name) ?? { query, keys, targets: new Float64Array(keys.length), count: 0 }
    order.forEach((n, place) => (known.targets[place]! += targets[n]!))
    known.count++
    found.set(name, known)
  }
  return [...found.values()]
}

let gathered = new Float64Array(64)
const matched: MatchedBeta = { beta: 0, mean: 0, variance: 0, isReached: false }

/**
 * The cross entropy of equal rows together, whatever their costs:
 *
 *     Σ_l T_l β (c_l - min c) + count log Σ_l exp(-β (c_l - min c))
 *
 * @param costs C; the cost of key l is at `from` + l
 * @param scale β, or for 'byRow' γ; 'entropy' has none
 */
export function sumOfRow(
  row: DistinctRow,
  costs: Float64Array,
  from: number,
  rule: BetaRule,
  scale: number,
): number {
  const { keys, targets, count } = row
  if (gathered.length < keys.length) gathered = new Float64Array(2 * keys.length)
  let least = Infinity
  for (let n = 0; n < keys.length; n++) {
    const cost = costs[from + keys[n]!]!
    gathered[n] = cost
    if (cost < least) least = cost
  }
  const isOwn = rule.kind === 'byRow' || rule.kind === 'entropy'
  const beta = isOwn ? betaOfRow(rule, scale, gathered, keys.length, matched) : scale
  let sum = 0
  let total = 0
  for (let n = 0; n < keys.length; n++) {
    const logit = beta * (gathered[n]! - least)
    if (targets[n] !== 0) sum += targets[n]! * logit
    total += Math.exp(-logit)
  }
  return sum + count * Math.log(total)
}
