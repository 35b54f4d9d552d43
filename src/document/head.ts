import { attentionHead, type HeadSettings } from '../learning/attentionHead'
import { accuracyOf } from '../learning/attentionRows'
import { factorsOfHead, parametersOfFactors } from '../learning/headFactors'
import { completeBinaryTree, treeOf } from '../learning/tree'
import { sizeOf, type AttentionHead, type Document } from './document'
import { pack } from './derive'
import { factorFromPacked } from './export'
import { headData, headLoss, headOf } from './headLoss'
import { plainTitle } from './title'

export { headData, headLoss }

/** The part of a document that is the head. */
export type HeadTables = Pick<Document, 'a' | 'b' | 'head' | 'space'>

/** The head of a document as `learning` takes it; undefined where the factors are not one's tables. */
export function headSettings(document: HeadTables): HeadSettings | undefined {
  const head = headOf(document)
  if (head === undefined) return undefined
  const { rows: tokens, inner } = sizeOf(document)
  return {
    geometry: document.space,
    tokens,
    inner,
    beta: { kind: head.learnsBeta ? 'learned' : 'fixed', beta: head.beta },
  }
}

/** The part of the positions whose heaviest key is a wanted one; undefined without a head. @param c (tokens, tokens) */
export function headAccuracy(
  document: Pick<Document, 'a' | 'b' | 'head'>,
  c: Float64Array,
  which: 'train' | 'heldOut',
): number | undefined {
  const head = headOf(document)
  return head && accuracyOf(headData(head)[which], c)
}

function settingsOf(document: HeadTables): HeadSettings {
  const settings = headSettings(document)
  if (settings === undefined) throw new RangeError('the factors are not the tables of an attention head')
  return settings
}

/** A, B and, where it is learned, log β as training has them. @throws RangeError without a head */
export function parametersOf(document: HeadTables): Float64Array {
  const settings = settingsOf(document)
  const reals = settings.beta.kind === 'learned' ? [Math.log(settings.beta.beta)] : []
  return parametersOfFactors(settings, { a: pack(document.a), b: pack(document.b), reals })
}

/** The document with what training made of its entries and of β, digit for digit. @throws RangeError without a head */
export function withTrained(document: Document, parameters: Float64Array): Document {
  const settings = settingsOf(document)
  const { a, b, reals } = factorsOfHead(settings, parameters)
  const stride = settings.geometry === 'line' ? 1 : 2
  const head = document.head!
  return {
    ...document,
    a: factorFromPacked(a, settings.inner, stride),
    b: factorFromPacked(b, settings.tokens, stride),
    head: settings.beta.kind === 'learned' ? { ...head, beta: Math.exp(reals[0]!) } : head,
  }
}

/**
 * The weights softmax(-β C) over the other positions of one sequence of tokens, (length, length) row-major with 0 on
 * the diagonal.
 *
 * @param c (tokens, tokens)
 * @throws RangeError without a head, or if a token is not in its vocabulary
 */
export function attentionWeights(
  document: HeadTables,
  c: Float64Array,
  sequence: readonly number[],
): Float64Array {
  const { tokens, beta } = { ...settingsOf(document), beta: document.head!.beta }
  for (const token of sequence) {
    if (Number.isInteger(token) && token >= 0 && token < tokens) continue
    throw new RangeError(`the token ${token} is not one of 0 … ${tokens - 1}`)
  }
  const count = sequence.length
  const weights = new Float64Array(count * count)
  sequence.forEach((query, k) => {
    const cost = (l: number) => c[query * tokens + sequence[l]!]!
    const keys = sequence.flatMap((_, l) => (l === k ? [] : [l]))
    const least = Math.min(...keys.map(cost))
    const heights = keys.map((l) => Math.exp(-beta * (cost(l) - least)))
    const total = heights.reduce((sum, height) => sum + height, 0)
    keys.forEach((l, n) => (weights[k * count + l] = heights[n]! / total))
  })
  return weights
}

/** Longer names than this, or a tenth child, could not be read: then tokens are numbered. */
const deepest = 6
const widest = 9

/**
 * What the tokens are called: the root "1", its children "11", "12", and so on down each path, so that a name begins
 * with the name of the parent. Tokens of deep or wide trees are called 1, 2, 3, … in their order.
 */
export function tokenNames({ parents }: Pick<AttentionHead, 'parents'>): string[] {
  const { depths } = treeOf(parents)
  const places = parents.map(
    (parent, node) => parents.slice(0, node + 1).filter((one) => one === parent).length,
  )
  if (Math.max(...depths) >= deepest || Math.max(...places) > widest)
    return parents.map((_, node) => `${node + 1}`)
  const nameOf = (node: number): string =>
    parents[node] === -1 ? '1' : `${nameOf(parents[node]!)}${places[node]}`
  return parents.map((_, node) => nameOf(node))
}

/**
 * A head on the complete binary tree of that size before any training: random tables in the half-plane, the same for
 * the same seed.
 *
 * @param inner h, points a token in each table
 * @throws RangeError if inner is not a positive integer
 */
export function startedHead(
  tree: 7 | 15 | 31,
  inner: number,
  learnsBeta: boolean,
  seed: number,
): Pick<Document, 'space' | 'a' | 'b' | 'head' | 'title'> {
  const beta = learnsBeta ? 2 : 10
  const rule = { kind: learnsBeta ? 'learned' : 'fixed', beta } as const
  const settings: HeadSettings = { geometry: 'halfPlane', tokens: tree, inner, beta: rule }
  const { a, b } = factorsOfHead(settings, attentionHead(settings).start(seed))
  const of = {
    space: 'halfPlane',
    a: factorFromPacked(a, inner, 2),
    b: factorFromPacked(b, tree, 2),
    head: {
      parents: completeBinaryTree(tree),
      beta,
      learnsBeta,
      sequences: { train: 200, heldOut: 1000, length: tree === 7 ? 5 : 6, seed: 12 },
    },
  } as const
  return { ...of, title: plainTitle(of) }
}
