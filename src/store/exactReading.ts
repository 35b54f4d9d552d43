import { sizeOf, type Document } from '../document/document'
import { LatestWins } from '../workers/client'
import type { Reply } from '../workers/messages'
import { sayRestarted } from './restarts'
import { store } from './store'

/** The exact reading is made when nothing has changed for this long. */
const pauseMs = 120
/** Up to this many terms it is quicker than a frame. */
const mostTermsHere = 8 * 8 * 8

const worker = new LatestWins({
  kind: 'exact',
  start: () => new Worker(new URL('../workers/exact.worker.ts', import.meta.url), { type: 'module' }),
  patienceMs: 20_000,
  restarted: sayRestarted('The exact count of equal terms'),
})

/** Keeps the store's `exact` true of the document, whenever a drag pauses. */
export function followExactly(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => read(store.getState().document), pauseMs)
  }
  later()
  const stop = store.subscribe((state, before) => {
    if (!changes(state.document, before.document)) return
    worker.forget()
    if (state.exact !== undefined) state.set({ exact: undefined })
    later()
  })
  return () => {
    stop()
    clearTimeout(timer)
    worker.forget()
  }
}

/** Selection, slice, target, title and word say nothing about the product. */
const changes = (now: Document, before: Document) =>
  (['a', 'b', 'element', 'reflected', 'time', 'move'] as const).some((field) => now[field] !== before[field])

function read(document: Document): void {
  const { rows, inner, columns } = sizeOf(document)
  const here = () => void readHere(document)
  if (rows * inner * columns <= mostTermsHere) return here()
  const answer = (reply: Reply) => {
    if (reply.kind === 'exact') store.getState().set({ exact: reply.terms })
    if (reply.kind === 'error') store.getState().set({ exact: { problem: reply.message } })
  }
  worker.ask({ document, answer, here })
}

/** The integers of any length are not needed for the first paint, so they come in later. */
async function readHere(document: Document): Promise<void> {
  const exact = await import('../document/exactTerms')
    .then(({ exactTerms }) => exactTerms(document))
    .catch((error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }))
  const { document: now, set } = store.getState()
  if (!changes(now, document)) set({ exact })
}
