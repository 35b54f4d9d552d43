import { readReflected, readTime } from './actingJson'
import {
  maxFileSize,
  maxInputs,
  maxTitleLength,
  sizeOf,
  type Document,
  type Entry,
  type Factor,
  type SpaceName,
} from './document'
import { elementList, identityElement, isIwasawa } from './element'
import { elementJson, readElements, readWord, type ElementJson } from './elementJson'
import { checkEntry } from './entry'
import { fit } from './fit'
import { checkClassifier, readClassifier, withInputs } from './classifierJson'
import { readHead } from './headJson'
import { readFree, readSelection, readTarget } from './indicesJson'
import { described, field, isEqualJson, isFields, Report } from './report'
import { checkTelling } from './telling'
import type { Element, Iwasawa } from './document'

/** The document as scripts and files see it. */
export interface DocumentJson extends Omit<Document, 'element'> {
  readonly element: ElementJson | readonly ElementJson[]
  /** The coordinates of an element that is held as such; null for those of a list that are not. */
  readonly coordinates?: Iwasawa | readonly (Iwasawa | null)[]
}

/** In the order of a file. */
export const documentFields = [
  'version',
  'title',
  'space',
  'a',
  'b',
  'element',
  'coordinates',
  'reflected',
  'word',
  'time',
  'move',
  'selection',
  'free',
  'target',
  'head',
  'classifier',
]

export function documentToJson(document: Document): DocumentJson {
  const list = elementList(document)
  const { element, ...rest } = structuredClone(document)
  if (list === undefined) {
    const one = element as Element
    const json = { ...rest, element: elementJson(one) }
    return isIwasawa(one) ? { ...json, coordinates: one } : json
  }
  const json = { ...rest, element: list.map(elementJson) }
  const coordinates = list.map((one) => (isIwasawa(one) ? { ...one } : null))
  return coordinates.some((one) => one !== null) ? { ...json, coordinates } : json
}

/**
 * `base` with the fields of a plain JSON value in place of its own. All or nothing: whatever is refused is
 * named with its path and the reason, and then there is no document. What is not given is made to fit, see `fit`.
 */
export function documentFromJson(
  given: unknown,
  base: Document,
): { document: Document } | { rejected: string[] } {
  if (!isFields(given)) return { rejected: [`document: must be an object, got ${described(given)}`] }
  const report = new Report()
  const value = withOwnInputs(given, base, report)
  for (const key of Object.keys(value)) {
    if (!documentFields.includes(key)) report.add(key.slice(0, 40), 'is not a field of a document')
  }
  const version = field(value, 'version')
  if (version !== undefined && version !== 1) {
    report.add('version', `this program reads version 1, got ${described(version)}`)
  }
  const title = readTitle(field(value, 'title', base.title), report)
  const move = field(value, 'move', base.move)
  if (move !== 'both' && move !== 'a' && move !== 'b') {
    return refused(report, 'move', `must be "both", "a" or "b", got ${described(move)}`)
  }
  const factors = readFactors(value, base, report)
  if (factors === undefined || !report.isEmpty) return { rejected: report.rejected() }
  const isSameSpace = factors.space === base.space
  const isometry = isSameSpace ? {} : { element: identityElement(factors.space), reflected: false, time: 1 }
  const draft = fit({ ...base, title, move, ...isometry, ...factors })
  const document = readRest(value, draft, report)
  const beyond = report.isEmpty && !isSameMove(document, base) ? checkTelling(document) : undefined
  if (beyond) report.add('element', beyond.problem)
  return report.isEmpty ? { document } : { rejected: report.rejected() }
}

/** What acts, and on what: then float64 tells as much of the one as of the other. */
const isSameMove = (one: Document, other: Document) =>
  (['a', 'b', 'element', 'reflected', 'time'] as const).every((name) => one[name] === other[name])

/** The inputs of a classifier follow from its data, unless they are given or are those that the document has already. */
function withOwnInputs(
  given: Record<string, unknown>,
  base: Document,
  report: Report,
): Record<string, unknown> {
  const space = field(given, 'space', base.space)
  const classifier = field(given, 'classifier')
  if (!isFields(classifier) || (space !== 'line' && space !== 'halfPlane')) return given
  const isSame =
    base.classifier !== null &&
    space === base.space &&
    isEqualJson(field(classifier, 'data'), base.classifier.data)
  return isSame
    ? { ...given, classifier: { ...classifier, data: base.classifier.data } }
    : withInputs(given, space, report)
}

function refused(report: Report, path: string, sentence: string): { rejected: string[] } {
  report.add(path, sentence)
  return { rejected: report.rejected() }
}

function readTitle(value: unknown, report: Report): string {
  if (typeof value !== 'string') report.add('title', `must be text, got ${described(value)}`)
  else if (value.length > maxTitleLength)
    report.add('title', `must not be longer than ${maxTitleLength} characters`)
  else if (/[\p{Cc}\p{Cs}]/u.test(value)) report.add('title', 'must be one line of ordinary characters')
  else return value
  return ''
}

