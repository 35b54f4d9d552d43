import type { Model } from '../document/alignTo'
import { sizeOf } from '../document/document'
import type { Problem } from '../document/problem'
import { sameAs, type Precision, type SameAs } from '../document/sameAs'
import type { SameReply, SameRequest } from '../workers/alignMessages'

/** How far the comparison of two models has come, of at most so many steps, or what it has found. */
export type SameReading =
  | { readonly kind: 'comparing'; readonly compared: number; readonly most: number }
  | { readonly kind: 'found'; readonly found: SameAs | Problem }

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
  const worker = most * (rows + columns) <= mostHere ? undefined : started()
  if (!worker) {
    here()
    return () => {}
  }
  show({ kind: 'comparing', compared: 0, most })
  worker.onmessage = ({ data }: MessageEvent<SameReply>) => {
    if (data.kind === 'found') worker.terminate()
    show(data.kind === 'found' ? data : { ...data, most })
  }
  worker.onerror = (event) => {
    event.preventDefault()
    worker.terminate()
    show({
      kind: 'found',
      found: { problem: `the comparison failed: ${event.message || 'no reason given'}` },
    })
  }
  const { space, a, b } = first
  const request: SameRequest = { first: { space, a, b }, second, precision }
  worker.postMessage(request)
  return () => worker.terminate()
}

/** Where workers cannot be made, in a page opened from a file, there is none. */
function started(): Worker | undefined {
  try {
    return new Worker(new URL('../workers/align.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}
