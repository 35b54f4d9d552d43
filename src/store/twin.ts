import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Document } from '../document/document'
import { isModel } from '../document/modelLoss'
import { problem, type Problem } from '../document/problem'
import { isSameKind } from '../document/trainable'
import { mostTwinSteps } from '../document/twinSteps'
import type { TwinProgress, TwinReply, TwinRequest, TwinSettings } from '../workers/twinMessages'
import { twinSession } from '../workers/twinSession'
import { openSession, type Session } from './session'
import { store } from './store'
import { training } from './training'

export interface TwinState {
  readonly status: 'idle' | 'running' | 'paused' | 'ended' | 'stopped'
  /** Why it has stopped; empty if it has not. */
  readonly sentence: string
  readonly settings: TwinSettings
  /** What the result is of: the document as it was at the start. */
  readonly of: Document | undefined
  readonly progress: TwinProgress | undefined
}

const atRest = { status: 'idle', sentence: '', of: undefined, progress: undefined } as const

/** The model trained beside its moved copy. In memory only, and nothing of it changes the document. */
export const twin = createStore<TwinState>()(() => {
  const { method, stepsIn, learningRate } = training.getState().settings
  return { ...atRest, settings: { method, stepsIn, learningRate, steps: 400, move: 'page', seed: undefined } }
})

/** Reads a part of the state in a component; the component renders when that part changes. */
export function useTwin<T>(select: (state: TwinState) => T): T {
  return useStore(twin, select)
}

/** The state for controls: `show` is called now, and after changes, of which there are few a second. */
export function liveTwin(show: (state: TwinState) => void): () => void {
  show(twin.getState())
  return twin.subscribe(show)
}

let session: Session<TwinRequest> | undefined
let number = 0

const say = (change: Partial<TwinState>) => twin.setState(change)

/** Goes on after a pause, else compares anew from the model on the page. */
export function startTwins(): void {
  const { status, settings } = twin.getState()
  const { document } = store.getState()
  if (status === 'running') return
  if (status === 'paused') {
    say({ status: 'running' })
    return session?.post({ kind: 'run' })
  }
  if (!isModel(document)) return
  session ??= openSession<TwinRequest, TwinReply>({
    startWorker: () => new Worker(new URL('../workers/twin.worker.ts', import.meta.url), { type: 'module' }),
    receiver: twinSession,
    pause: { kind: 'pause' },
    makes: ({ kind }) => (kind === 'begin' ? 'answer' : kind === 'run' ? 'run' : 'rest'),
    isLast: (reply) => reply.kind !== 'progress' || reply.hasEnded || reply.stopped !== undefined,
    hear,
    failure: (reason) => ({ kind: 'failed', run: number, reason }),
  })
  say({ status: 'running', sentence: '', of: document, progress: undefined })
  session.post({ kind: 'begin', run: ++number, document, settings })
  session.post({ kind: 'run' })
}

export function pauseTwins(): void {
  if (twin.getState().status !== 'running') return
  say({ status: 'paused' })
  session?.post({ kind: 'pause' })
}

/** Forgets the result; what still comes of it is dropped. */
export function resetTwins(): void {
  number++
  session?.post({ kind: 'pause' })
  say(atRest)
}

/** Changes settings, which a result would no longer be of; or says why not. */
export function tuneTwins(change: Partial<TwinSettings>): Problem | undefined {
  const settings = { ...twin.getState().settings, ...change }
  const { learningRate, steps } = settings
  if (!(learningRate > 0 && learningRate < Infinity))
    return problem('The learning rate must be greater than 0')
  if (!(Number.isInteger(steps) && steps >= 1 && steps <= mostTwinSteps))
    return problem(`The number of steps must be a whole one, 1 to ${mostTwinSteps}`)
  resetTwins()
  say({ settings })
  return undefined
}

function hear(reply: TwinReply): void {
  if (reply.run !== number) return
  if (reply.kind === 'progress') {
    const { hasEnded, stopped } = reply
    say({
      progress: reply,
      ...(hasEnded && { status: 'ended' }),
      ...(stopped !== undefined && { status: 'stopped', sentence: `Stopped: ${stopped}.` }),
    })
    return
  }
  if (reply.kind === 'failed') {
    session?.close()
    session = undefined
  }
  const why = reply.kind === 'failed' ? 'The comparison has failed' : 'Not possible'
  say({ status: 'stopped', sentence: `${why}: ${reply.reason}.` })
}

store.subscribe(({ document: now }, { document: before }) => {
  const { of } = twin.getState()
  if (now !== before && of && !(isModel(now) && isSameKind(now, of))) resetTwins()
})
