import { coordinateNames, methodNames } from '../document/optimiserNames'
import { settingsUsed, type RunModel, type SeenControl, type SeenRun } from '../store/runs'
import type { TrainingState } from '../store/training'
import type { CurveKind, CurvePicture, CurvePlace } from '../ui/drawLossCurve'
import { brief, figure } from './figures'

let last: { of: TrainingState; is: CurvePicture } | undefined

/** The controls, then the runs; the one that goes on is the last. */
export const runsOfCurve = ({ controls, runs }: TrainingState): readonly SeenRun[] => [...controls, ...runs]

export function curveOf(state: TrainingState): CurvePicture {
  if (last?.of === state) return last.is
  const { controls, runs, epsilon, shown } = state
  const picture = {
    runs: [
      ...controls.map(({ losses, heldOut, geometry }) => ({ kind: geometry, losses, heldOut })),
      ...runs.map(({ losses, heldOut }, n) => ({
        kind: n === runs.length - 1 ? ('now' as const) : ('earlier' as const),
        losses,
        heldOut,
      })),
    ],
    epsilon,
    shown,
  }
  last = { of: state, is: picture }
  return picture
}

/** "Run 2, step 312: loss 0.0123, held out 0.0150" */
export function curveWords(state: TrainingState, place: CurvePlace | undefined): string {
  const all = runsOfCurve(state)
  const run = all[place?.run ?? all.length - 1]
  if (!run) return 'Loss over the steps, on a logarithmic scale.'
  if (!place) return 'Training loss; held out dashed.'
  const { step } = place
  const heldOut = run.heldOut.findLast((one) => one.step <= step)
  const rest = heldOut ? `, held out ${figure(heldOut.loss)}` : ''
  return `${nameOf(run)}, step ${step}: loss ${figure(run.losses[step] ?? NaN)}${rest}`
}

const isControl = (run: SeenRun): run is SeenControl => 'geometry' in run

const nameOf = (run: SeenRun) => (isControl(run) ? controlName(run.geometry) : `Run ${run.number}`)

const controlName = (geometry: SeenControl['geometry']) => (geometry === 'dot' ? 'Dot product' : 'Real line')

/** What a curve is of, as the legend has it: "Run 2: Adam in the metric, η 0.05". */
export interface LegendLine {
  readonly kind: CurveKind
  readonly text: string
}

export function legendOf(state: TrainingState): readonly LegendLine[] {
  const { runs } = curveOf(state)
  return runsOfCurve(state).map((run, n) => ({ kind: runs[n]!.kind, text: runLabel(run) }))
}

export function runLabel(run: SeenRun): string {
  const { inner } = run.model
  const used = settingsUsed(run)
  const { settings } = used.at(-1)!
  const changed = used.length > 1 ? ', changed on the way' : ''
  const of = isControl(run) ? `, h = ${inner}, β learned` : ''
  return `${nameOf(run)}${of}: ${methodWords(settings, run.model.geometry)}${changed}`
}

/** "Adam in the metric, η 0.05": the plane has other coordinates to step in, the line has not. */
export function methodWords(settings: TrainingState['settings'], geometry: RunModel['geometry']): string {
  const { method, stepsIn, learningRate, weightDecay } = settings
  const where = geometry === 'halfPlane' ? ` in ${coordinateNames[stepsIn]}` : ''
  const decay = weightDecay > 0 ? `, λ ${brief(weightDecay)}` : ''
  return `${methodNames[method]}${where}, η ${brief(learningRate)}${decay}`
}

/** "Dot product, h = 2: accuracy on held-out data 0.907, loss 0.170, after 1500 steps." */
export function controlWords(run: SeenControl): string {
  const { model, progress, ending, steps } = run
  const name = `${controlName(run.geometry)}, h = ${model.inner}`
  if (ending !== undefined && !progress?.hasEnded) return `${name}: ${ending}.`
  if (!progress) return `${name}: starting.`
  const reading = `accuracy on held-out data ${progress.accuracy.heldOut.toFixed(3)}, training loss ${figure(progress.loss.train)}`
  return ending === undefined
    ? `${name}: step ${progress.step} of ${steps}, ${reading}.`
    : `${name}, as many numbers in the tables, the same seed and sequences: ${reading}, ${ending}.`
}
