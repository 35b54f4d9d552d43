import { normal, random, randomPoint } from '../math/random'
import type { AttentionData } from './attentionData'
import { accuracyOf, betaOfRow, rowTables, rowsWithOwnBeta, sharedRows } from './attentionRows'
import { checkRule, realsOf, scaleOf, type BetaRule } from './beta'
import { lengthOf, strideOf, type Geometry, type Layout } from './parameters'
import { addTableGradient, tableProduct, type TablePair } from './tables'

export interface HeadSettings {
  readonly geometry: Geometry
  /** size of the vocabulary */
  readonly tokens: number
  /** h, points a token in each table */
  readonly inner: number
  readonly beta: BetaRule
}

/**
 * One attention head whose tables Q and K, (tokens, inner) points each, are its parameters, followed by log β or
 * log γ if the rule learns one:
 *
 *     weights = softmax(-β C) over the other positions of the sequence,   C = Q ⊙ Kᵀ
 *
 * Its functions share buffers, so that a step allocates nothing once a run's own buffers are known.
 *
 * @see Chuang, An Alternative to Quantum Computing (2023), Example 1
 */
export interface Head {
  readonly settings: HeadSettings
  readonly layout: Layout
  /** Random tables: normal numbers of that deviation about i or 0, the same for the same seed. */
  readonly start: (seed: number, spread?: number) => Float64Array
  /** C of the whole vocabulary, (tokens, tokens): a buffer that the next call overwrites. */
  readonly costs: (parameters: Float64Array) => Float64Array
  /**
   * Mean over all rows of KL(target ‖ weights) ≥ 0 in nats: the cross entropy less its floor. Writes its gradient in
   * the stored coordinates, if asked for; at coincident points of Q and K the distance counts as having gradient 0.
   */
  readonly loss: (parameters: Float64Array, data: AttentionData, gradient?: Float64Array) => number
  /** Part of the positions whose heaviest key is a wanted one. */
  readonly accuracy: (parameters: Float64Array, data: AttentionData) => number
  /**
   * The weights for one sequence, (length, length) row-major with 0 on the diagonal, and the β of each row.
   *
   * @throws RangeError if a token is not in the vocabulary
   */
  readonly attend: (
    parameters: Float64Array,
    sequence: readonly number[],
  ) => { readonly weights: Float64Array; readonly betas: Float64Array }
}

