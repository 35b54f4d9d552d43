import { checkReal } from './entry'
import { experimentPlans } from './experimentPlans'
import { checkInput, withInput, type ChosenExperiment } from './experiments'
import { hasFields, readCount } from './fieldsJson'
import { described, field, isFields, type Report } from './report'
import {
  defaultView,
  isPattern,
  maxMagnification,
  minElevation,
  minMagnification,
  modelNames,
  type Projection,
  type View,
} from './view'

/** Largest seed of a random plane: nine digits, as in links. */
const maxPlaneSeed = 999_999_999

const models: readonly unknown[] = modelNames

type Readers = {
  readonly [Name in keyof View]: (value: unknown, path: string, report: Report) => View[Name] | undefined
}

const readers: Readers = {
  fit: readFlag,
  centre: (value, path, report) => readWithin(value, path, [-Infinity, Infinity], report),
  height: (value, path, report) =>
    typeof value === 'number' && !(value > 0)
      ? report.add(path, `must be > 0, got ${value}`)
      : readWithin(value, path, [0, Infinity], report),
  slice: readFlag,
  tilt: readFlag,
  model: (value, path, report) =>
    models.includes(value)
      ? (value as View['model'])
      : report.add(path, `must be ${modelNames.join(', ')}, got ${said(value)}`),
  beside: (value, path, report) =>
    models.includes(value) || value === 'none'
      ? (value as View['beside'])
      : report.add(path, `must be ${modelNames.join(', ')} or none, got ${said(value)}`),
  pattern: (value, path, report) =>
    typeof value === 'string' && isPattern(value)
      ? value
      : report.add(path, `must be none, polar, horocyclic, modular or "p,q" as in "7,3", got ${said(value)}`),
  flow: readFlag,
  turn: readTurn,
  magnification: (value, path, report) =>
    readWithin(value, path, [minMagnification, maxMagnification], report),
  projection: readProjection,
  experiment: readExperiment,
}

/** The view of a file, each field of it optional; what is refused is reported, and the default stands in for it. */
export function readViewJson(value: unknown, report: Report): View {
  const names = Object.keys(readers) as (keyof View)[]
  if (!hasFields(value, 'view', names, report)) return defaultView
  let view = defaultView
  for (const name of names) {
    const given = field(value, name)
    const read = given === undefined ? undefined : readers[name](given, `view.${name}`, report)
    if (read !== undefined) view = { ...view, [name]: read }
  }
  return view
}

const said = (value: unknown) => (typeof value === 'string' ? `"${value.slice(0, 24)}"` : described(value))

function readFlag(value: unknown, path: string, report: Report): boolean | undefined {
  return typeof value === 'boolean' ? value : report.add(path, `must be true or false, got ${said(value)}`)
}

function readWithin(
  value: unknown,
  path: string,
  [least, most]: readonly [number, number],
  report: Report,
): number | undefined {
  const reason =
    typeof value === 'number' ? checkReal(value)?.problem : `must be a number, got ${said(value)}`
  if (reason !== undefined) return report.add(path, reason)
  const number = value as number
  if (number >= least && number <= most) return number + 0
  return report.add(path, `must be in [${least}, ${most}], got ${number}`)
}

function readTurn(value: unknown, path: string, report: Report): View['turn'] | undefined {
  if (!Array.isArray(value) || value.length !== 2)
    return report.add(path, `must be [azimuth, elevation], got ${said(value)}`)
  const azimuth = readWithin(value[0], `${path}[0]`, [-Infinity, Infinity], report)
  const elevation = readWithin(value[1], `${path}[1]`, [minElevation, Math.PI / 2], report)
  return azimuth === undefined || elevation === undefined ? undefined : [azimuth, elevation]
}

function readProjection(value: unknown, path: string, report: Report): Projection | undefined {
  if (!isFields(value)) return report.add(path, `must be {kind, …}, got ${said(value)}`)
  const kind = field(value, 'kind')
  if (kind === 'entry' || kind === 'sliders')
    return hasFields(value, path, ['kind'], report) ? { kind } : undefined
  if (kind !== 'random')
    return report.add(`${path}.kind`, `must be entry, sliders or random, got ${said(kind)}`)
  if (!hasFields(value, path, ['kind', 'frame', 'seed'], report)) return undefined
  const frame = field(value, 'frame')
  if (frame !== 'intrinsic' && frame !== 'coordinates')
    return report.add(`${path}.frame`, `must be intrinsic or coordinates, got ${said(frame)}`)
  const seed = readCount(field(value, 'seed'), `${path}.seed`, [0, maxPlaneSeed], report)
  return seed === undefined ? undefined : { kind, frame, seed }
}

function readExperiment(value: unknown, path: string, report: Report): ChosenExperiment | null | undefined {
  if (value === null) return null
  if (!hasFields(value, path, ['name', 'inputs'], report, ' or null')) return undefined
  const name = field(value, 'name')
  const plan = experimentPlans.find((one) => one.name === name)
  if (plan === undefined) return report.add(`${path}.name`, `there is no experiment called ${said(name)}`)
  const inputs = field(value, 'inputs')
  if (
    !hasFields(
      inputs,
      `${path}.inputs`,
      plan.inputs.map((input) => `${input.name}?`),
      report,
    )
  )
    return undefined
  let chosen: ChosenExperiment = { name: plan.name, inputs: {} }
  for (const input of plan.inputs) {
    const set = field(inputs, input.name)
    if (set === undefined) continue
    if (typeof set !== 'number' && typeof set !== 'string')
      return report.add(`${path}.inputs.${input.name}`, `must be a number or text, got ${described(set)}`)
    const refused = checkInput(input, set)
    if (refused) return report.add(`${path}.inputs.${input.name}`, refused.problem)
    chosen = withInput(chosen, input, set)
  }
  return chosen
}
