import type { Document } from '../src/document/document'
import { encodeLink } from '../src/document/link'
import type { View } from '../src/document/view'

/** The link of a state as a person would write it: without the length and the check of its own. */
export function plainLink(document: Document, view: View): string {
  return encodeLink(document, view)
    .replace(/^v=1&n=\d+/, 'v=1')
    .replace(/&c=[\w-]{4}$/, '')
}
