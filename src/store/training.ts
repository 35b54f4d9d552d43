import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Document } from '../document/document'
import { isModel } from '../document/modelLoss'
import {
  betaOfModel,
  freshParameters,
  hasSameParameters,
  isBetaLearned,
  isSameKind,
  withBeta,
  withTrained,
  type Trained,
} from '../document/trainable'
import { problem, type Problem } from '../document/problem'
import type {
  TrainingProgress,
  TrainingReply,
  TrainingRequest,
  TrainingSettings,
} from '../workers/trainingMessages'
import { stepIntoBall } from '../workers/trainingSession'
import { begunRun, modelOf, withProgress, withSettings, type SeenControl, type SeenRun } from './runs'
import { store } from './store'
import { openTrainer, type Trainer } from './trainer'
import { checkSettings, usualRate, usualSettings } from './trainingSettings'
import { isWritingTables, trainedPart, writeTables } from './writeTables'

export interface TrainingState {
  readonly status: 'idle' | 'running' | 'paused' | 'stopped'
  /** What has happened, in a sentence; empty if there is nothing to say. */
  readonly sentence: string
  readonly settings: TrainingSettings
  /** The person has typed the learning rate: another method leaves it. */
  readonly isRateTyped: boolean
  /** The ball {L < ε}. */
  readonly epsilon: number
  /** From which fresh tables were drawn last. */
  readonly seed: number
  /** The last few, oldest first; the last is the one that goes on. */
  readonly runs: readonly SeenRun[]
  /** Other models of the same task, for comparison. */
  readonly controls: readonly SeenControl[]
  readonly progress: TrainingProgress | undefined
  readonly checkpoints: TrainingProgress['checkpoints']
  /** The step of the run that the document shows; undefined if its tables are others. */
  readonly shown: number | undefined
}

const mostRuns = 4

const atRest = {
  status: 'idle',
  sentence: '',
  runs: [],
  controls: [],
  progress: undefined,
  checkpoints: [],
  shown: undefined,
} as const satisfies Partial<TrainingState>

const usual = (document: Document) => ({
  settings: usualSettings(document),
  isRateTyped: false,
  epsilon: 0.05,
  seed: 1,
})

/** Training of the model that the document holds. In memory only: the document has what it leads to. */
export const training = createStore<TrainingState>()(() => ({
  ...atRest,
  ...usual(store.getState().document),
}))

/** Reads a part of the state in a component; the component renders when that part changes. */
export function useTraining<T>(select: (state: TrainingState) => T): T {
  return useStore(training, select)
}

