/** What became of a worker: its script never came, or it threw, or it said nothing for too long. */
export type Fault =
  { readonly kind: 'unloaded' } | { readonly kind: 'threw' | 'silent'; readonly reason: string }

/** "…, because it failed (out of memory)." */
export const because = (fault: Exclude<Fault, { kind: 'unloaded' }>): string =>
  fault.kind === 'threw' ? `it failed (${fault.reason})` : fault.reason

interface Listener<Reply> {
  readonly hear: (reply: Reply) => void
  /** Called once at most; the worker is ended then. */
  readonly fault: (fault: Fault) => void
}

const tickMs = 500
/** A tick counts for no more than this: a sleeping computer, or a busy page, is no silence of the worker. */
const longestTick = 2 * tickMs

/** As many times as much of patience until it first speaks, for its script comes over the network. */
const loading = 2

/** A worker that is watched: while something is due, it may be silent for `patienceMs` at most. */
export class Watched<Request, Reply> {
  private readonly worker: Worker
  private readonly listener: Listener<Reply>
  private readonly patienceMs: number
  private timer: ReturnType<typeof setInterval> | undefined
  private silentMs = 0
  private hasSpoken = false
  private isEnded = false

  /** @throws what `start` throws, where no worker can be made */
  constructor(start: () => Worker, patienceMs: number, listener: Listener<Reply>) {
    this.patienceMs = patienceMs
    this.listener = listener
    this.worker = start()
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      this.hasSpoken = true
      this.silentMs = 0
      if (!this.isEnded) listener.hear(data)
    }
    this.worker.onerror = (event) => {
      event.preventDefault()
      // A script that is not there, or that a policy forbids, gives an event without a message.
      const isUnloaded = !this.hasSpoken && !event.message
      this.end(
        isUnloaded ? { kind: 'unloaded' } : { kind: 'threw', reason: event.message || 'no reason given' },
      )
    }
    this.worker.onmessageerror = () => this.end({ kind: 'threw', reason: 'it sent what cannot be read' })
  }

  post(request: Request): void {
    if (!this.isEnded) this.worker.postMessage(request)
  }

  /** Whether an answer is being waited for. */
  expect(isDue: boolean): void {
    if (!isDue || this.isEnded) {
      clearInterval(this.timer)
      this.timer = undefined
      return
    }
    if (this.timer !== undefined) return
    this.silentMs = 0
    let last = performance.now()
    this.timer = setInterval(() => {
      const now = performance.now()
      this.silentMs += Math.min(now - last, longestTick)
      last = now
      const patienceMs = this.hasSpoken ? this.patienceMs : loading * this.patienceMs
      if (this.silentMs < patienceMs) return
      this.end({ kind: 'silent', reason: `it did not answer for ${Math.round(patienceMs / 1000)} s` })
    }, tickMs)
  }

  close(): void {
    this.isEnded = true
    this.expect(false)
    this.worker.terminate()
  }

  private end(fault: Fault): void {
    if (this.isEnded) return
    this.close()
    this.listener.fault(fault)
  }
}
