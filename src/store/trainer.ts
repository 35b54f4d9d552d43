import type { TrainingReply, TrainingRequest } from '../workers/trainingMessages'
import { trainingSession } from '../workers/trainingSession'

/** Whoever makes the steps. */
export interface Trainer {
  readonly post: (request: TrainingRequest) => void
  readonly close: () => void
}

/** A worker; where none can be made, in a page opened from a file, the page itself between two frames. */
export function openTrainer(hear: (reply: TrainingReply) => void): Trainer {
  let run = 0
  let isOpen = true
  const deliver = (reply: TrainingReply) => {
    if (isOpen) hear(reply)
  }
  const close = () => {
    isOpen = false
  }
  const worker = started()
  if (!worker) {
    const receive = trainingSession({
      post: (reply) => void setTimeout(() => deliver(reply)),
      later: (go, ms) => void setTimeout(go, ms),
      now: () => performance.now(),
    })
    return { post: receive, close: () => (receive({ kind: 'pause' }), close()) }
  }
  worker.onmessage = ({ data }: MessageEvent<TrainingReply>) => deliver(data)
  worker.onerror = (event) => {
    event.preventDefault()
    deliver({ kind: 'failed', run, reason: event.message || 'no reason given' })
  }
  return {
    post: (request) => {
      if (request.kind === 'begin') run = request.run
      worker.postMessage(request)
    },
    close: () => {
      close()
      worker.terminate()
    },
  }
}

function started(): Worker | undefined {
  try {
    return new Worker(new URL('../workers/training.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}