/** The state for controls: `show` is called now, and once per animation frame after changes. */
export function liveTraining(show: (state: TrainingState) => void): () => void {
  let frame = 0
  show(training.getState())
  const stop = training.subscribe(() => {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      show(training.getState())
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    stop()
  }
}

const state = training.getState
let trainer: Trainer | undefined
let number = 0
/** The tables of the document before the run, and those that were written last. */
let start: Trained | undefined
let written: Trained | undefined
/** The next progress is the first since the start: what undo goes back to is from before it. */
let isFirst = false
/** The tables follow the run: not while they show an earlier step of it, or something else. */
let isFollowing = false
/** What still comes of runs that are put aside. */
let aside: { readonly run: number; readonly replies: TrainingReply[] } | undefined

/** Goes on with the run if the document shows one of its steps, else begins a new one from its tables. */
export function startTraining(): void {
  if (state().status === 'running' || !join()) return
  isFirst = isFollowing = true
  say({ status: 'running', sentence: '' })
  post({ kind: 'run' })
}

export function pauseTraining(sentence = ''): void {
  if (state().status !== 'running') return
  say({ status: 'paused', sentence })
  post({ kind: 'pause' })
}

export function stepTraining(steps = 1): void {
  pauseTraining()
  if (!join()) return
  isFirst = isFollowing = true
  say({ status: 'paused', sentence: '' })
  post({ kind: 'step', steps })
}

/** Back to the tables from before the run, number for number. The next start makes a new run beside it. */
export function rewindTraining(): void {
  pauseTraining()
  const { document } = store.getState()
  if (!start || !isModel(document)) return
  isFollowing = false
  written = writeTables(startedFrom(document, start), true)
  say({ shown: 0, status: 'paused', sentence: '' })
}

/** Shows the last checkpoint at or before a step, as an edit of the tables. */
export function showStep(step: number): void {
  pauseTraining()
  const { document } = store.getState()
  const checkpoint = state().checkpoints.findLast((one) => one.step <= step)
  const { progress } = state()
  const to = progress && step >= progress.step ? progress : checkpoint
  if (!to || !isModel(document) || !start || to.step === state().shown) return
  isFollowing = false
  written = writeTables(
    to.step === 0 ? startedFrom(document, start) : withTrained(document, to.parameters),
    true,
  )
  say({ shown: to.step, status: 'paused', sentence: '' })
}

/** The parameters from before the run in the model as it is now: its data, or a fixed β, may have changed since. */
function startedFrom(document: Document, { a, b, ...model }: Trained): Trained {
  const { head, classifier } = document
  const beta = betaOfModel(model)
  const now = { a: classifier ? document.a : a, b, head, classifier }
  return isBetaLearned(document) && beta !== undefined ? withBeta(now, beta) : now
}

/** Fresh random tables for the same model. */
export function drawTables(): void {
  pauseTraining()
  const { document } = store.getState()
  const seed = state().seed + 1
  if (!isModel(document)) return
  const beta = isBetaLearned(document) && start ? betaOfModel(start) : undefined
  const from = beta === undefined ? document : withBeta(document, beta)
  isFollowing = false
  written = writeTables(withTrained(from, freshParameters(from, seed)), true)
  say({ seed, status: 'idle', shown: undefined, sentence: `Fresh tables, drawn from seed ${seed}.` })
}

/**
 * Changes settings from the next step on, or says why not. A learning rate that nobody has typed is the usual one of
 * the method.
 */
export function tuneTraining(change: Partial<TrainingSettings>): Problem | undefined {
  const isRateTyped = state().isRateTyped || change.learningRate !== undefined
  const settings = { ...state().settings, ...change }
  if (!isRateTyped) settings.learningRate = usualRate(settings.method, store.getState().document)
  const refused = checkSettings(settings)
  if (refused) return refused
  const { status, runs } = state()
  const last = runs.at(-1)
  say({
    settings,
    isRateTyped,
    ...(last && { runs: [...runs.slice(0, -1), withSettings(last, settings)] }),
    ...(status === 'stopped' && { status: 'paused', sentence: '' }),
  })
  post({ kind: 'tune', settings })
  return undefined
}

/** The usual learning rate of the method in place of a typed one. */
export function resetLearningRate(): void {
  say({ isRateTyped: false })
  tuneTraining({})
}

export function setEpsilon(epsilon: number): Problem | undefined {
  if (!(epsilon > 0 && epsilon < Infinity)) return problem('ε must be greater than 0')
  say({ epsilon })
  return undefined
}

/** Opens a document with a model that has been drawn from a seed, and the ball that it should come to. */
export function openModel(document: Document, seed: number, epsilon: number): void {
  forgetTraining()
  store.getState().open(document)
  say({ seed, epsilon })
}

/** The step from which on the present run has stayed in the ball; undefined if it is outside now. */
export function ballSince({ runs, epsilon, progress }: TrainingState): number | undefined {
  const losses = runs.at(-1)?.losses
  return losses && progress && stepIntoBall(losses, progress.loss.train, epsilon)
}

/** Forgets all runs. */
export function forgetTraining(): void {
  trainer?.close()
  trainer = start = written = undefined
  say(atRest)
}

/** Forgets all runs, and every setting that is not the usual one of the document. */
export function beginTrainingAnew(): void {
  forgetTraining()
  say(usual(store.getState().document))
}

/** Puts runs and settings aside, while the page shows another document; what it returns brings them back. */
export function putTrainingAside(): () => void {
  pauseTraining()
  const known = state()
  const own = { trainer, start, written, isFirst }
  const { run, replies } = (aside = { run: number++, replies: [] })
  trainer = undefined
  beginTrainingAnew()
  return () => {
    trainer?.close()
    ;({ trainer, start, written, isFirst } = own)
    number = run
    aside = undefined
    // The tables are as they were: a step that came after them is one to go on from.
    isFollowing = false
    say(known)
    replies.forEach(hear)
  }
}

/** Ends the run, as β is no longer what it was to it; what was seen of it stays beside the next one. */
function endRun(): void {
  trainer?.close()
  trainer = start = written = undefined
  const sentence = 'Training of β was turned on or off. Start makes a new run from these tables.'
  say({ status: 'paused', sentence, progress: undefined, checkpoints: [], shown: undefined })
}

const isSameTables = (now: Document, before: Document) =>
  now.a === before.a && now.b === before.b && isModel(now) && isModel(before)

function say(change: Partial<TrainingState>): void {
  training.setState(change)
  if (change.epsilon !== undefined) store.getState().set({ ball: change.epsilon })
  const isRunning = state().status === 'running'
  if (store.getState().training !== isRunning) store.getState().set({ training: isRunning })
}

const post = (request: TrainingRequest) => trainer?.post(request)

/** Is a run there whose tables the document shows? */
function isShown(): boolean {
  const { document } = store.getState()
  return trainer !== undefined && !!written && isModel(document) && hasSameParameters(document, written)
}

/** Makes the worker stand where the document is. */
function join(): boolean {
  const { document } = store.getState()
  if (!isModel(document)) return false
  const { shown, progress, settings, runs } = state()
  // It has begun, and the worker has not answered yet.
  if (isShown() && shown === 0 && !progress) return true
  if (isShown() && shown !== undefined && progress && (shown > 0 || progress.step === 0)) {
    if (shown !== progress.step) post({ kind: 'rewind', step: shown })
    return true
  }
  trainer ??= openTrainer(hear)
  number++
  start = written = trainedPart(document)
  say({
    runs: [
      ...runs.filter((run) => run.losses.length > 0),
      begunRun(number, modelOf(document), settings),
    ].slice(-mostRuns),
    progress: undefined,
    checkpoints: [],
    shown: 0,
  })
  post({ kind: 'begin', run: number, document, settings })
  return true
}

function hear(reply: TrainingReply): void {
  if (reply.run === aside?.run) aside.replies.push(reply)
  if (reply.run !== number) return
  if (reply.kind === 'progress') return take(reply)
  if (reply.kind === 'failed') {
    trainer?.close()
    trainer = undefined
    say({
      status: 'stopped',
      sentence: `The training has failed: ${reply.reason}. The tables are those of its last report; a start makes a new run from them.`,
    })
    return
  }
  say({ status: 'stopped', sentence: `Not possible: ${reply.reason}.` })
}

function take(progress: TrainingProgress): void {
  const { runs, checkpoints, status } = state()
  const last = runs.at(-1)
  if (!last) return
  const run = withProgress(last, progress)
  const isJoined = isFollowing && isShown()
  const isNew = isJoined && progress.step !== state().shown
  if (isNew) written = writeTables(withTrained(store.getState().document, progress.parameters), isFirst)
  if (isNew) isFirst = false
  const { schedule, stepsOfCosine } = state().settings
  const isCosineOver = schedule === 'cosine' && progress.step >= stepsOfCosine
  say({
    progress,
    runs: [...runs.slice(0, -1), run],
    checkpoints: [...checkpoints.filter(({ step }) => step < progress.from), ...progress.checkpoints],
    ...(isJoined && { shown: progress.step }),
    ...(status === 'running' &&
      progress.hasEnded && {
        status: 'paused',
        sentence: `Paused after ${progress.step} steps; Start goes on${isCosineOver ? ' with a hundredth of the learning rate' : ''}.`,
      }),
    ...(progress.stopped !== undefined && {
      status: 'stopped',
      sentence: `Stopped: ${progress.stopped}. The tables are the last finite ones. A smaller learning rate goes on from here.`,
    }),
  })
}

store.subscribe(({ document: now }, { document: before }) => {
  if (now === before) return
  const { settings, isRateTyped } = state()
  const learningRate = isRateTyped ? settings.learningRate : usualRate(settings.method, now)
  if (learningRate !== settings.learningRate) say({ settings: { ...settings, learningRate } })
  if (isWritingTables()) return
  const { runs, controls } = state()
  if (controls.length > 0 && now.head?.task !== before.head?.task) say({ controls: [] })
  if (runs.length === 0) return
  const { a, b, head, classifier } = now
  if (a === before.a && b === before.b && head === before.head && classifier === before.classifier) return
  if (!isSameKind(now, before)) return isSameTables(now, before) ? endRun() : forgetTraining()
  if (hasSameParameters(now, before)) {
    const { status } = state()
    if (status === 'stopped') say({ status: 'paused', sentence: '' })
    return post({ kind: 'use', document: now })
  }
  pauseTraining('Paused, because the tables were changed. Start makes a new run from them.')
  say({ shown: undefined })
})
