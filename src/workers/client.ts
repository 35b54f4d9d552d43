import type { Document } from '../document/document'
import type { Reply, Request } from './messages'
import { because, Watched, type Fault } from './watched'

/** What is asked, and who is told. */
interface Question {
  readonly document: Document
  /** Which plane is asked for, of a worker for planes. */
  readonly plane?: Request['plane']
  readonly answer: (reply: Reply) => void
  /** Makes the answer in the page, where no worker can be made or its script does not load. */
  readonly here: () => void
}

interface Asked extends Question {
  readonly id: number
  /** A worker has failed over it already. */
  isSecond: boolean
}

interface Surroundings {
  readonly kind: Request['kind']
  readonly start: () => Worker
  /** So long it may think about one question. */
  readonly patienceMs: number
  /** Called when a worker has failed and another one gets its question. */
  readonly restarted: (reason: string) => void
}

/**
 * A worker that is asked one question at a time, the latest wins: while it is busy only the newest request
 * is kept, and a reply that has been superseded is dropped. A worker that throws or stays silent is replaced, and asked
 * once more; if that one fails as well, the reply is an error.
 */
export class LatestWins {
  private readonly of: Surroundings
  private worker: Watched<Request, Reply> | undefined
  private isUseless = false
  private last = 0
  private current: Asked | undefined
  private waiting: Asked | undefined

  constructor(of: Surroundings) {
    this.of = of
  }

  ask(question: Question): void {
    const asked = { ...question, id: ++this.last, isSecond: false }
    if (this.current) this.waiting = asked
    else this.send(asked)
  }

  /** Drops what was asked: its reply, if one still comes, is not delivered. */
  forget(): void {
    this.last++
    this.waiting = undefined
  }

  private send(asked: Asked): void {
    const worker = this.running()
    if (!worker) {
      if (asked.id === this.last) asked.here()
      return
    }
    this.current = asked
    const { id, document, plane } = asked
    worker.post({ kind: this.of.kind, id, document, ...(plane && { plane }) })
    worker.expect(true)
  }

  private hear(reply: Reply): void {
    const asked = this.current
    this.worker?.expect(false)
    this.goOn()
    if (asked && reply.id === asked.id && reply.id === this.last) asked.answer(reply)
  }

  private fault(fault: Fault): void {
    const asked = this.current
    const isWanted = asked?.id === this.last
    this.worker = undefined
    this.isUseless = fault.kind === 'unloaded'
    if (fault.kind === 'unloaded') {
      this.goOn()
      if (isWanted) asked.here()
      return
    }
    const isSecond = asked?.isSecond ?? false
    if (isWanted && isSecond) {
      this.goOn()
      return asked.answer({ kind: 'error', id: asked.id, message: `${because(fault)}, twice` })
    }
    if (isWanted || this.waiting) this.of.restarted(because(fault))
    if (!isWanted) return this.goOn()
    asked.isSecond = true
    this.send(asked)
  }

  private goOn(): void {
    const next = this.waiting
    this.current = this.waiting = undefined
    if (next) this.send(next)
  }

  private running(): Watched<Request, Reply> | undefined {
    if (this.isUseless) return undefined
    try {
      this.worker ??= new Watched(this.of.start, this.of.patienceMs, {
        hear: (reply: Reply) => this.hear(reply),
        fault: (fault) => this.fault(fault),
      })
    } catch {
      this.isUseless = true
    }
    return this.worker
  }
}
