import type { TrainingState } from '../store/training'
import { figure } from './figures'

const conservedOf = ({ progress }: TrainingState) => progress?.conserved

/** "Run 2, step 150" */
export const runWords = ({ progress }: TrainingState): string =>
  progress?.conserved ? `Run ${progress.run}, step ${progress.step}` : 'No run yet.'

/** Which law the steps of the run are under. */
export function lawWords(state: TrainingState, isLine: boolean, isByNorms: boolean): string {
  const conserved = conservedOf(state)
  if (!conserved) return ''
  if (isByNorms)
    return 'β from the norms of Q depends on where the points are, so no isometry keeps the loss: neither law holds.'
  const { kept, shortened } = conserved
  if (kept === 'neither')
    return 'Neither is kept: Adam, steps in the metric and weight decay all change the sums. Here is by how much.'
  if (isLine) return 'Kept: the loss does not change under translations, so the gradient adds up to 0.'
  if (kept === 'sum')
    return 'Σ Re z is kept. The law of Σ |z|² is one of plain gradient descent in x, y alone.'
  const but =
    shortened > 0
      ? ` ${shortened} ${shortened === 1 ? 'step of a point' : 'steps of points'} ended early near the boundary: Σ |z|² misses those.`
      : ''
  return `Both laws hold: translations and dilations keep the loss, so the gradient is orthogonal to them.${but}`
}

type Reading = (state: TrainingState) => string

const reading =
  (of: (one: NonNullable<ReturnType<typeof conservedOf>>['balances'][number]) => number) =>
  (i: number): Reading =>
  (state) => {
    const balance = conservedOf(state)?.balances[i]
    return balance ? figure(of(balance)) : '–'
  }

export const sumAtStart = reading(({ sumAtStart }) => sumAtStart)
export const sumNow = reading(({ sum }) => sum)
export const drift = reading(({ sum, sumAtStart }) => sum - sumAtStart)
export const growth = reading(({ growth }) => growth)
export const predicted = reading(({ predicted }) => predicted)
export const miss = reading(({ growth, predicted }) => growth - predicted)
