import type { Document } from '../document/document'
import { productWith, twinDocument, twinPair } from '../document/twin'
import { usualOptimiser } from '../learning/optimisers'
import { disguised, startTwins, type Twins } from '../learning/twins'
import type { Surroundings } from './trainingSession'
import type { TwinProgress, TwinReply, TwinRequest, TwinSettings } from './twinMessages'

/** Reports at most this often; a report has about so many parts of all steps, so that one sees the curves grow. */
const reportEveryMs = 66
const reports = 40
/** Requests are read at least this often. */
const sliceMs = 50
/** Places of the points that are kept of each run: the first ones all, as steps are longest there, then so many. */
const firstPlaces = 60
const places = 100

interface Comparison {
  readonly number: number
  readonly document: Document
  readonly settings: TwinSettings
  readonly twins: Twins
  readonly slower: { readonly k: number; readonly learningRate: number } | undefined
  readonly tracks: { readonly model: Float64Array[]; readonly twin: Float64Array[] }
}

/** One comparison at a time, the latest: what the worker of the twins does, apart from being a worker. */
export function twinSession({ post, later, now }: Surroundings<TwinReply>): (request: TwinRequest) => void {
  let compared: Comparison | undefined
  let number = 0
  let isRunning = false
  let isDue = false

  const tick = () => {
    isDue = false
    if (!isRunning || !compared) return
    const { twins, settings } = compared
    const start = now()
    const end = Math.min(settings.steps, twins.count() + Math.ceil(settings.steps / reports))
    const every = Math.max(1, Math.floor(settings.steps / places))
    while (twins.count() < end && now() - start < sliceMs && twins.step(1) === 1) {
      if (twins.count() <= firstPlaces || twins.count() % every === 0) keepPlaces(compared)
    }
    if (twins.count() >= settings.steps || twins.stopped() !== undefined) isRunning = false
    post(progressOf(compared))
    goOn(reportEveryMs - (now() - start))
  }

  const goOn = (ms: number) => {
    if (!isRunning || isDue) return
    isDue = true
    later(tick, Math.max(0, ms))
  }

  const answer = (request: TwinRequest) => {
    if (request.kind === 'begin') {
      isRunning = false
      compared = undefined
      number = request.run
      compared = begin(request)
      return post(progressOf(compared))
    }
    if (!compared) return
    isRunning = request.kind === 'run' && compared.twins.stopped() === undefined
    goOn(0)
  }

  return (request) => {
    try {
      answer(request)
    } catch (error) {
      isRunning = false
      const reason = error instanceof Error ? error.message : String(error)
      post({ kind: error instanceof RangeError ? 'refused' : 'failed', run: number, reason })
    }
  }
}

/** @throws RangeError if the document holds no model, or a number of the settings is of no use */
function begin({ run, document, settings }: Extract<TwinRequest, { kind: 'begin' }>): Comparison {
  const { method, stepsIn, learningRate, move, seed } = settings
  const pair = twinPair(twinDocument(document, move), seed)
  const optimiser = { ...usualOptimiser, method, coordinates: stepsIn, learningRate }
  const twins = startTwins(pair, optimiser)
  const k = pair.dilation
  const slower =
    twins.slower && k !== undefined ? { k, learningRate: disguised(optimiser, k).learningRate } : undefined
  const compared = { number: run, document, settings, twins, slower, tracks: { model: [], twin: [] } }
  keepPlaces(compared)
  return compared
}

function keepPlaces({ twins, tracks }: Comparison): void {
  const { points, stride } = twins.layout
  tracks.model.push(twins.parameters().slice(0, stride * points))
  tracks.twin.push(twins.twin.parameters().slice(0, stride * points))
}

function progressOf({ number, document, settings, twins, slower, tracks }: Comparison): TwinProgress {
  const step = twins.count()
  const [c, d] = [twins.parameters(), twins.twin.parameters()].map((one) => productWith(document, one))
  return {
    kind: 'progress',
    run: number,
    step,
    losses: Float64Array.from(twins.losses),
    twinLosses: Float64Array.from(twins.twin.losses),
    differences: Float64Array.from(twins.twin.differences),
    changeOfC: c!.reduce((most, value, n) => Math.max(most, Math.abs(value - d![n]!)), 0),
    slower: slower && {
      ...slower,
      losses: Float64Array.from(twins.slower!.losses),
      differences: Float64Array.from(twins.slower!.differences),
    },
    tracks: { model: [...tracks.model], twin: [...tracks.twin] },
    hasEnded: step >= settings.steps,
    stopped: twins.stopped(),
  }
}