/** @throws RangeError with the reason, if the numbers of the settings are of no use */
export function attentionHead(settings: HeadSettings): Head {
  const { geometry, tokens, inner, beta: rule } = settings
  checkRule(rule)
  if (geometry === 'dot' && rule.kind === 'byRow') {
    throw new RangeError('the dot product has scores of either sign; β cannot be taken from their mean')
  }
  for (const [name, value] of Object.entries({ tokens, inner })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} is ${value}; it must be at least 1`)
  }
  const stride = strideOf(geometry)
  const layout: Layout = { stride, points: 2 * tokens * inner, inner, reals: realsOf(rule) }
  const pair: TablePair = { geometry, rows: tokens, columns: tokens, inner }
  const length = lengthOf(layout)
  const keysAt = stride * tokens * inner
  const realAt = 2 * keysAt
  const tables = rowTables(tokens)
  const ofParameters = views(keysAt, length)
  const ofGradient = views(keysAt, length)
  const scale = (parameters: Float64Array) =>
    layout.reals === 1 ? Math.exp(parameters[realAt]!) : scaleOf(rule)

  const costs = (parameters: Float64Array) => {
    const { q, k } = ofParameters(parameters)
    return tableProduct(pair, q, k, tables.costs)
  }

  const sum = (parameters: Float64Array, data: AttentionData) => {
    if (rule.kind === 'byRow' || rule.kind === 'entropy') {
      return rowsWithOwnBeta(data, tables, rule, scale(parameters))
    }
    tables.betas.fill(scale(parameters))
    if (rule.kind === 'byNorms') divideByNorms(ofParameters(parameters).q, tables.betas)
    return sharedRows(data, tables)
  }

  const loss = (parameters: Float64Array, data: AttentionData, gradient?: Float64Array) => {
    if (data.tokens !== tokens) {
      throw new RangeError(`the data have a vocabulary of ${data.tokens} tokens, the head one of ${tokens}`)
    }
    costs(parameters)
    const rows = data.offsets.length - 1
    const mean = sum(parameters, data) / rows
    if (gradient) writeGradient(parameters, gradient, 1 / rows)
    return mean - data.floor
  }

  const writeGradient = (parameters: Float64Array, gradient: Float64Array, part: number) => {
    const { costGradient, betas, betaGradient } = tables
    for (let n = 0; n < costGradient.length; n++) costGradient[n]! *= part
    gradient.fill(0)
    const { q, k } = ofParameters(parameters)
    const { q: dq, k: dk } = ofGradient(gradient)
    addTableGradient(pair, q, k, costGradient, dq, dk)
    if (rule.kind === 'byNorms') addNormGradient(q, betas, betaGradient, part, dq)
    if (layout.reals === 0) return
    let slope = 0
    if (rule.kind === 'byRow') slope = betaGradient[0]!
    else for (let query = 0; query < tokens; query++) slope += betaGradient[query]! * betas[query]!
    gradient[realAt] = slope * part
  }

  const attend = (parameters: Float64Array, sequence: readonly number[]) => {
    const all = costs(parameters)
    const count = sequence.length
    const weights = new Float64Array(count * count)
    const betas = new Float64Array(count)
    const row = new Float64Array(Math.max(0, count - 1))
    tables.betas.fill(scale(parameters))
    if (rule.kind === 'byNorms') divideByNorms(ofParameters(parameters).q, tables.betas)
    for (const token of sequence) {
      if (!(token in tables.betas)) throw new RangeError(`the token ${token} is not one of 0 … ${tokens - 1}`)
    }
    sequence.forEach((query, k) => {
      const keys = sequence.flatMap((_, l) => (l === k ? [] : [l]))
      keys.forEach((l, n) => (row[n] = all[query * tokens + sequence[l]!]!))
      const byRow = rule.kind === 'byRow' || rule.kind === 'entropy'
      betas[k] = byRow
        ? betaOfRow(rule, scale(parameters), row, row.length, {
            beta: 0,
            mean: 0,
            variance: 0,
            isReached: false,
          })
        : tables.betas[query]!
      const least = Math.min(...row)
      const total = row.reduce((so, cost) => so + Math.exp(-betas[k]! * (cost - least)), 0)
      keys.forEach((l, n) => (weights[k * count + l] = Math.exp(-betas[k]! * (row[n]! - least)) / total))
    })
    return { weights, betas }
  }

  const start = (seed: number, spread = geometry === 'dot' ? 0.8 : 0.3) => {
    const next = random(seed)
    const parameters = new Float64Array(length)
    if (stride === 2) for (let n = 0; n < realAt; n += 2) parameters.set(randomPoint(next, spread), n)
    else for (let n = 0; n < realAt; n++) parameters[n] = spread * normal(next)
    if (layout.reals === 1) parameters[realAt] = Math.log(scaleOf(rule))
    return parameters
  }

  return {
    settings,
    layout,
    start,
    costs,
    loss,
    accuracy: (parameters, data) => accuracyOf(data, costs(parameters)),
    attend,
  }

  /** β_k = γ / √(1 + |q_k|²); the 1 keeps it finite at 0 */
  function divideByNorms(q: Float64Array, betas: Float64Array): void {
    const width = stride * inner
    for (let query = 0, n = 0; query < tokens; query++) {
      let norm2 = 1
      for (const end = n + width; n < end; n++) norm2 += q[n]! * q[n]!
      betas[query]! /= Math.sqrt(norm2)
    }
  }

  /** ∂β/∂q = -β q / (1 + |q|²) */
  function addNormGradient(
    q: Float64Array,
    betas: Float64Array,
    betaGradient: Float64Array,
    part: number,
    dq: Float64Array,
  ): void {
    const width = stride * inner
    for (let query = 0; query < tokens; query++) {
      const end = (query + 1) * width
      let norm2 = 1
      for (let n = query * width; n < end; n++) norm2 += q[n]! * q[n]!
      const slope = (-part * betaGradient[query]! * betas[query]!) / norm2
      for (let n = query * width; n < end; n++) dq[n]! += slope * q[n]!
    }
  }
}

interface Views {
  readonly q: Float64Array
  readonly k: Float64Array
}

/** The two tables in a buffer of parameters, made once for the buffer that a run keeps. */
function views(keysAt: number, length: number): (of: Float64Array) => Views {
  let known: Float64Array | undefined
  let tables: Views
  return (of) => {
    if (of === known) return tables
    if (of.length !== length) {
      throw new RangeError(`the head has ${length} parameters, and ${of.length} were given`)
    }
    known = of
    tables = { q: of.subarray(0, keysAt), k: of.subarray(keysAt, 2 * keysAt) }
    return tables
  }
}
