import { checkReal } from './entry'
import { experimentPlans } from './experimentPlans'
import { experimentText, readExperimentText } from './experiments'
import { linkView } from './linkDefaults1'
import { readNumbers } from './linkText'
import { formatNumber } from './number'
import { isProblem, problem, quoted, type Problem } from './problem'
import type { Report } from './report'
import {
  isPattern,
  maxMagnification,
  minElevation,
  minMagnification,
  modelNames,
  type ModelName,
  type Pattern,
  type Projection,
  type View,
} from './view'

/** The view in a link: what is not as at the start, and back. */

/** In the order of the link; `view` is centre and height. */
export const viewKeys = [
  ...(['view', 'slice', 'tilt', 'model', 'beside'] as const),
  ...(['pattern', 'flow', 'turn', 'magnification', 'projection', 'experiment'] as const),
]

type Key = (typeof viewKeys)[number]

const flag = (on: boolean) => (on ? '1' : '0')

function textOf(key: Key, view: View): string {
  switch (key) {
    case 'view':
      return view.fit ? '' : `${formatNumber(view.centre)},${formatNumber(view.height)}`
    case 'slice':
    case 'tilt':
    case 'flow':
      return flag(view[key])
    case 'turn':
      return view.turn.map(formatNumber).join(',')
    case 'magnification':
      return formatNumber(view.magnification)
    case 'projection':
      return projectionText(view.projection)
    case 'experiment':
      return experimentText(view.experiment, experimentPlans)
    default:
      return view[key]
  }
}

export function viewParts(view: View): [key: string, text: string][] {
  return viewKeys
    .map((key): [Key, string] => [key, textOf(key, view)])
    .filter(([key, text]) => text !== textOf(key, linkView))
}

/** The view of a link; what is refused is reported, and the default stands in for it. */
export function readView(texts: ReadonlyMap<string, string>, report: Report): View {
  let view = linkView
  for (const key of viewKeys) {
    const text = texts.get(key)
    if (text === undefined) continue
    const read = changeOf(key, text)
    if (isProblem(read)) report.add(key, read.problem)
    else view = { ...view, ...read }
  }
  return view
}

function changeOf(key: Key, text: string): Partial<View> | Problem {
  switch (key) {
    case 'view':
      return readWindow(text)
    case 'slice':
    case 'tilt':
    case 'flow':
      return text === '0' || text === '1'
        ? { [key]: text === '1' }
        : problem(`must be 0 or 1, got ${quoted(text)}`)
    case 'model':
      return isModel(text) ? { model: text } : unknownModel(text)
    case 'beside':
      return isModel(text) || text === 'none' ? { beside: text } : unknownModel(text, ' or none')
    case 'pattern':
      return isPattern(text) ? { pattern: text } : unknownPattern(text)
    case 'turn':
      return readTurn(text)
    case 'magnification':
      return readMagnification(text)
    case 'projection':
      return readProjection(text)
    case 'experiment': {
      const experiment = readExperimentText(text, experimentPlans)
      return experiment !== null && isProblem(experiment) ? experiment : { experiment }
    }
  }
}

const isModel = (text: string): text is ModelName => (modelNames as readonly string[]).includes(text)

const unknownModel = (text: string, more = '') =>
  problem(`must be ${modelNames.join(', ')}${more}, got ${quoted(text)}`)

const patterns: readonly Pattern[] = ['none', 'polar', 'horocyclic', 'modular']

const unknownPattern = (text: string) =>
  problem(
    `must be ${patterns.join(', ')} or p,q from 3 to 12 with 1/p + 1/q < 1/2 as in 7,3, got ${quoted(text)}`,
  )

function readWindow(text: string): Partial<View> | Problem {
  const values = readNumbers(text, 2, 'centre,height')
  if (isProblem(values)) return values
  const [centre, height] = values as [number, number]
  const reason = checkReal(centre) ?? checkReal(height)
  if (reason) return reason
  return height > 0 ? { fit: false, centre, height } : problem(`the height must be > 0, got ${height}`)
}

function readTurn(text: string): Partial<View> | Problem {
  const values = readNumbers(text, 2, 'azimuth,elevation')
  if (isProblem(values)) return values
  const [azimuth, elevation] = values as [number, number]
  const isAbove = elevation >= minElevation && elevation <= Math.PI / 2
  return isAbove
    ? { turn: [azimuth, elevation] }
    : problem(`the elevation must be in [${minElevation}, π/2], got ${elevation}`)
}

/** entry, sliders, or the frame and the seed of a random plane: intrinsic,7. */
function projectionText(projection: Projection): string {
  return projection.kind === 'random' ? `${projection.frame},${projection.seed}` : projection.kind
}

function readProjection(text: string): Partial<View> | Problem {
  if (text === 'entry' || text === 'sliders') return { projection: { kind: text } }
  const [, frame, seed] = /^(intrinsic|coordinates),(\d{1,9})$/.exec(text) ?? []
  if (frame !== 'intrinsic' && frame !== 'coordinates') {
    return problem(`must be entry, sliders, intrinsic,seed or coordinates,seed, got ${quoted(text)}`)
  }
  return { projection: { kind: 'random', frame, seed: Number(seed) } }
}

function readMagnification(text: string): Partial<View> | Problem {
  const values = readNumbers(text, 1, 'one number')
  if (isProblem(values)) return values
  const magnification = values[0]!
  return magnification >= minMagnification && magnification <= maxMagnification
    ? { magnification }
    : problem(`must be in [${minMagnification}, ${maxMagnification}], got ${magnification}`)
}
