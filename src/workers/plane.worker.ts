import { planeValues } from '../document/planes'
import type { Reply, Request } from './messages'

/** Samples a plane through a model off the main thread: each sample is a whole loss. */
self.onmessage = ({ data: { id, document, plane } }: MessageEvent<Request>) => {
  self.postMessage(answer(id, document, plane))
}

function answer(id: number, document: Request['document'], plane: Request['plane']): Reply {
  try {
    return { kind: 'plane', id, values: planeValues(document, plane!) }
  } catch (error) {
    return { kind: 'error', id, message: error instanceof Error ? error.message : String(error) }
  }
}
