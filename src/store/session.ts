import type { Surroundings } from '../workers/trainingSession'
import { because, Watched, type Fault } from '../workers/watched'

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
  /** What a request makes of the worker: it runs and reports all the time, it owes one answer, or it rests. */
  readonly makes: (request: Request) => 'run' | 'answer' | 'rest' | undefined
  /** Whether nothing more comes after a reply unless something is asked. */
  readonly isLast: (reply: Reply) => boolean
  readonly hear: (reply: Reply) => void
  /** The reply of a worker that has failed. */
  readonly failure: (reason: string) => Reply
}

/** Reports come many times a second; one step of the largest model takes less than one. */
const patienceMs = 10_000

/**
 * A worker; where none can be made, or its script does not load, the page itself between two frames. One that throws, or
 * that says nothing while something is due, is ended, and its last reply is its failure.
 */
export function openSession<Request, Reply>(kind: Kind<Request, Reply>): Session<Request> {
  let isOpen = true
  let isRunning = false
  let owed = 0
  /** What was asked of a worker that has not said anything yet. */
  let unheard: Request[] | undefined = []
  let receive: ((request: Request) => void) | undefined

  const deliver = (reply: Reply) => {
    if (isOpen) kind.hear(reply)
  }
  const inPage = () =>
    kind.receiver({
      post: (reply) => void setTimeout(() => deliver(reply)),
      later: (go, ms) => void setTimeout(go, ms),
      now: () => performance.now(),
    })
  const listener = {
    hear: (reply: Reply) => {
      unheard = undefined
      owed = Math.max(0, owed - 1)
      if (kind.isLast(reply)) isRunning = false
      worker?.expect(isRunning || owed > 0)
      deliver(reply)
    },
    fault: (fault: Fault) => {
      worker = undefined
      if (fault.kind !== 'unloaded') return deliver(kind.failure(because(fault)))
      receive = inPage()
      for (const request of unheard ?? []) receive(request)
    },
  }
  let worker = started(() => new Watched<Request, Reply>(kind.startWorker, patienceMs, listener))
  if (!worker) receive = inPage()

  return {
    post: (request) => {
      if (receive) return receive(request)
      const becomes = kind.makes(request)
      if (becomes) isRunning = becomes === 'run'
      if (becomes === 'answer') owed++
      unheard?.push(request)
      worker?.post(request)
      worker?.expect(isRunning || owed > 0)
    },
    close: () => {
      if (receive) receive(kind.pause)
      worker?.close()
      isOpen = false
    },
  }
}

function started<T>(start: () => T): T | undefined {
  try {
    return start()
  } catch {
    return undefined
  }
}
