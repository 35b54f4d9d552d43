import type { TwinRequest } from './twinMessages'
import { twinSession } from './twinSession'

/** Trains a model and its moved copy side by side, off the main thread. */
const receive = twinSession({
  post: (reply) => self.postMessage(reply),
  later: (go, ms) => setTimeout(go, ms),
  now: () => performance.now(),
})
self.onmessage = ({ data }: MessageEvent<TwinRequest>) => receive(data)
