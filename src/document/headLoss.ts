import { accuracyOf, rowTables, sharedRows } from '../learning/attentionRows'
import { nearestRelativeData, type NearestRelativeData } from '../learning/nearestRelative'
import { treeOf } from '../learning/tree'
import { sizeOf, type AttentionHead, type Document } from './document'

/** What a product says as the costs of a head; apart from the rest of the head because every page loads it. */

type Parents = AttentionHead['parents']
type Sequences = AttentionHead['sequences']

/** Kept for as long as some document has the tree; training makes many heads with the same one. */
const drawn = new WeakMap<Parents, Map<string, NearestRelativeData>>()

/** The sequences of the head with what they should attend to: the same for the same tree and seed. */
export function headData({ parents, sequences }: Pick<AttentionHead, 'parents' | 'sequences'>) {
  const known = drawn.get(parents) ?? new Map<string, NearestRelativeData>()
  drawn.set(parents, known)
  const key = keyOf(sequences)
  const data = known.get(key) ?? nearestRelativeData(treeOf(parents), sequences)
  known.set(key, data)
  return data
}

const keyOf = ({ train, heldOut, length, seed }: Sequences) => [train, heldOut, length, seed].join()

/** The head whose costs a product of this document can be: rows and columns are its tokens. */
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
  if (head === undefined) return undefined
  const { train } = headData(head)
  const tables = rowTables(train.tokens)
  tables.costs.set(c)
  tables.betas.fill(head.beta)
  return sharedRows(train, tables) / (train.offsets.length - 1) - train.floor
}

/** The part of the positions whose heaviest key is a wanted one; undefined without a head. */
export function headAccuracy(
  document: Pick<Document, 'a' | 'b' | 'head'>,
  c: Float64Array,
  which: 'train' | 'heldOut',
): number | undefined {
  const head = headOf(document)
  return head && accuracyOf(headData(head)[which], c)
}
