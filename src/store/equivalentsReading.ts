import type { Document } from '../document/document'
import { equivalentsOf } from '../document/equivalents'
import type { Problem } from '../document/problem'
import type { Equivalents } from '../math/equivalents'
import { LatestWins } from '../workers/client'
import type { Reply } from '../workers/messages'
import { sayRestarted } from './restarts'
import { store } from './store'

/** The count of equivalents, and how long it took; undefined while it is being made. */
export type EquivalentsReading =
  { readonly found: Equivalents | Problem; readonly elapsedMs: number } | undefined

/** The count is made when the factors have not changed for this long. */
const pauseMs = 150

const worker = new LatestWins({
  kind: 'equivalents',
  start: () => new Worker(new URL('../workers/equivalents.worker.ts', import.meta.url), { type: 'module' }),
  patienceMs: 60_000,
  restarted: sayRestarted('The count of equivalents'),
})

/**
 * Shows the count for the base factors until the returned function is called, and again whenever they have changed.
 * It does not depend on what acts on both: by the chain rule the Jacobian has the same rank at the moved points.
 */
export function followEquivalents(show: (reading: EquivalentsReading) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const count = () => {
    const { document } = store.getState()
    const answer = (reply: Reply) => {
      if (reply.kind === 'equivalents') show(reply)
      if (reply.kind === 'error') show({ found: { problem: reply.message }, elapsedMs: 0 })
    }
    worker.ask({ document, answer, here: () => show(countHere(document)) })
  }
  show(undefined)
  count()
  const stop = store.subscribe(({ document: now }, { document: before }) => {
    if (now.a === before.a && now.b === before.b) return
    worker.forget()
    show(undefined)
    clearTimeout(timer)
    timer = setTimeout(count, pauseMs)
  })
  return () => {
    stop()
    clearTimeout(timer)
    worker.forget()
  }
}

/** Where workers cannot be made, in a page opened from a file. */
function countHere(document: Document): EquivalentsReading {
  const start = performance.now()
  const found = equivalentsOf(document)
  return { found, elapsedMs: performance.now() - start }
}
