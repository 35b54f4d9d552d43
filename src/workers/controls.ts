import type { Document } from '../document/document'
import { headData } from '../document/headLoss'
import { headTask } from '../document/headOf'
import { attentionHead } from '../learning/attentionHead'
import { attentionTask, type Task } from '../learning/task'
import type { Control } from './trainingMessages'

/**
 * The task of a document's head with another model.
 *
 * @throws RangeError with the reason, if the document has no such task or a number of the model is of no use
 */
export function controlTask(document: Document, { geometry, inner, rule }: Control): Task {
  const task = headTask(document)
  if (task === undefined) throw new RangeError('only an attention head with a task has a control')
  const head = attentionHead({ geometry, tokens: task.parents.length, inner, beta: rule })
  return attentionTask(head, headData(task))
}
