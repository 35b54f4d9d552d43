import { derive } from '../document/derive'
import { gradientNorms } from '../document/gradientNorms'
import { classifierAccuracy, heldOutCosts } from '../document/classifier'
import { headAccuracy } from '../document/head'
import { headTask } from '../document/headOf'
import { isModel } from '../document/modelLoss'
import type { AppState } from '../store/store'
import { ballSince, type TrainingState } from '../store/training'
import { figure } from './figures'

/** One number if the move leaves it alone, else "0.0018 → 2.31". */
const pair = (first: string, second: string) => (first === second ? first : `${first} → ${second}`)

/** Of the model and, where it is another one, of the moved model. */
export function lossNow(state: AppState): string {
  const { document } = state
  if (!isModel(document)) return ''
  const { lossBefore, lossAfter } = derive(document)
  return pair(figure(lossBefore), figure(lossAfter))
}

const accuracy = (which: 'train' | 'heldOut') => (state: AppState) => {
  const { document } = state
  const { before, after } = derive(document)
  const isClassifier = document.classifier !== null
  const [base, moved] =
    isClassifier && which === 'heldOut'
      ? [heldOutCosts(document, 'base'), heldOutCosts(document, 'moved')].map((c) =>
          classifierAccuracy(document, c, which),
        )
      : [before, after].map((c) =>
          isClassifier ? classifierAccuracy(document, c, which) : headAccuracy(document, c, which),
        )
  return base === undefined || moved === undefined ? '' : pair(base.toFixed(3), moved.toFixed(3))
}
export const accuracyTrain = accuracy('train')
export const accuracyHeldOut = accuracy('heldOut')

export function statusWords({ status, shown, progress, runs, sentence }: TrainingState): string {
  if (status === 'running') return `Run ${runs.at(-1)?.number ?? 1}, step ${progress?.step ?? 0}`
  if (sentence !== '') return sentence
  if (shown !== undefined && progress) {
    const of = shown === progress.step ? '' : ` of ${progress.step}`
    return `Paused. Run ${progress.run}, step ${shown}${of}`
  }
  return 'Not trained since it was opened.'
}

export function ballWords(state: TrainingState): string {
  const since = ballSince(state)
  if (since === undefined) return state.progress ? 'no' : '–'
  const isThere = state.shown !== undefined && state.shown >= since
  return isThere ? `since step ${since}` : `the run from step ${since} on`
}

/** Of the last step that was made, where the page shows what it led to. */
export const gradientWords = ({ progress, shown }: TrainingState): string =>
  progress && progress.step === shown && Number.isFinite(progress.euclideanNorm)
    ? `${figure(progress.euclideanNorm)} · ${figure(progress.riemannianNorm)}`
    : '–'

/** Of the head before it is trained and, where they are others, of the moved head. */
export function gradientNow({ document }: AppState): string {
  if (headTask(document) === undefined) return '–'
  const { base, moved } = gradientNorms(document)
  return `${pair(figure(base.euclidean), figure(moved.euclidean))} · ${pair(figure(base.riemannian), figure(moved.riemannian))}`
}

export function timeWords({ progress }: TrainingState): string {
  const ms = progress?.msPerStep
  if (ms === undefined) return '–'
  return ms < 1 ? `${Math.max(1, Math.round(1000 * ms))} µs` : `${figure(ms)} ms`
}
