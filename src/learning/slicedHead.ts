import type { AttentionData } from './attentionData'
import type { HeadSettings } from './attentionHead'
import { realsOf, scaleOf } from './beta'
import { distinctRows, sumOfRow, type DistinctRow } from './distinctRows'
import { holdLogSums, logSums, sumOfLogSums, type LogSum } from './logSums'
import { strideOf } from './parameters'
import { queryRows, sumOfQueryRows } from './queryRows'
import type { Held, SlicedLoss, Term } from './slicedLoss'

/**
 * The loss of an attention head as slices need it: A = Q, B = Kᵀ, mean KL(target ‖ softmax(-β C)) over the rows.
 * Equal rows are merged, which takes a few milliseconds and depends on the data alone. With β shared by the rows of a
 * query a sample costs one exponential a partner; with a β of each row ('byRow', 'entropy') all exponentials of the
 * rows that move.
 *
 * @throws RangeError if the geometry is 'dot', or the data have another vocabulary
 */
export function slicedHead(settings: HeadSettings, data: AttentionData): SlicedLoss {
  const { geometry, tokens, inner } = settings
  if (geometry === 'dot') throw new RangeError('the dot product has no slice: its entries are no points')
  if (data.tokens !== tokens) {
    throw new RangeError(`the data have a vocabulary of ${data.tokens} tokens, the head one of ${tokens}`)
  }
  const all = distinctRows(data)
  const kind = settings.beta.kind
  const isOwn = kind === 'byRow' || kind === 'entropy'
  const part = (isWanted: (row: DistinctRow) => boolean) => all.filter(isWanted)
  return {
    geometry,
    rows: tokens,
    inner,
    columns: tokens,
    count: data.offsets.length - 1,
    floor: data.floor,
    row: (k, i) => {
      const rows = part(({ query }) => query === k)
      return isOwn ? ownRow(settings, rows) : sharedRow(settings, rows, k, i)
    },
    column: (l, except) => {
      const rows = part(({ query, keys }) => query !== except && keys.includes(l))
      return isOwn ? ownColumn(settings, rows, l) : sharedColumn(settings, rows, l)
    },
    rest: (k, l) =>
      restOf(
        settings,
        part(({ query, keys }) => query !== k && !(l !== null && keys.includes(l))),
      ),
  }
}

/** β, or γ for the rules that have one. */
function scaleFrom({ beta: rule }: HeadSettings, { reals }: Held): number {
  return realsOf(rule) === 1 ? Math.exp(reals[0]!) : scaleOf(rule)
}

/** 1 + |q_k|² over the coordinates of a query, without one point. */
function norm2Without({ geometry, inner }: HeadSettings, a: Float64Array, k: number, i: number): number {
  const stride = strideOf(geometry)
  let norm2 = 1
  for (let n = stride * k * inner; n < stride * (k + 1) * inner; n++) {
    if (Math.floor(n / stride) !== k * inner + i) norm2 += a[n]! * a[n]!
  }
  return norm2
}

/** β of query k for the rules under which its rows share one. */
function betaOfQuery(settings: HeadSettings, held: Held, k: number): number {
  const scale = scaleFrom(settings, held)
  return settings.beta.kind === 'byNorms' ? scale / Math.sqrt(norm2Without(settings, held.a, k, -1)) : scale
}

function sharedRow(settings: HeadSettings, rows: readonly DistinctRow[], k: number, i: number): Term {
  const isByNorms = settings.beta.kind === 'byNorms'
  const alike = queryRows(rows, settings.tokens)
  let scale = NaN
  let others = NaN
  return {
    hold: (held) => {
      scale = scaleFrom(settings, held)
      others = norm2Without(settings, held.a, k, i)
    },
    sum: (costs, norm2) =>
      sumOfQueryRows(alike, costs, isByNorms ? scale / Math.sqrt(others + norm2) : scale),
  }
}

function ownRow(settings: HeadSettings, rows: readonly DistinctRow[]): Term {
  let scale = NaN
  return {
    hold: (held) => (scale = scaleFrom(settings, held)),
    sum: (costs) => {
      let sum = 0
      for (let n = 0; n < rows.length; n++) sum += sumOfRow(rows[n]!, costs, 0, settings.beta, scale)
      return sum
    },
  }
}

/**
 * Rows with key l, as log sums: a row is base + multiplicity · exp(-β c_l), base the weights of its other keys, and
 * β Σ T c is a slope in c_l and a constant.
 */
function sharedColumn(settings: HeadSettings, rows: readonly DistinctRow[], l: number): Term {
  const { tokens } = settings
  const terms = rows.map(({ query, keys, count }): LogSum => {
    const multiplicity = keys.reduce((sum, key) => sum + (key === l ? 1 : 0), 0)
    return { partner: query, multiplicity, coefficient: count }
  })
  const sums = logSums(terms, tokens)
  const { bases, betas, slopes, reach } = sums
  let constant = 0
  return {
    hold: (held) => {
      const { costs } = held
      constant = 0
      slopes.fill(0)
      for (let query = 0; query < tokens; query++) betas[query] = betaOfQuery(settings, held, query)
      for (let r = 0; r < rows.length; r++) {
        const { query, keys, targets } = rows[r]!
        const beta = betas[query]!
        let least = Infinity
        let total = 0
        for (let n = 0; n < keys.length; n++) {
          const cost = costs[query * tokens + keys[n]!]!
          if (keys[n] === l) slopes[query]! += beta * targets[n]!
          else if (!(cost >= least)) least = cost
        }
        for (let n = 0; n < keys.length; n++) {
          if (keys[n] === l) continue
          const cost = costs[query * tokens + keys[n]!]!
          total += Math.exp(-beta * (cost - least))
          constant += beta * targets[n]! * cost
        }
        bases[r] = total === 0 ? -Infinity : Math.log(total) - beta * least
      }
      holdLogSums(sums)
    },
    sum: (costs) => constant + sumOfLogSums(sums, costs),
    reach,
  }
}

function ownColumn(settings: HeadSettings, rows: readonly DistinctRow[], l: number): Term {
  const { tokens, beta: rule } = settings
  const table = new Float64Array(tokens * tokens)
  let scale = NaN
  return {
    hold: (held) => {
      table.set(held.costs)
      scale = scaleFrom(settings, held)
    },
    sum: (costs) => {
      for (let query = 0; query < tokens; query++) table[query * tokens + l] = costs[query]!
      let sum = 0
      for (let n = 0; n < rows.length; n++) {
        const row = rows[n]!
        sum += sumOfRow(row, table, row.query * tokens, rule, scale)
      }
      return sum
    },
  }
}

function restOf(settings: HeadSettings, rows: readonly DistinctRow[]): (held: Held) => number {
  const { tokens, beta: rule } = settings
  const isShared = rule.kind !== 'byRow' && rule.kind !== 'entropy'
  return (held) => {
    let sum = 0
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n]!
      const scale = isShared ? betaOfQuery(settings, held, row.query) : scaleFrom(settings, held)
      sum += sumOfRow(row, held.costs, row.query * tokens, rule, scale)
    }
    return sum
  }
}
