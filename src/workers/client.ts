import type { Document } from '../document/document'
import type { Reply, Request } from './messages'

type Answer = (reply: Reply) => void

/**
 * A worker that is asked one question at a time, the latest wins: while it is busy only the newest request
 * is kept, and a reply that has been superseded is dropped. A worker that fails is started anew at the
 * next request. Where workers cannot be made (a page opened from a file), `ask` returns false.
 */
export class LatestWins {
  private readonly start: () => Worker
  private readonly kind: Request['kind']
  private worker: Worker | undefined
  private last = 0
  private isBusy = false
  private waiting: (() => void) | undefined

  constructor(kind: Request['kind'], start: () => Worker) {
    this.kind = kind
    this.start = start
  }

  /** @param plane which plane is asked for, of a worker for planes */
  ask(document: Document, answer: Answer, plane?: Request['plane']): boolean {
    const id = ++this.last
    const request: Request = { kind: this.kind, id, document, ...(plane && { plane }) }
    const send = () => {
      const worker = this.running()
      if (!worker) return false
      this.isBusy = true
      worker.onmessage = ({ data }: MessageEvent<Reply>) => this.finish(data, answer)
      worker.onerror = (event) => {
        event.preventDefault()
        this.worker = undefined
        this.finish({ kind: 'error', id, message: event.message || 'the worker failed' }, answer)
      }
      worker.postMessage(request)
      return true
    }
    if (!this.isBusy) return send()
    this.waiting = send
    return true
  }

  /** Drops what was asked: its reply, if one still comes, is not delivered. */
  forget(): void {
    this.last++
    this.waiting = undefined
  }

  private finish(reply: Reply, answer: Answer): void {
    this.isBusy = false
    const next = this.waiting
    this.waiting = undefined
    if (reply.id === this.last) answer(reply)
    next?.()
  }

  private running(): Worker | undefined {
    try {
      this.worker ??= this.start()
    } catch {
      this.worker = undefined
    }
    return this.worker
  }
}
