import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ChosenExperiment } from '../document/experiments'
import type { ExperimentReply, ExperimentRequest } from '../workers/experimentMessages'
import { because, Watched } from '../workers/watched'
import { store } from './store'

type Result = Extract<ExperimentReply, { kind: 'done' }>['result']

export interface ExperimentState {
  readonly status: 'none' | 'running' | 'done' | 'stopped'
  /** What was run last, and with what. */
  readonly of: ChosenExperiment | undefined
  /** What is there of it. */
  readonly result: Result | undefined
  readonly part: number
  readonly doing: string
  readonly elapsedMs: number
  /** Why it was stopped, in a sentence. */
  readonly sentence: string
}

const nothing: ExperimentState = {
  status: 'none',
  of: undefined,
  result: undefined,
  part: 0,
  doing: '',
  elapsedMs: 0,
  sentence: '',
}

/** The experiment that is run. In memory only: the link holds which it is, and running it again gives the same. */
export const experiment = createStore<ExperimentState>()(() => nothing)

/** Reads a part of the state in a component. */
export function useExperiment<T>(select: (state: ExperimentState) => T): T {
  return useStore(experiment, select)
}

/** Between two pieces of work an experiment reports; the longest ones take some seconds on a slow machine. */
const patienceMs = 60_000

let end: (() => void) | undefined

/** Runs an experiment with the model on the page; what was running is ended. */
export function startExperiment(of: ChosenExperiment): void {
  end?.()
  experiment.setState({ ...nothing, status: 'running', of })
  end = run({ chosen: of, document: store.getState().document }, hear)
}

/** Ends it; what it has found so far stays. */
export function stopExperiment(): void {
  end?.()
  end = undefined
  if (experiment.getState().status !== 'running') return
  experiment.setState({ status: 'stopped', sentence: 'Cancelled; this is what there was.' })
}

/** Forgets what was found. */
export function forgetExperiment(): void {
  end?.()
  end = undefined
  experiment.setState(nothing)
}

function hear(reply: ExperimentReply): void {
  if (reply.kind === 'progress') {
    const { part, doing, result } = reply.progress
    experiment.setState({ part, doing, result, elapsedMs: reply.elapsedMs })
  } else if (reply.kind === 'done') {
    const { result, elapsedMs } = reply
    experiment.setState({ status: 'done', part: 1, doing: '', result, elapsedMs })
  } else experiment.setState({ status: 'stopped', sentence: `Not possible: ${reply.reason}.` })
}

/** In a worker of its own; where none can be made, or its script does not load, between two frames. */
function run(request: ExperimentRequest, listen: (reply: ExperimentReply) => void): () => void {
  let stop = () => {}
  const here = () => {
    stop = runHere(request, listen)
  }
  try {
    const worker = new Watched<ExperimentRequest, ExperimentReply>(startWorker, patienceMs, {
      hear: (reply) => {
        if (reply.kind !== 'progress') worker.close()
        listen(reply)
      },
      fault: (fault) => {
        if (fault.kind === 'unloaded') return here()
        experiment.setState({
          status: 'stopped',
          sentence: `The experiment has ended: ${because(fault)}. This is what there was; it can be run again.`,
        })
      },
    })
    stop = () => worker.close()
    worker.post(request)
    worker.expect(true)
  } catch {
    here()
  }
  return () => stop()
}

const startWorker = () =>
  new Worker(new URL('../workers/experiment.worker.ts', import.meta.url), { type: 'module' })

function runHere(request: ExperimentRequest, listen: (reply: ExperimentReply) => void): () => void {
  let stop = () => {}
  let isEnded = false
  import('../workers/experimentSession').then(
    ({ runExperiment }) => {
      if (isEnded) return
      stop = runExperiment(request, {
        post: (reply) => {
          if (!isEnded) listen(reply)
        },
        later: (go) => void setTimeout(go),
        now: () => performance.now(),
      })
    },
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      listen({ kind: 'refused', reason: `a part of the page could not be loaded (${reason})` })
    },
  )
  return () => {
    isEnded = true
    stop()
  }
}
