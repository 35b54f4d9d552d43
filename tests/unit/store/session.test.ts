import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSession } from '../../../src/store/session'
import { FakeWorker } from '../workers/fakeWorker'

type Request = 'begin' | 'run' | 'pause'
type Reply = string

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(start?: () => Worker) {
  const worker = new FakeWorker<Request, Reply>()
  const heard: Reply[] = []
  const inPage: Request[] = []
  const session = openSession<Request, Reply>({
    startWorker: start ?? (() => worker.asWorker()),
    receiver:
      ({ post }) =>
      (request) => {
        inPage.push(request)
        post(`page: ${request}`)
      },
    pause: 'pause',
    makes: (request) => (request === 'begin' ? 'answer' : request === 'run' ? 'run' : 'rest'),
    isLast: (reply) => reply === 'end',
    hear: (reply) => heard.push(reply),
    failure: (reason) => `failed: ${reason}`,
  })
  return { worker, heard, inPage, session }
}

it('a worker that runs and falls silent has failed after 10 s, and is ended', () => {
  const { worker, heard, session } = open()
  session.post('begin')
  session.post('run')
  for (let n = 0; n < 5; n++) {
    vi.advanceTimersByTime(9000)
    worker.say('progress')
  }
  expect(heard).toHaveLength(5)
  vi.advanceTimersByTime(11_000)
  expect(heard.at(-1)).toBe('failed: it did not answer for 10 s')
  expect(worker.isTerminated).toBe(true)
  vi.advanceTimersByTime(60_000)
  expect(heard).toHaveLength(6)
})

it('one that rests, has ended or only began may be silent for ever', () => {
  const { worker, heard, session } = open()
  session.post('begin')
  worker.say('progress')
  vi.advanceTimersByTime(60_000)
  session.post('run')
  worker.say('end')
  vi.advanceTimersByTime(60_000)
  session.post('run')
  session.post('pause')
  vi.advanceTimersByTime(60_000)
  expect(heard).toEqual(['progress', 'end'])
})

it('one that never answers its first question fails too', () => {
  const { heard, session } = open()
  session.post('begin')
  session.post('pause')
  vi.advanceTimersByTime(25_000)
  expect(heard).toEqual(['failed: it did not answer for 20 s'])
})

it('one that throws has failed, once, and what it says later is not heard', () => {
  const { worker, heard, session } = open()
  session.post('begin')
  worker.throws('out of memory')
  worker.throws('again')
  worker.say('progress')
  expect(heard).toEqual(['failed: it failed (out of memory)'])
})

it('where its script does not load, the page takes over with all that was asked', () => {
  const { worker, heard, inPage, session } = open()
  session.post('begin')
  session.post('run')
  worker.throws()
  session.post('pause')
  vi.advanceTimersByTime(1)
  expect(inPage).toEqual(['begin', 'run', 'pause'])
  expect(heard).toEqual(['page: begin', 'page: run', 'page: pause'])
})

it('where no worker can be made, the page does it', () => {
  const { heard, session } = open(() => {
    throw new Error('none')
  })
  session.post('begin')
  vi.advanceTimersByTime(1)
  expect(heard).toEqual(['page: begin'])
})