function readFactors(
  value: Record<string, unknown>,
  base: Document,
  report: Report,
): Pick<Document, 'space' | 'a' | 'b'> | undefined {
  const space = field(value, 'space', base.space)
  if (space !== 'line' && space !== 'halfPlane') {
    return report.add('space', `must be "line" or "halfPlane", got ${described(space)}`)
  }
  const [givenA, givenB] = [field(value, 'a'), field(value, 'b')]
  if (space !== base.space && (givenA === undefined || givenB === undefined)) {
    return report.add('space', 'the entries belong to the other space: give a and b as well')
  }
  const hasInputs = Boolean(field(value, 'classifier', base.classifier))
  const a =
    givenA === undefined
      ? base.a
      : readFactor(givenA, 'a', space, report, hasInputs ? maxInputs : maxFileSize)
  const b = givenB === undefined ? base.b : readFactor(givenB, 'b', space, report)
  if (a === undefined || b === undefined) return undefined
  if (a[0]!.length !== b.length) {
    const of = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
    return report.add(
      'a',
      `has ${of(a[0]!.length, 'column')}, b has ${of(b.length, 'row')}: they must be equal`,
    )
  }
  return { space, a, b }
}

function readFactor(
  value: unknown,
  name: string,
  space: SpaceName,
  report: Report,
  mostRows = maxFileSize,
): Factor | undefined {
  const range = `1 to ${maxFileSize}`
  if (!Array.isArray(value)) return report.add(name, `must be a list of rows, got ${described(value)}`)
  if (value.length < 1 || value.length > mostRows) {
    return report.add(name, `must have 1 to ${mostRows} rows, got ${value.length}`)
  }
  const rows: Entry[][] = []
  for (const [k, row] of (value as unknown[]).entries()) {
    const path = `${name}[${k}]`
    if (!Array.isArray(row)) return report.add(path, `must be a list of entries, got ${described(row)}`)
    if (row.length < 1 || row.length > maxFileSize) {
      return report.add(path, `must have ${range} entries, got ${row.length}`)
    }
    const wanted = rows[0]?.length ?? row.length
    if (row.length !== wanted) return report.add(path, `has ${row.length} entries, row 0 has ${wanted}`)
    rows.push(readRow(row, path, space, report))
  }
  return report.isEmpty ? rows : undefined
}

function readRow(row: readonly unknown[], path: string, space: SpaceName, report: Report): Entry[] {
  const entries: Entry[] = []
  for (const [i, value] of row.entries()) {
    const entry = entryFrom(value)
    const reason = entry === undefined ? undefined : checkEntry(entry, space)
    const kind = space === 'line' ? 'a number' : 'a point [x, y] with y > 0'
    if (entry === undefined) report.add(`${path}[${i}]`, `must be ${kind}, got ${described(value)}`)
    else if (reason) report.add(`${path}[${i}]`, reason.problem)
    else entries.push(entry)
  }
  return entries
}

function entryFrom(value: unknown): Entry | undefined {
  if (typeof value === 'number') return value + 0
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [x, y] = value as unknown[]
  return typeof x === 'number' && typeof y === 'number' ? [x + 0, y + 0] : undefined
}

function readRest(value: Record<string, unknown>, draft: Document, report: Report): Document {
  const size = sizeOf(draft)
  const of = (name: string) => field(value, name)
  const isElementGiven = of('element') !== undefined || of('coordinates') !== undefined
  const element = isElementGiven
    ? readElements(of('element'), of('coordinates'), draft.space, size.inner, report)
    : draft.element
  const rest = {
    selection: given('selection', draft.selection, (it) => readSelection(it, size, report)),
    free: given('free', draft.free, (it) => readFree(it, size, report)),
    target: given('target', draft.target, (it) => readTarget(it, size, report)),
    word: given('word', draft.word, (it) => readWord(it, draft.space, report)),
    head: given('head', draft.head, (it) => readHead(it, draft, report)),
    classifier: given('classifier', draft.classifier, (it) => readClassifier(it, report)),
  }
  if (of('classifier') !== undefined && rest.classifier) checkClassifier(rest.classifier, draft, report)
  if (of('classifier') && of('head'))
    report.add('classifier', 'is given together with a head: a document has one of them')
  if (of('classifier') && rest.classifier) rest.head = null
  else if (of('head') && rest.head) rest.classifier = null
  if (element === undefined) return draft
  const acting = { ...draft, element }
  const reflected = given('reflected', draft.reflected, (it) => readReflected(it, acting, report))
  const fitted = fit({ ...acting, reflected })
  const time = given('time', draft.time, (it) => readTime(it, fitted, report))
  if (rest.word.length > 0 && of('word') !== undefined && elementList(acting)) {
    report.add('word', 'must be empty where each inner index has its own element')
  }
  const whole = fit({ ...acting, ...rest, reflected, time })
  if (whole.a.length > maxFileSize && whole.classifier === null)
    report.add('a', `has ${whole.a.length} rows; without a classifier at most ${maxFileSize}`)
  return report.isEmpty ? whole : draft

  function given<T>(name: string, otherwise: T, read: (value: unknown) => T | undefined): T {
    const value = of(name) === undefined ? undefined : read(of(name))
    return value === undefined ? otherwise : value
  }
}
