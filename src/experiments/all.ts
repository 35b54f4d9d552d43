import { barriers } from './barriers'
import { equivalents } from './equivalents'
import { minima } from './minima'
import { models } from './models'
import { attacks } from './attacks'
import { booth } from './booth'
import { newData } from './newData'
import { pass } from './pass'
import { spectra } from './spectra'
import { spike } from './spike'
import { treeSpectrum } from './treeSpectrum'
import { curvature } from './curvature'
import { basin } from './basin'
import { arithmetic } from './arithmetic'
import { beta } from './beta'
import { kernels } from './kernels'
import { scale } from './scale'
import { carried } from './carried'
import { oneSide } from './oneSide'
import type { Experiment } from './record'
import { teleport } from './teleport'

/** What each experiment of `document/experimentPlans` does, by its name; the inputs are those of its plan. */
export const experiments: Readonly<Record<string, Experiment<never>>> = {
  pass,
  equivalents,
  models,
  minima,
  barriers,
  spectra,
  spike,
  treeSpectrum,
  curvature,
  basin,
  arithmetic,
  beta,
  kernels,
  scale,
  carried,
  oneSide,
  teleport,
  booth,
  newData,
  attacks,
}
