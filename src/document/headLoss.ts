import { meanDivergence, type RowBeta } from '../learning/attentionLoss'
import type { BetaRule } from '../learning/beta'
import { nearestRelativeData, nearestRelatives } from '../learning/nearestRelative'
import type { TrainAndHeldOut } from '../learning/task'
import type { AttentionData } from '../learning/attentionData'
import { rowBeta } from '../learning/rowBeta'
import { treeOf } from '../learning/tree'
import type { AttentionHead, Document, NearestRelative } from './document'
import { headTask } from './headOf'

/** The data of a head, and its loss as a function of the product. */

/** Kept for as long as some document has the tree; training makes many heads with the same one. */
const known = new WeakMap<NearestRelative['parents'], Map<string, TrainAndHeldOut<AttentionData>>>()

/** The sequences of a task with what they should attend to: the same for the same tree and seed. */
export function headData({ parents, sequences }: NearestRelative): TrainAndHeldOut<AttentionData> {
  const ofTree = known.get(parents) ?? new Map<string, TrainAndHeldOut<AttentionData>>()
  known.set(parents, ofTree)
  const key = JSON.stringify(sequences)
  const data = ofTree.get(key) ?? made({ parents, sequences })
  ofTree.set(key, data)
  return data
}

function made({ parents, sequences }: NearestRelative): TrainAndHeldOut<AttentionData> {
  const tree = treeOf(parents)
  if ('seed' in sequences) return nearestRelativeData(tree, sequences)
  return {
    train: nearestRelatives(tree, sequences.train),
    heldOut: nearestRelatives(tree, sequences.heldOut),
  }
}

/** The rule of β as `learning` takes it. */
export function betaRule({ rule, beta }: Pick<AttentionHead, 'rule' | 'beta'>): BetaRule {
  if (rule === 'fixed' || rule === 'learned') return { kind: rule, beta }
  return rule === 'entropy' ? { kind: rule, perplexity: beta } : { kind: rule, gamma: beta }
}

/**
 * β of the rows of a head.
 *
 * @param a (tokens, inner) packed: the queries that the costs are of
 */
export function betaOf({ head, a }: { head: AttentionHead; a: Float64Array }, tokens: number): RowBeta {
  return rowBeta(betaRule(head), a, a.length / tokens)
}

/**
 * The training loss of the product c, from c and the rule of β: mean KL(target ‖ softmax(-β c)) in nats over every
 * position of the training sequences. Undefined without a task.
 *
 * @param c (tokens, tokens)
 * @param a (tokens, inner) packed: the factor that c was made with, whose norms a rule may need
 */
export function headLoss(
  document: Pick<Document, 'a' | 'b' | 'head'>,
  c: Float64Array,
  a: Float64Array,
): number | undefined {
  const task = headTask(document)
  if (task === undefined) return undefined
  return meanDivergence(headData(task).train, c, betaOf({ head: document.head!, a }, task.parents.length))
}
