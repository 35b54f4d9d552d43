import { exactTerms } from '../document/exactTerms'
import type { Reply, Request } from './messages'

/** Counts exactly equal terms off the main thread, for products too large for a frame. */
self.onmessage = ({ data: { id, document } }: MessageEvent<Request>) => {
  self.postMessage(answer(id, document))
}

function answer(id: number, document: Request['document']): Reply {
  try {
    return { kind: 'exact', id, terms: exactTerms(document) }
  } catch (error) {
    return { kind: 'error', id, message: error instanceof Error ? error.message : String(error) }
  }
}
