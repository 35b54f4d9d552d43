import { headTask } from '../document/headOf'
import { sizeOf, type Document } from '../document/document'
import type { Control, TrainingProgress, TrainingReply } from '../workers/trainingMessages'
import { begunRun, modelOfControl, withProgress, type SeenControl } from './runs'
import { store } from './store'
import { openTrainer, type Trainer } from './trainer'
import { training } from './training'
import { usualRate } from './trainingSettings'

/** Trainings of other models for the task of the document, beside its own run. */

type Geometry = Control['geometry']

const open = new Map<Geometry, { readonly run: number; readonly trainer: Trainer }>()
let count = 0

/** What a head can be compared with. */
export function controlsFor(document: Document): readonly Geometry[] {
  if (headTask(document) === undefined) return []
  return document.space === 'line' ? ['dot'] : ['dot', 'line']
}

/**
 * Trains the task of the document with another geometry, with as many numbers in its tables, from the same seed, for as
 * many steps as the run has made.
 */
export function compareWith(geometry: Geometry): void {
  cancelComparison(geometry)
  const { document } = store.getState()
  if (!controlsFor(document).includes(geometry)) return
  const { settings: ofRun, isRateTyped, progress, seed } = training.getState()
  const steps = progress?.step || ofRun.stepsOfRun
  const learningRate =
    isRateTyped || geometry === 'dot'
      ? ofRun.learningRate
      : usualRate(ofRun.method, { ...document, space: 'line' })
  const settings = { ...ofRun, learningRate, stepsOfRun: steps, pace: 'full' } as const
  const control = controlOf(document, geometry, seed)
  const run = ++count
  const trainer = openTrainer((reply) => hear(geometry, run, reply))
  open.set(geometry, { run, trainer })
  put(geometry, {
    ...begunRun(run, modelOfControl(control), settings),
    geometry,
    steps,
    progress: undefined,
    ending: undefined,
  })
  trainer.post({ kind: 'begin', run, document, control, settings })
  trainer.post({ kind: 'run' })
}

/** Ends a comparison and forgets what was seen of it. */
export function cancelComparison(geometry: Geometry): void {
  const { controls } = training.getState()
  training.setState({ controls: controls.filter((one) => one.geometry !== geometry) })
  close(geometry)
}

/**
 * As many numbers as a point of the half-plane has are two numbers of the other geometries. Their scores are of another
 * size, so that a fixed β would mean something else: β is learned, from where it trains.
 */
function controlOf(document: Document, geometry: Geometry, seed: number): Control {
  const { inner } = sizeOf(document)
  const beta = geometry === 'line' ? 4 : 2
  return {
    geometry,
    inner: document.space === 'line' ? inner : 2 * inner,
    rule: { kind: 'learned', beta },
    seed,
  }
}

function hear(geometry: Geometry, run: number, reply: TrainingReply): void {
  const known = training.getState().controls.find((one) => one.number === run)
  if (!known || reply.run !== run) return
  if (reply.kind !== 'progress') {
    put(geometry, { ...known, ending: `not possible (${reply.reason})` })
    return close(geometry)
  }
  put(geometry, { ...withProgress(known, reply), progress: reply, ending: endingOf(reply) })
  if (reply.hasEnded || reply.stopped !== undefined) close(geometry)
}

function endingOf({ hasEnded, stopped, step }: TrainingProgress): string | undefined {
  if (stopped !== undefined) return `stopped: ${stopped}`
  return hasEnded ? `after ${step} steps` : undefined
}

/** In the place of an earlier one of the same geometry. */
function put(geometry: Geometry, control: SeenControl): void {
  const { controls } = training.getState()
  training.setState({ controls: [...controls.filter((one) => one.geometry !== geometry), control] })
}

function close(geometry: Geometry): void {
  open.get(geometry)?.trainer.close()
  open.delete(geometry)
}

training.subscribe(({ controls }) => {
  for (const [geometry, { run }] of open) if (!controls.some((one) => one.number === run)) close(geometry)
})
