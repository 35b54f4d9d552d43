/** How the learning rate changes over a run. */
export type Schedule =
  | { readonly kind: 'constant' }
  /** from 1 down to `floor` along half a cosine, in `steps` steps, and `floor` from then on */
  | { readonly kind: 'cosine'; readonly steps: number; readonly floor: number }

/** @throws RangeError with the reason, if a number of the schedule is of no use */
export function checkSchedule(schedule: Schedule): void {
  if (schedule.kind === 'constant') return
  const { steps, floor } = schedule
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new RangeError(`the schedule has ${steps} steps; it must be an integer of at least 1`)
  }
  if (!(floor >= 0 && floor <= 1)) {
    throw new RangeError(`the schedule ends at ${floor} of the learning rate; it must be between 0 and 1`)
  }
}

/** What the learning rates of the step after `count` steps are multiplied by. */
export function scaleAt(schedule: Schedule, count: number): number {
  if (schedule.kind === 'constant') return 1
  const { steps, floor } = schedule
  return floor + ((1 - floor) * (1 + Math.cos(Math.PI * Math.min(1, count / steps)))) / 2
}
