import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import { LatestWins } from '../../../src/workers/client'
import type { Reply, Request } from '../../../src/workers/messages'
import { FakeWorker } from './fakeWorker'

const titled = (title: string) => ({ ...defaultDocument, title })

const patienceMs = 5000

function start() {
  const workers: FakeWorker<Request, Reply>[] = []
  const restarts: string[] = []
  const client = new LatestWins({
    kind: 'exact',
    start: () => {
      workers.push(new FakeWorker())
      return workers.at(-1)!.asWorker()
    },
    patienceMs,
    restarted: (reason) => restarts.push(reason),
  })
  const replies: [string, Reply | 'here'][] = []
  const ask = (title: string) =>
    client.ask({
      document: titled(title),
      answer: (reply) => replies.push([title, reply]),
      here: () => replies.push([title, 'here']),
    })
  const answer = (worker: FakeWorker<Request, Reply>, equal: number) =>
    worker.say({ kind: 'exact', id: worker.asked.at(-1)!.id, terms: { equal, total: 9 } })
  return { client, workers, restarts, replies, ask, answer }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a worker of which the latest request wins', () => {
  it('answers one request', () => {
    const { workers, replies, ask, answer } = start()
    ask('one')
    answer(workers[0]!, 4)
    expect(replies).toEqual([['one', { kind: 'exact', id: 1, terms: { equal: 4, total: 9 } }]])
  })

  it('while busy keeps only the newest, and drops the reply that was superseded', () => {
    const { workers, replies, ask, answer } = start()
    for (const title of ['one', 'two', 'three', 'four']) ask(title)
    answer(workers[0]!, 1)
    answer(workers[0]!, 4)
    expect(workers[0]!.asked.map(({ document }) => document.title)).toEqual(['one', 'four'])
    expect(replies.map(([title]) => title)).toEqual(['four'])
    expect(workers.length).toBe(1)
  })

  it('delivers nothing that was forgotten, and works on', () => {
    const { client, workers, replies, ask, answer } = start()
    ask('one')
    client.forget()
    answer(workers[0]!, 1)
    expect(replies).toEqual([])
    ask('two')
    answer(workers[0]!, 2)
    expect(replies.map(([title]) => title)).toEqual(['two'])
  })

  it('is made in the page where workers cannot be made', () => {
    const replies: string[] = []
    const client = new LatestWins({
      kind: 'exact',
      start: () => {
        throw new Error('no workers from a file')
      },
      patienceMs,
      restarted: (reason) => replies.push(reason),
    })
    client.ask({ document: defaultDocument, answer: () => {}, here: () => replies.push('here') })
    expect(replies).toEqual(['here'])
  })
})

describe('a worker that throws', () => {
  it('is replaced, which is said, and asked once more; the second failure is the answer', () => {
    const { workers, restarts, replies, ask, answer } = start()
    ask('one')
    workers[0]!.throws('out of memory')
    expect(workers[0]!.isTerminated).toBe(true)
    expect(restarts).toEqual(['it failed (out of memory)'])
    expect(workers[1]!.asked.map(({ document }) => document.title)).toEqual(['one'])
    workers[1]!.throws('out of memory')
    expect(replies).toEqual([['one', { kind: 'error', id: 1, message: 'it failed (out of memory), twice' }]])
    expect(restarts).toHaveLength(1)
    ask('two')
    answer(workers[2]!, 2)
    expect(replies[1]![0]).toBe('two')
  })

  it('over a question that nobody waits for: the next one goes to another worker', () => {
    const { workers, restarts, replies, ask, answer } = start()
    ask('one')
    ask('two')
    workers[0]!.throws('out of memory')
    expect(restarts).toHaveLength(1)
    expect(workers[1]!.asked.map(({ document }) => document.title)).toEqual(['two'])
    answer(workers[1]!, 2)
    expect(replies.map(([title]) => title)).toEqual(['two'])
  })

  it('without a word, because its script is not there: the page does it, then and later', () => {
    const { workers, restarts, replies, ask } = start()
    ask('one')
    workers[0]!.throws()
    ask('two')
    expect(replies).toEqual([
      ['one', 'here'],
      ['two', 'here'],
    ])
    expect(workers).toHaveLength(1)
    expect(restarts).toEqual([])
  })
})

describe('a worker that is silent', () => {
  it('has twice its time while its script loads, then is replaced and asked again', () => {
    const { workers, restarts, replies, ask, answer } = start()
    ask('one')
    vi.advanceTimersByTime(2 * patienceMs - 1000)
    expect(workers).toHaveLength(1)
    vi.advanceTimersByTime(2000)
    expect(workers[0]!.isTerminated).toBe(true)
    expect(restarts).toEqual(['it did not answer for 10 s'])
    answer(workers[1]!, 3)
    expect(replies.map(([title]) => title)).toEqual(['one'])
    // What the first one says after all is heard by nobody.
    workers[0]!.say({ kind: 'exact', id: 1, terms: { equal: 9, total: 9 } })
    expect(replies).toHaveLength(1)
  })

  it('twice is an answer, in words', () => {
    const { workers, replies, ask, answer } = start()
    ask('one')
    answer(workers[0]!, 1)
    ask('two')
    vi.advanceTimersByTime(patienceMs + 1000)
    vi.advanceTimersByTime(2 * patienceMs + 1000)
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true])
    expect(replies[1]).toEqual([
      'two',
      { kind: 'error', id: 2, message: 'it did not answer for 10 s, twice' },
    ])
  })

  it('but asked nothing is left alone, and a sleep of the computer is no silence', () => {
    const { workers, ask, answer } = start()
    ask('one')
    answer(workers[0]!, 1)
    vi.advanceTimersByTime(100 * patienceMs)
    ask('two')
    vi.setSystemTime(Date.now() + 1e6)
    vi.advanceTimersByTime(patienceMs - 1000)
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false])
  })
})
