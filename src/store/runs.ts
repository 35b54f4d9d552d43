import type { Document } from '../document/document'
import { sizeOf } from '../document/document'
import { betaOfModel } from '../document/trainable'
import type { Control, Measured, TrainingProgress, TrainingSettings } from '../workers/trainingMessages'

/** The model of a run when it began, as far as words and files tell it. */
export interface RunModel {
  readonly title: string
  readonly geometry: Document['space'] | 'dot'
  /** h */
  readonly inner: number
  readonly rule: string
  /** β, γ or the perplexity that it began with. */
  readonly beta: number
}

/** What was seen of one run; entry n of `losses` and of the norms is of its state after n steps. */
export interface SeenRun {
  readonly number: number
  readonly model: RunModel
  /** From which step on it was trained with which settings. */
  readonly settings: readonly { readonly step: number; readonly settings: TrainingSettings }[]
  readonly losses: readonly number[]
  /** Of the gradient, in the coordinates as stored and in the metric. */
  readonly euclideanNorms: readonly number[]
  readonly riemannianNorms: readonly number[]
  readonly heldOut: readonly Measured[]
  /** Of its present state; undefined before the first report. */
  readonly end: Pick<TrainingProgress, 'step' | 'loss' | 'accuracy'> | undefined
}

/** A run of another model for the same task. */
export interface SeenControl extends SeenRun {
  readonly geometry: Control['geometry']
  /** That it is to make. */
  readonly steps: number
  readonly progress: TrainingProgress | undefined
  /** How it has ended; undefined while it goes on. */
  readonly ending: string | undefined
}

export function modelOf(document: Document): RunModel {
  const { title, space, head, classifier } = document
  const { inner } = sizeOf(document)
  const rule = (head ?? classifier)?.rule ?? 'fixed'
  return { title, geometry: space, inner, rule, beta: betaOfModel(document) ?? 1 }
}

export function modelOfControl({ geometry, inner, rule }: Control): RunModel {
  const beta = 'beta' in rule ? rule.beta : 'gamma' in rule ? rule.gamma : rule.perplexity
  return { title: controlTitles[geometry], geometry, inner, rule: rule.kind, beta }
}

const controlTitles = { dot: 'Dot product', line: 'Real line' } as const

export function begunRun(number: number, model: RunModel, settings: TrainingSettings): SeenRun {
  const settingsFrom = [{ step: 0, settings }]
  return {
    number,
    model,
    settings: settingsFrom,
    losses: [],
    euclideanNorms: [],
    riemannianNorms: [],
    heldOut: [],
    end: undefined,
  }
}

/** What was known before `from`, then what is reported. Long lists grow in place: they are copied for nobody. */
export function withProgress<T extends SeenRun>(run: T, progress: TrainingProgress): T {
  const { from, step, loss, accuracy } = progress
  const joined = (known: readonly number[], more: Float64Array) => {
    const grown = known as number[]
    grown.length = Math.min(grown.length, from)
    for (const value of more) grown.push(value)
    return grown
  }
  return {
    ...run,
    losses: joined(run.losses, progress.losses),
    euclideanNorms: joined(run.euclideanNorms, progress.euclideanNorms),
    riemannianNorms: joined(run.riemannianNorms, progress.riemannianNorms),
    heldOut: [...run.heldOut.filter((one) => one.step < from), ...progress.heldOut],
    end: { step, loss, accuracy },
  }
}

/** The run with other settings from its present step on. */
export function withSettings(run: SeenRun, settings: TrainingSettings): SeenRun {
  const step = run.losses.length
  return { ...run, settings: [...run.settings.filter((one) => one.step < step), { step, settings }] }
}

/** The settings that steps were made with. */
export function settingsUsed(run: SeenRun): SeenRun['settings'] {
  const used = run.settings.filter(({ step }) => step < run.losses.length)
  return used.length > 0 ? used : run.settings.slice(0, 1)
}
