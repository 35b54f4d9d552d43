import { pointsOf, shapeOf } from './classifierOf'
import {
  maxClasses,
  maxClassName,
  maxDataColumns,
  maxHeldOut,
  maxInputs,
  sizeOf,
  type Document,
  type LabelledRows,
  type LabelledSource,
  type PrototypeClassifier,
  type SpaceName,
} from './document'
import { hasFields, readCount } from './fieldsJson'
import { readBeta } from './headJson'
import { maxSeed } from './indicesJson'
import { inputsAsFactor } from './labelledData'
import { described, field, isFields, type Fields, type Report } from './report'

const counts = { train: [2, maxInputs], heldOut: [2, maxHeldOut], seed: [0, maxSeed - 1000] } as const

/** A classifier as scripts and files give it; `undefined` when it is refused, with the reasons in the report. */
export function readClassifier(value: unknown, report: Report): PrototypeClassifier | null | undefined {
  if (value === null) return null
  if (!hasFields(value, 'classifier', ['data', 'rule', 'beta'], report, ' or null')) return undefined
  const rule = field(value, 'rule')
  if (rule !== 'fixed' && rule !== 'learned') {
    return report.add('classifier.rule', `must be "fixed" or "learned", got ${described(rule)}`)
  }
  const beta = readBeta(field(value, 'beta'), 'classifier.beta', 0, report)
  const data = readSource(field(value, 'data'), report)
  return beta === undefined || data === undefined ? undefined : { data, rule, beta }
}

/** Fields in which a classifier stands without the factor A, with A made of its training inputs. */
export function withInputs(
  fields: Record<string, unknown>,
  space: SpaceName,
  report: Report,
): Record<string, unknown> {
  const given = field(fields, 'classifier')
  if (!given || field(fields, 'a') !== undefined) return fields
  const classifier = readClassifier(given, report)
  const a = classifier && inputFactor(classifier.data, space, report)
  return a ? { ...fields, a } : fields
}

/** The training inputs as a factor. */
function inputFactor(source: LabelledSource, space: SpaceName, report: Report): Document['a'] | undefined {
  try {
    return inputsAsFactor(source, space)
  } catch (error) {
    if (error instanceof RangeError) return report.add('classifier.data', error.message)
    throw error
  }
}

/** Reports where the factors are not inputs and prototypes of the classifier. */
export function checkClassifier({ data }: PrototypeClassifier, document: Document, report: Report): void {
  const { rows, inner, columns } = sizeOf(document)
  const shape = shapeOf(data)
  const points = pointsOf(shape.columns, document.space)
  if (rows !== shape.rows || inner !== points) {
    report.add('classifier', `its inputs are ${shape.rows} rows of ${points}, a has ${rows} rows of ${inner}`)
  } else if (columns < shape.classes || columns % shape.classes !== 0) {
    report.add(
      'classifier',
      `has ${shape.classes} classes; b needs as many columns, or twice as many and so on, not ${columns}`,
    )
  }
}

function readSource(value: unknown, report: Report): LabelledSource | undefined {
  const path = 'classifier.data'
  if (!isFields(value)) return report.add(path, `must be {kind, …}, got ${described(value)}`)
  const of = (name: keyof typeof counts) =>
    readCount(field(value, name), `${path}.${name}`, counts[name], report)
  const kind = field(value, 'kind')
  switch (kind) {
    case 'iris': {
      if (!hasFields(value, path, ['kind', 'seed'], report)) return undefined
      const seed = of('seed')
      return seed === undefined ? undefined : { kind, seed }
    }
    case 'spirals':
    case 'moons': {
      const turns = field(value, 'turns')
      const names = ['kind', 'train', 'heldOut', 'seed', ...(kind === 'spirals' ? ['turns'] : [])]
      if (!hasFields(value, path, names, report)) return undefined
      const [train, heldOut, seed] = [of('train'), of('heldOut'), of('seed')]
      if (kind === 'spirals' && !(typeof turns === 'number' && turns > 0 && turns <= 4))
        return report.add(`${path}.turns`, `must be greater than 0 and at most 4, got ${described(turns)}`)
      if (train === undefined || heldOut === undefined || seed === undefined) return undefined
      return kind === 'moons'
        ? { kind, train, heldOut, seed }
        : { kind, turns: (turns as number) + 0, train, heldOut, seed }
    }
    case 'own':
      return readOwn(value, path, report)
    default:
      return report.add(`${path}.kind`, 'must be "spirals", "moons", "iris" or "own"')
  }
}

function readOwn(value: Fields, path: string, report: Report): LabelledSource | undefined {
  if (!hasFields(value, path, ['kind', 'classes', 'train', 'heldOut'], report)) return undefined
  const classes = field(value, 'classes')
  const isNamed =
    Array.isArray(classes) &&
    classes.length >= 2 &&
    classes.length <= maxClasses &&
    classes.every((name) => typeof name === 'string' && name !== '' && name.length <= maxClassName) &&
    new Set(classes).size === classes.length &&
    !/[\p{Cc}\p{Cs}]/u.test(classes.join(''))
  if (!isNamed) {
    return report.add(
      `${path}.classes`,
      `must be 2 to ${maxClasses} different names of at most ${maxClassName} characters`,
    )
  }
  const names = [...(classes as string[])]
  const train = readRows(field(value, 'train'), `${path}.train`, names.length, counts.train, report)
  if (train === undefined) return undefined
  const missing = names.findIndex((_, label) => !train.labels.includes(label))
  if (missing >= 0) return report.add(`${path}.train`, `has no row of the class ${names[missing]}`)
  const heldOut = readRows(field(value, 'heldOut'), `${path}.heldOut`, names.length, [1, maxHeldOut], report)
  if (heldOut === undefined) return undefined
  if (heldOut.rows[0]!.length !== train.rows[0]!.length)
    return report.add(
      `${path}.heldOut`,
      `has ${heldOut.rows[0]!.length} columns, train ${train.rows[0]!.length}`,
    )
  return { kind: 'own', classes: names, train, heldOut }
}

function readRows(
  value: unknown,
  path: string,
  classes: number,
  [least, most]: readonly [number, number],
  report: Report,
): LabelledRows | undefined {
  if (!hasFields(value, path, ['rows', 'labels'], report)) return undefined
  const [rows, labels] = [field(value, 'rows'), field(value, 'labels')]
  if (!Array.isArray(rows) || rows.length < least || rows.length > most)
    return report.add(`${path}.rows`, `must be ${least} to ${most} rows, got ${described(rows)}`)
  const first: unknown = rows[0]
  const columns = Array.isArray(first) ? first.length : 0
  if (columns < 1 || columns > maxDataColumns)
    return report.add(`${path}.rows[0]`, `must have 1 to ${maxDataColumns} numbers, got ${described(first)}`)
  const isRow = (row: unknown) =>
    Array.isArray(row) && row.length === columns && row.every((one) => Number.isFinite(one))
  const bad = rows.findIndex((row) => !isRow(row))
  if (bad >= 0) return report.add(`${path}.rows[${bad}]`, `must be ${columns} finite numbers`)
  const isLabel = (label: unknown) =>
    Number.isInteger(label) && (label as number) >= 0 && (label as number) < classes
  if (!Array.isArray(labels) || labels.length !== rows.length || !labels.every(isLabel))
    return report.add(`${path}.labels`, `must be a class, 0 to ${classes - 1}, for each row`)
  return {
    rows: (rows as number[][]).map((row) => row.map((one) => one + 0)),
    labels: (labels as number[]).map((label) => label + 0),
  }
}
