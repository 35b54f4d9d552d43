/** A worker of a test: it keeps what it is asked, and says what it is told to. */
export class FakeWorker<Request, Reply> {
  readonly asked: Request[] = []
  isTerminated = false
  onmessage: ((event: { data: Reply }) => void) | null = null
  onerror: ((event: { message?: string; preventDefault: () => void }) => void) | null = null
  onmessageerror: (() => void) | null = null

  postMessage(request: Request) {
    this.asked.push(request)
  }

  terminate() {
    this.isTerminated = true
  }

  say(data: Reply) {
    this.onmessage!({ data })
  }

  throws(message?: string) {
    this.onerror!({ ...(message !== undefined && { message }), preventDefault: () => {} })
  }

  asWorker(): Worker {
    return this as unknown as Worker
  }
}
