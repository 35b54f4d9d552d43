import { meanDivergence } from '../learning/attentionLoss'
import { nearestRelativeData, type NearestRelativeData } from '../learning/nearestRelative'
import { treeOf } from '../learning/tree'
import { sizeOf, type AttentionHead, type Document } from './document'

/** What every page loads of a head: its data, and its loss as a function of the product. */

type Task = Pick<AttentionHead, 'parents' | 'sequences'>

/** Kept for as long as some document has the tree; training makes many heads with the same one. */
const drawn = new WeakMap<AttentionHead['parents'], Map<string, NearestRelativeData>>()

/** The sequences of the head with what they should attend to: the same for the same tree and seed. */
export function headData({ parents, sequences }: Task): NearestRelativeData {
  const known = drawn.get(parents) ?? new Map<string, NearestRelativeData>()
  drawn.set(parents, known)
  const { train, heldOut, length, seed } = sequences
  const key = [train, heldOut, length, seed].join()
  const data = known.get(key) ?? nearestRelativeData(treeOf(parents), sequences)
  known.set(key, data)
  return data
}

/** The head whose tables the factors are, one token for each row and column of the product. */
export function headOf(document: Pick<Document, 'a' | 'b' | 'head'>): AttentionHead | undefined {
  const { a, b, head } = document
  if (head === null) return undefined
  const { rows, columns } = sizeOf({ a, b })
  return rows === head.parents.length && columns === rows ? head : undefined
}

/**
 * The training loss of the product c at the β of the head, from c alone: mean KL(target ‖ softmax(-β c)) in nats over
 * every position of the training sequences. Undefined without a head.
 *
 * @param c (tokens, tokens)
 */
export function headLoss(document: Pick<Document, 'a' | 'b' | 'head'>, c: Float64Array): number | undefined {
  const head = headOf(document)
  return head && meanDivergence(headData(head).train, c, head.beta)
}
