import { equivalentsOf } from '../document/equivalents'
import type { Reply, Request } from './messages'

/** Counts equivalents off the main thread: the singular values of a large Jacobian take half a second. */
self.onmessage = ({ data: { id, document } }: MessageEvent<Request>) => {
  self.postMessage(answer(id, document))
}

function answer(id: number, document: Request['document']): Reply {
  const start = performance.now()
  try {
    const found = equivalentsOf(document)
    return { kind: 'equivalents', id, found, elapsedMs: performance.now() - start }
  } catch (error) {
    return { kind: 'error', id, message: error instanceof Error ? error.message : String(error) }
  }
}
