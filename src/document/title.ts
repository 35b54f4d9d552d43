import { sizeOf, type Document } from './document'
import { presets } from './presets'

/** What a document is called that nobody has named: its sizes and its space. */
export function plainTitle(document: Pick<Document, 'a' | 'b' | 'space'>): string {
  const { rows, inner, columns } = sizeOf(document)
  const where = document.space === 'line' ? 'on the real line' : 'in the half-plane'
  return `${rows} × ${inner} and ${inner} × ${columns} ${where}`
}

/** What a head is called that nobody has named. */
export function headTitle(tokens: number, inner: number): string {
  return `Attention on a tree of ${tokens} nodes, h = ${inner}`
}

/** Whether a title was given by a person: no preset's, and none that says sizes. */
function isGiven(document: Document): boolean {
  const { rows, inner } = sizeOf(document)
  const plain = [plainTitle(document), headTitle(rows, inner), ...presets.map(({ title }) => title)]
  return !plain.includes(document.title)
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
