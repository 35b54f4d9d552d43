import { attacks } from './attacks'
import { booth } from './booth'
import { newData } from './newData'
import { pass } from './pass'
import type { Experiment } from './record'
import { teleport } from './teleport'

/** What each experiment of `document/experimentPlans` does, by its name; the inputs are those of its plan. */
export const experiments: Readonly<Record<string, Experiment<never>>> = {
  pass,
  teleport,
  booth,
  newData,
  attacks,
}
