import type { ExperimentRequest } from './experimentMessages'
import { runExperiment } from './experimentSession'

/** Runs an experiment off the main thread. */
self.onmessage = ({ data }: MessageEvent<ExperimentRequest>) => {
  runExperiment(data, {
    post: (reply) => self.postMessage(reply),
    later: (go) => setTimeout(go),
    now: () => performance.now(),
  })
}
