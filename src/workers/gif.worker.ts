import { gifSession, type GifRequest } from './gifSession'

/** Finds the colours of frames and packs them, off the main thread. */
const receive = gifSession({
  post: (reply) => self.postMessage(reply),
  later: (go, ms) => setTimeout(go, ms),
  now: () => performance.now(),
})
self.onmessage = ({ data }: MessageEvent<GifRequest>) => receive(data)
