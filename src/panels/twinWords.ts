import { actingElements, isReflectedAnywhere } from '../document/acting'
import type { Document } from '../document/document'
import { commutes, isStill, twinDocument } from '../document/twin'
import type { TwinState } from '../store/twin'
import type { StepPicture } from '../ui/drawStepCurves'
import { wordsOf } from './elementWords'
import { brief, figure } from './figures'

/** Up to here a difference is rounding; over this many steps it stays so, where the law holds. */
export const roundingLimit = 1e-10
const stepsOfLaw = 100

type Settings = TwinState['settings']

/** What takes the model to its twin. */
export function moveWords(document: Document, move: Settings['move']): string {
  const isLine = document.space === 'line'
  if (move === 'translation') return isLine ? 'x ↦ x + 1' : 'z ↦ z + 1'
  if (move === 'dilation') return 'z ↦ 2z'
  if (move === 'rotation') return 'a quarter turn about i'
  if (isStill(document)) return 'g is the identity: the twin is the model itself'
  const [g, ...others] = actingElements(document)
  if (others.length > 0) return 'its own element for each inner index'
  return isReflectedAnywhere(document) ? `mirrored, then ${wordsOf(g!)}` : wordsOf(g!)
}

const largest = (values: ArrayLike<number>, count: number): number => {
  let most = 0
  for (let n = 0; n < count; n++) most = Math.max(most, values[n]!)
  return most
}

/** "After 400 steps the tracks differ by 3.1e-13: they coincide up to rounding." */
export function twinStatus({ status, sentence, settings, progress, of }: TwinState): string {
  if (!progress || !of) return sentence || (status === 'running' ? 'Begins …' : 'Not compared yet.')
  const { step, differences } = progress
  if (status === 'running') return `Step ${step} of ${settings.steps}`
  const says = step === 0 ? 'No step has been made.' : verdict(of, settings, differences)
  return [sentence, says].filter((one) => one !== '').join(' ')
}

const stepsWords = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`

function verdict(of: Document, settings: Settings, differences: Float64Array): string {
  const step = differences.length - 1
  const [most, early] = [largest(differences, step + 1), largest(differences, Math.min(step, stepsOfLaw) + 1)]
  const after = `After ${stepsWords(step)} the tracks differ by`
  if (most === 0)
    return `After ${stepsWords(step)} the tracks do not differ at all: they coincide bit for bit.`
  if (most <= roundingLimit) return `${after} ${figure(most)}: they coincide up to rounding.`
  const last = figure(differences[step]!)
  if (!commutes(twinDocument(of, settings.move), { coordinates: settings.stepsIn }))
    return `${after} ${last}: they have parted.`
  const since = differences.findIndex((one) => one > roundingLimit)
  const before =
    since > 1
      ? `For ${stepsWords(since - 1)} they coincide up to ${figure(largest(differences, since))}. `
      : ''
  const where = early > roundingLimit ? '' : ', as it does after some hundred steps'
  return `${before}${after} ${last}: rounding, which has grown where points meet${where}. Without rounding they coincide.`
}

const differencesOf = ({ progress }: TwinState) => progress?.differences

export function earlyWords(state: TwinState): string {
  const differences = differencesOf(state)
  if (!differences) return '–'
  return figure(largest(differences, Math.min(differences.length, stepsOfLaw + 1)))
}

export function nowWords(state: TwinState): string {
  const last = differencesOf(state)?.at(-1)
  return last === undefined ? '–' : figure(last)
}

export const productWords = ({ progress }: TwinState): string => (progress ? figure(progress.changeOfC) : '–')

/** "η/4 = 0.0125" */
export function slowerName({ progress, settings }: TwinState): string {
  if (!progress?.slower) return ''
  const { k, learningRate } = progress.slower
  const divisor = settings.method === 'adam' ? k : k * k
  const name = divisor >= 1 ? `η/${brief(divisor)}` : `${brief(1 / divisor)}η`
  return `${name} = ${brief(learningRate)}`
}

/** How far the model with the other learning rate is from the twin. */
export function slowerWords({ progress }: TwinState): string {
  if (!progress?.slower) return ''
  const most = largest(progress.slower.differences, progress.slower.differences.length)
  return most === 0 ? 'bit for bit the twin' : `${figure(most)} from the twin`
}

const none = new Float64Array(0)

const remembered = (make: (state: TwinState) => StepPicture) => {
  let last: { of: TwinState; is: StepPicture } | undefined
  return (state: TwinState): StepPicture => {
    if (last?.of !== state) last = { of: state, is: make(state) }
    return last.is
  }
}

export const lossPicture = remembered(({ progress, settings }) => ({
  curves: [
    { look: 'solid', values: progress?.losses ?? none },
    { look: 'dashed', values: progress?.twinLosses ?? none },
    ...(progress?.slower ? [{ look: 'dotted' as const, values: progress.slower.losses }] : []),
  ],
  steps: settings.steps,
  least: 1e-15,
  range: [0.1, 1],
}))

export function lossWords({ progress }: TwinState, step: number | undefined): string {
  if (!progress) return 'Training losses of the model and of its twin.'
  if (step === undefined || step >= progress.losses.length)
    return `Loss: model solid, twin dashed${progress.slower ? ', other η dotted' : ''}.`
  return `Step ${step}: model ${figure(progress.losses[step]!)}, twin ${figure(progress.twinLosses[step] ?? NaN)}`
}

export const differencePicture = remembered(({ progress, settings }) => ({
  curves: [{ look: 'dashed', values: progress?.differences ?? none }],
  steps: settings.steps,
  least: 1e-17,
  range: [1e-16, 1e-8],
  limit: { value: roundingLimit, name: '1e-10' },
}))

export function differenceWords({ progress }: TwinState, step: number | undefined): string {
  const value = step === undefined ? undefined : progress?.differences[step]
  return value === undefined
    ? 'Largest distance of a point from its twin; 0 is the floor.'
    : `Step ${step}: ${figure(value)} apart`
}
