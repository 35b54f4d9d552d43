import { barriers } from './barriers'
import { equivalents } from './equivalents'
import { minima } from './minima'
import { models } from './models'
import { pass } from './pass'
import type { Experiment } from './record'

/** What each experiment of `document/experimentPlans` does, by its name; the inputs are those of its plan. */
export const experiments: Readonly<Record<string, Experiment<never>>> = {
  pass,
  equivalents,
  models,
  minima,
  barriers,
}
