import type { Surroundings } from '../workers/trainingSession'

/** Whoever does the work of a session. */
export interface Session<Request> {
  readonly post: (request: Request) => void
  readonly close: () => void
}

interface Kind<Request, Reply> {
  readonly startWorker: () => Worker
  /** The same in the page. */
  readonly receiver: (surroundings: Surroundings<Reply>) => (request: Request) => void
  /** Stops the work in the page. */
  readonly pause: Request
  readonly hear: (reply: Reply) => void
  /** The reply of a worker that has failed. */
  readonly failure: (reason: string) => Reply
}

/** A worker; where none can be made, in a page opened from a file, the page itself between two frames. */
export function openSession<Request, Reply>(kind: Kind<Request, Reply>): Session<Request> {
  let isOpen = true
  const deliver = (reply: Reply) => {
    if (isOpen) kind.hear(reply)
  }
  const worker = started(kind.startWorker)
  if (!worker) {
    const receive = kind.receiver({
      post: (reply) => void setTimeout(() => deliver(reply)),
      later: (go, ms) => void setTimeout(go, ms),
      now: () => performance.now(),
    })
    return {
      post: receive,
      close: () => {
        receive(kind.pause)
        isOpen = false
      },
    }
  }
  worker.onmessage = ({ data }: MessageEvent<Reply>) => deliver(data)
  worker.onerror = (event) => {
    event.preventDefault()
    deliver(kind.failure(event.message || 'no reason given'))
  }
  return {
    post: (request) => worker.postMessage(request),
    close: () => {
      isOpen = false
      worker.terminate()
    },
  }
}

function started(start: () => Worker): Worker | undefined {
  try {
    return start()
  } catch {
    return undefined
  }
}
