import type { TrainingRequest } from './trainingMessages'
import { trainingSession } from './trainingSession'

/** Trains off the main thread. */
const receive = trainingSession({
  post: (reply) => self.postMessage(reply),
  later: (go, ms) => setTimeout(go, ms),
  now: () => performance.now(),
})
self.onmessage = ({ data }: MessageEvent<TrainingRequest>) => receive(data)
