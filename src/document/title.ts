import { sizeOf, type Document } from './document'
import { presets } from './presets'

const dataNames = { spirals: 'Two spirals', moons: 'Two moons', iris: 'Iris', own: 'Labelled data' } as const

/** What a document is called that nobody has named: its sizes and its space, the tree of its head, or its data. */
export function plainTitle(document: Pick<Document, 'a' | 'b' | 'space' | 'head' | 'classifier'>): string {
  const { rows, inner, columns } = sizeOf(document)
  const { head, classifier } = document
  if (head?.task) return `Attention on a tree of ${rows} nodes, h = ${inner}`
  if (head) return `Attention of ${rows} queries to ${columns} keys, h = ${inner}`
  if (classifier) return `${dataNames[classifier.data.kind]}, ${columns} prototypes`
  const where = document.space === 'line' ? 'on the real line' : 'in the half-plane'
  return `${rows} × ${inner} and ${inner} × ${columns} ${where}`
}

/** Whether a title was given by a person: no preset's and not the plain one. */
function isGiven(document: Document): boolean {
  return document.title !== plainTitle(document) && !presets.some(({ title }) => title === document.title)
}

/** After a change of size or space: a title that says another size or space gives way to the plain one. */
export function retitled(next: Document, before: Document): Document {
  const [p, q] = [sizeOf(next), sizeOf(before)]
  const isSame =
    next.space === before.space && p.rows === q.rows && p.inner === q.inner && p.columns === q.columns
  return isSame || next.title !== before.title || isGiven(before)
    ? next
    : { ...next, title: plainTitle(next) }
}
