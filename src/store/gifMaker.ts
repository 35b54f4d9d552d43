import { gifSession, type GifReply, type GifRequest } from '../workers/gifSession'
import { openSession } from './session'

export interface GifMaker {
  /** Resolves when the frame is written: then the next one can come. */
  readonly add: (frame: Omit<Extract<GifRequest, { kind: 'frame' }>, 'kind'>) => Promise<void>
  readonly end: () => Promise<Uint8Array>
  readonly close: () => void
}

/** Makes one animation, in a worker where there is one. */
export function openGif(): GifMaker {
  let waiting: { done: (reply: GifReply) => void; fail: (error: Error) => void } | undefined
  const session = openSession<GifRequest, GifReply>({
    startWorker: () => new Worker(new URL('../workers/gif.worker.ts', import.meta.url), { type: 'module' }),
    receiver: gifSession,
    pause: { kind: 'rest' },
    makes: ({ kind }) => (kind === 'rest' ? 'rest' : 'answer'),
    isLast: () => true,
    hear: (reply) => {
      if (reply.kind === 'failed') waiting?.fail(new Error(`the GIF was not written: ${reply.reason}`))
      else waiting?.done(reply)
    },
    failure: (reason) => ({ kind: 'failed', reason }),
  })
  const ask = (request: GifRequest) =>
    new Promise<GifReply>((done, fail) => {
      waiting = { done, fail }
      session.post(request)
    })
  return {
    add: async (frame) => {
      await ask({ kind: 'frame', ...frame })
    },
    end: async () => {
      const reply = await ask({ kind: 'end' })
      if (reply.kind !== 'file') throw new Error('the GIF has no end')
      return reply.bytes
    },
    close: session.close,
  }
}
