import { describe, expect, it } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import { LatestWins } from '../../../src/workers/client'
import type { Reply, Request } from '../../../src/workers/messages'

/** A worker that answers when it is told to. */
class SlowWorker {
  readonly asked: Request[] = []
  onmessage: ((event: { data: Reply }) => void) | null = null
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null

  postMessage(request: Request) {
    this.asked.push(request)
  }

  answer(equal: number) {
    const { id } = this.asked.at(-1)!
    this.onmessage!({ data: { kind: 'exact', id, terms: { equal, total: 9 } } })
  }
}

const titled = (title: string) => ({ ...defaultDocument, title })

function start() {
  const workers: SlowWorker[] = []
  const client = new LatestWins('exact', () => {
    const worker = new SlowWorker()
    workers.push(worker)
    return worker as unknown as Worker
  })
  const replies: [string, Reply][] = []
  const ask = (title: string) => client.ask(titled(title), (reply) => replies.push([title, reply]))
  return { client, workers, replies, ask }
}

describe('a worker of which the latest request wins', () => {
  it('answers one request', () => {
    const { workers, replies, ask } = start()
    expect(ask('one')).toBe(true)
    workers[0]!.answer(4)
    expect(replies).toEqual([['one', { kind: 'exact', id: 1, terms: { equal: 4, total: 9 } }]])
  })

  it('while busy keeps only the newest, and drops the reply that was superseded', () => {
    const { workers, replies, ask } = start()
    for (const title of ['one', 'two', 'three', 'four']) ask(title)
    workers[0]!.answer(1)
    workers[0]!.answer(4)
    expect(workers[0]!.asked.map(({ document }) => document.title)).toEqual(['one', 'four'])
    expect(replies.map(([title]) => title)).toEqual(['four'])
    expect(workers.length).toBe(1)
  })

  it('delivers nothing that was forgotten, and works on', () => {
    const { client, workers, replies, ask } = start()
    ask('one')
    client.forget()
    workers[0]!.answer(1)
    expect(replies).toEqual([])
    ask('two')
    workers[0]!.answer(2)
    expect(replies.map(([title]) => title)).toEqual(['two'])
  })

  it('says that a worker failed, and starts another for the next request', () => {
    const { workers, replies, ask } = start()
    ask('one')
    workers[0]!.onerror!({ message: 'out of memory', preventDefault: () => {} })
    expect(replies[0]![1]).toEqual({ kind: 'error', id: 1, message: 'out of memory' })
    ask('two')
    workers[1]!.answer(2)
    expect(replies[1]![0]).toBe('two')
  })

  it('says that it cannot be asked where workers cannot be made', () => {
    const client = new LatestWins('exact', () => {
      throw new Error('no workers from a file')
    })
    expect(client.ask(defaultDocument, () => {})).toBe(false)
  })
})
