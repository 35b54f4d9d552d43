import { sizeOf, type AttentionHead, type Document, type NearestRelative } from './document'

/** The head whose tables the factors are; with a task it has one token for each row and column of the product. */
export function headOf(document: Pick<Document, 'a' | 'b' | 'head'>): AttentionHead | undefined {
  const { a, b, head } = document
  if (head === null) return undefined
  if (head.task === null) return head
  const { rows, columns } = sizeOf({ a, b })
  return rows === head.task.parents.length && columns === rows ? head : undefined
}

/** What the head of a document is trained on; undefined without a head or a task. */
export function headTask(document: Pick<Document, 'a' | 'b' | 'head'>): NearestRelative | undefined {
  return headOf(document)?.task ?? undefined
}

/** Training changes β, or γ, as well. */
export function learnsBeta({ rule }: Pick<AttentionHead, 'rule'>): boolean {
  return rule !== 'fixed' && rule !== 'entropy'
}
