import { classifierLoss } from './classifierLoss'
import { classifierOf } from './classifierOf'
import type { Document } from './document'
import { headLoss } from './headLoss'
import { headTask } from './headOf'

/** Whether the document is a model that can be trained: then the loss is its training loss, and C* says nothing. */
export function isModel(document: Pick<Document, 'a' | 'b' | 'space' | 'head' | 'classifier'>): boolean {
  return headTask(document) !== undefined || classifierOf(document) !== undefined
}

/**
 * The training loss of the model that the document holds, in nats; undefined if it holds none.
 *
 * @param c (rows, columns), the product
 * @param a (rows, inner) packed: the factor that c was made with, which a rule for β may look at
 */
export function modelLoss(
  document: Pick<Document, 'a' | 'b' | 'space' | 'head' | 'classifier'>,
  c: Float64Array,
  a: Float64Array,
): number | undefined {
  return headLoss(document, c, a) ?? classifierLoss(document, c)
}
