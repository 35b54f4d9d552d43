import type { Model } from '../document/alignTo'
import { sizeOf } from '../document/document'
import type { Problem } from '../document/problem'
import { sameAs, type Precision, type SameAs } from '../document/sameAs'
import type { SameReply, SameRequest } from '../workers/alignMessages'
import { because, Watched } from '../workers/watched'
import { sayRestarted } from './restarts'

/** How far the comparison of two models has come, of at most so many steps, or what it has found. */
export type SameReading =
  | { readonly kind: 'comparing'; readonly compared: number; readonly most: number }
  | { readonly kind: 'found'; readonly found: SameAs | Problem }

/** One comparison of two inner indices of the largest models takes less than a second. */
const patienceMs = 20_000

/** Up to this many entries compared, all comparisons together, it is quicker than two frames. */
const mostHere = 8 * 8 * 16

/**
 * Compares two models and shows how far it has come, until the returned function is called: here where it is quick,
 * else in a worker of its own.
 */
export function compareModels(
  first: Model,
  second: Model,
  precision: Precision,
  show: (reading: SameReading) => void,
): () => void {
  const { rows, inner, columns } = sizeOf(first)
  const most = inner * inner
  const here = () => show({ kind: 'found', found: sameAs(first, second, precision) })
  if (most * (rows + columns) <= mostHere) {
    here()
    return () => {}
  }
  const { space, a, b } = first
  const request: SameRequest = { first: { space, a, b }, second, precision }
  let worker: Watched<SameRequest, SameReply> | undefined
  const ask = (isSecond: boolean) => {
    show({ kind: 'comparing', compared: 0, most })
    worker = new Watched<SameRequest, SameReply>(startWorker, patienceMs, {
      hear: (reply) => {
        if (reply.kind === 'found') worker?.close()
        show(reply.kind === 'found' ? reply : { ...reply, most })
      },
      fault: (fault) => {
        if (fault.kind === 'unloaded') return here()
        const reason = because(fault)
        if (isSecond)
          return show({ kind: 'found', found: { problem: `there is no answer: ${reason}, twice` } })
        sayRestarted('The comparison')(reason)
        ask(true)
      },
    })
    worker.post(request)
    worker.expect(true)
  }
  try {
    ask(false)
  } catch {
    here()
  }
  return () => worker?.close()
}

/** Where workers cannot be made, in a page opened from a file, this throws. */
const startWorker = () =>
  new Worker(new URL('../workers/align.worker.ts', import.meta.url), { type: 'module' })
