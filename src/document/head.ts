import { attentionHead, type HeadSettings } from '../learning/attentionHead'
import { accuracyOf } from '../learning/attentionRows'
import { factorsOfHead, parametersOfFactors } from '../learning/headFactors'
import { attentionTask, type Task } from '../learning/task'
import { completeBinaryTree } from '../learning/tree'
import {
  sizeOf,
  type AttentionHead,
  type BetaRuleName,
  type Document,
  type NearestRelative,
  type SpaceName,
} from './document'
import { pack } from './derive'
import { factorFromPacked } from './packedFactor'
import { betaOf, betaRule, headData } from './headLoss'
import { headOf, headTask, learnsBeta } from './headOf'
import { plainTitle } from './title'

/** The part of a document that is the head. */
export type HeadTables = Pick<Document, 'a' | 'b' | 'head' | 'space'>

/** The head of a document as `learning` takes it; undefined where the factors are not one's tables, or it has no task. */
export function headSettings(document: HeadTables): HeadSettings | undefined {
  if (headTask(document) === undefined) return undefined
  const { rows: tokens, inner } = sizeOf(document)
  return { geometry: document.space, tokens, inner, beta: betaRule(document.head!) }
}

/** The part of the positions whose heaviest key is a wanted one; undefined without a head. @param c (tokens, tokens) */
export function headAccuracy(
  document: Pick<Document, 'a' | 'b' | 'head'>,
  c: Float64Array,
  which: 'train' | 'heldOut',
): number | undefined {
  const task = headTask(document)
  return task && accuracyOf(headData(task)[which], c)
}

/** The head and what it is trained on. @throws RangeError without a task */
export function headTaskOf(document: HeadTables): Task {
  return attentionTask(attentionHead(settingsOf(document)), headData(document.head!.task!))
}

function settingsOf(document: HeadTables): HeadSettings {
  const settings = headSettings(document)
  if (settings === undefined) throw new RangeError('the factors are not the tables of a head with a task')
  return settings
}

/** A, B and, where it is learned, log β or log γ as training has them. @throws RangeError without a task */
export function headParameters(document: HeadTables): Float64Array {
  const settings = settingsOf(document)
  const reals = learnsBeta(document.head!) ? [Math.log(document.head!.beta)] : []
  return parametersOfFactors(settings, { a: pack(document.a), b: pack(document.b), reals })
}

/** Random tables, the same for the same seed. @throws RangeError without a task */
export function drawnHead(document: HeadTables, seed: number): Float64Array {
  return attentionHead(settingsOf(document)).start(seed)
}

/** The document with what training made of its entries and of β, digit for digit. @throws RangeError without a task */
export function withTrainedHead(document: Document, parameters: Float64Array): Document {
  const settings = settingsOf(document)
  const { a, b, reals } = factorsOfHead(settings, parameters)
  const stride = settings.geometry === 'line' ? 1 : 2
  const head = document.head!
  return {
    ...document,
    a: factorFromPacked(a, settings.inner, stride),
    b: factorFromPacked(b, settings.tokens, stride),
    head: learnsBeta(head) ? { ...head, beta: Math.exp(reals[0]!) } : head,
  }
}

/**
 * The weights softmax(-β C) over the other positions of one sequence of tokens, (length, length) row-major with 0 on
 * the diagonal.
 *
 * @param c (tokens, tokens)
 * @param a (tokens, inner) packed: the queries that c is of
 * @throws RangeError without a head, or if a token is not in its vocabulary
 */
export function attentionWeights(
  document: HeadTables,
  c: Float64Array,
  a: Float64Array,
  sequence: readonly number[],
): Float64Array {
  const head = headOf(document)
  if (head === undefined) throw new RangeError('the factors are not the tables of an attention head')
  const { rows: tokens } = sizeOf(document)
  for (const token of sequence) {
    if (Number.isInteger(token) && token >= 0 && token < tokens) continue
    throw new RangeError(`the token ${token} is not one of 0 … ${tokens - 1}`)
  }
  const count = sequence.length
  const weights = new Float64Array(count * count)
  sequence.forEach((query, k) => {
    const keys = sequence.flatMap((_, l) => (l === k ? [] : [l]))
    const costs = Float64Array.from(keys, (l) => c[query * tokens + sequence[l]!]!)
    const row = softmaxOf(head, a, tokens, query, costs)
    keys.forEach((l, n) => (weights[k * count + l] = row[n]!))
  })
  return weights
}

/** The weights of all rows of the product over all its columns, (rows, columns). @throws RangeError without a head */
export function allWeights(document: HeadTables, c: Float64Array, a: Float64Array): Float64Array {
  const head = headOf(document)
  if (head === undefined) throw new RangeError('the factors are not the tables of an attention head')
  const { rows, columns } = sizeOf(document)
  const weights = new Float64Array(rows * columns)
  for (let query = 0; query < rows; query++) {
    const costs = c.subarray(query * columns, (query + 1) * columns)
    weights.set(softmaxOf(head, a, rows, query, costs), query * columns)
  }
  return weights
}

function softmaxOf(
  head: AttentionHead,
  a: Float64Array,
  rows: number,
  query: number,
  costs: Float64Array,
): Float64Array {
  const rule = betaOf({ head, a }, rows)
  const beta = typeof rule === 'number' ? rule : rule(query, costs, costs.length)
  const least = Math.min(...costs)
  const heights = costs.map((cost) => Math.exp(-beta * (cost - least)))
  const total = heights.reduce((sum, height) => sum + height, 0)
  return heights.map((height) => height / total)
}

/** "Attend to the nearest relative" on the complete binary tree of that size, as the trained presets have it. */
export function binaryTask(nodes: 7 | 15 | 31): NearestRelative {
  const sequences = { train: 200, heldOut: 1000, length: nodes === 7 ? 5 : 6, seed: 12 }
  return { parents: completeBinaryTree(nodes), sequences }
}

/** What β, γ or the perplexity starts from: numbers that train. */
export function usualBeta(rule: BetaRuleName, space: SpaceName): number {
  if (rule === 'entropy') return 1.5
  if (rule === 'byRow') return 8
  if (rule === 'learned') return space === 'line' ? 4 : 2
  return 10
}

/** What a head is made of before there are tables. */
export interface HeadPlan {
  readonly space: SpaceName
  /** h, points a token in each table */
  readonly inner: number
  readonly rule: BetaRuleName
  readonly beta: number
  readonly task: NearestRelative
}

/**
 * A head before any training: random tables, the same for the same seed.
 *
 * @throws RangeError if inner is not a positive integer, or β is of no use
 */
export function startedHead(
  { space, inner, rule, beta, task }: HeadPlan,
  seed: number,
): Pick<Document, 'space' | 'a' | 'b' | 'head' | 'classifier' | 'title'> {
  const tokens = task.parents.length
  const settings: HeadSettings = { geometry: space, tokens, inner, beta: betaRule({ rule, beta }) }
  const { a, b } = factorsOfHead(settings, attentionHead(settings).start(seed))
  const stride = space === 'line' ? 1 : 2
  const of = {
    space,
    a: factorFromPacked(a, inner, stride),
    b: factorFromPacked(b, tokens, stride),
    head: { rule, beta, task },
    classifier: null,
  } as const
  return { ...of, title: plainTitle(of) }
}
