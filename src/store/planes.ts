import { createStore } from 'zustand/vanilla'
import type { Document } from '../document/document'
import { planeOf, planeValues, type PlaneQuestion } from '../document/planes'
import { LatestWins } from '../workers/client'
import { sayRestarted } from './restarts'
import { store } from './store'

/** The pictures of a plane by what they go through; that of the two sliders goes through both, and is under `base`. */
type Through = PlaneQuestion['through']

export interface PlaneState {
  /** The two sliders: A is moved by gˢ, B by gᵗ. */
  readonly s: number
  readonly t: number
  /** Both sliders move together. */
  readonly linked: boolean
  /** Losses, as `planeValues` gives them; undefined while there are none. */
  readonly pictures: Readonly<Record<Through, Float64Array | undefined>>
  /** A newer picture is being made. */
  readonly isStale: boolean
  /** Why there is no picture, in a sentence. */
  readonly sentence: string
}

/** Planes through the model on the page; nothing of it is in the document. */
export const planes = createStore<PlaneState>()(() => ({
  s: 1,
  t: 1,
  linked: true,
  pictures: { base: undefined, moved: undefined },
  isStale: false,
  sentence: '',
}))

const sampler = () =>
  new LatestWins({
    kind: 'plane',
    start: () => new Worker(new URL('../workers/plane.worker.ts', import.meta.url), { type: 'module' }),
    patienceMs: 60_000,
    restarted: sayRestarted('The picture of the plane'),
  })
const workers: Record<Through, LatestWins> = { base: sampler(), moved: sampler() }

/** Moves one slider, or both. */
export function slide(which: 's' | 't', value: number): void {
  const { linked } = planes.getState()
  planes.setState(linked ? { s: value, t: value } : { [which]: value })
}

/** The loss at the sliders: one whole loss, measured now. */
export function lossAtSliders(document: Document): number {
  const { s, t } = planes.getState()
  try {
    return planeOf(document, { projection: { kind: 'sliders' }, through: 'base' }).lossAt(s, t)
  } catch (error) {
    if (error instanceof RangeError) return NaN
    throw error
  }
}

/** Keeps the pictures those of the model on the page, until the returned function is called. */
export function followPlanes(): () => void {
  let asked: readonly unknown[] = []
  const ask = () => {
    const { document, view } = store.getState()
    const { projection } = view
    if (projection.kind === 'entry') return
    const { a, b, space, target, head, classifier, element, reflected, time, move } = document
    const model = [a, b, space, target, head, classifier, element, reflected, projection]
    const now = projection.kind === 'sliders' ? model : [...model, time, move]
    if (now.length === asked.length && now.every((one, n) => Object.is(one, asked[n]))) return
    asked = now
    planes.setState({ isStale: true })
    const waiting = new Set<Through>(projection.kind === 'sliders' ? ['base'] : ['base', 'moved'])
    for (const through of [...waiting]) {
      const question = { projection, through }
      const take = (values: Float64Array | undefined, sentence: string) => {
        waiting.delete(through)
        const pictures = { ...planes.getState().pictures, [through]: values }
        planes.setState({ pictures, sentence, isStale: waiting.size > 0 })
      }
      workers[through].ask({
        document,
        plane: question,
        answer: (reply) => {
          if (reply.kind === 'plane') take(reply.values, '')
          if (reply.kind === 'error') take(undefined, `There is no picture: ${reply.message}.`)
        },
        here: () => void setTimeout(() => take(...sampledHere(document, question))),
      })
    }
  }
  ask()
  const stop = store.subscribe(ask)
  return () => {
    stop()
    workers.base.forget()
    workers.moved.forget()
  }
}

/** Where workers cannot be made, in a page opened from a file. */
function sampledHere(document: Document, question: PlaneQuestion): [Float64Array | undefined, string] {
  try {
    return [planeValues(document, question), '']
  } catch (error) {
    if (error instanceof RangeError) return [undefined, `There is no picture: ${error.message}.`]
    throw error
  }
}
