import { withInputs } from './classifierJson'
import { sizeOf, type Document, type SpaceName } from './document'
import { elementAt, isIwasawa } from './element'
import {
  readEachText,
  readFactorText,
  readNumbers,
  readPlace,
  readReflectedText,
  readTargetText,
} from './linkText'
import { readClassifierText, readHeadText } from './linkModel'
import { readView, viewKeys } from './linkView'
import { presetNamed } from './presets'
import { isProblem, problem, quoted, type Problem } from './problem'
import { Report } from './report'
import type { View } from './view'

/** The version of link that this program writes; it reads no other one. */
export const linkVersion = 0

const keys = new Set([
  ...['v', 'preset', 'space', 'a', 'b', 'g', 'x', 't', 'theta', 'alpha', 'each'],
  ...[
    'reflected',
    'word',
    'time',
    'move',
    'cell',
    'free',
    'target',
    'head',
    'classifier',
    'title',
    ...viewKeys,
  ],
])

/** The fields of a link as documentFromJson takes them, and the document whose fields they replace. */
export interface LinkFields {
  readonly start: Document
  readonly fields: Readonly<Record<string, unknown>>
  readonly view: View
}

export function readLink(
  link: string,
  startOf: (space: SpaceName) => Document,
): LinkFields | { rejected: string[] } {
  const report = new Report()
  const texts = readKeys(link, report)
  const version = checkVersion(texts.get('v'))
  if (version) return { rejected: [`v: ${version.problem}`] }
  const start = readStart(texts, startOf, report)
  const read = new FieldReader(texts, start, report).all()
  return report.isEmpty ? { start, ...read } : { rejected: report.rejected() }
}

function readKeys(link: string, report: Report): Map<string, string> {
  const texts = new Map<string, string>()
  for (const part of link.split('&')) {
    const cut = part.indexOf('=')
    const key = cut < 0 ? part : part.slice(0, cut)
    if (cut < 0 || !keys.has(key)) report.add(quoted(key), 'is not a field of a link')
    else if (texts.has(key)) report.add(key, 'is given twice')
    else texts.set(key, unescaped(part.slice(cut + 1), key, report))
  }
  return texts
}

function unescaped(text: string, key: string, report: Report): string {
  try {
    return decodeURIComponent(text)
  } catch {
    report.add(key, `${quoted(text)} has a broken % escape`)
    return ''
  }
}

/** Comes before every other refusal: what a newer program writes is not an error of the link. */
function checkVersion(text: string | undefined): Problem | undefined {
  if (text === String(linkVersion)) return undefined
  if (text === undefined) return problem('is missing: this is not a link of Moduli, or only a part of one')
  if (!/^\d{1,6}$/.test(text)) return problem(`must be ${linkVersion}, got ${quoted(text)}`)
  return problem(`the link has version ${Number(text)}: a newer Moduli than this one wrote it`)
}

function readStart(
  texts: Map<string, string>,
  startOf: (space: SpaceName) => Document,
  report: Report,
): Document {
  const space = texts.get('space')
  if (space !== undefined && space !== 'line' && space !== 'halfPlane') {
    report.add('space', `must be line or halfPlane, got ${quoted(space)}`)
    return startOf('halfPlane')
  }
  const name = texts.get('preset')
  if (name === undefined) return startOf(space ?? 'halfPlane')
  const preset = presetNamed(name)
  if (preset === undefined) report.add('preset', `there is none called ${quoted(name)}`)
  else if (space !== undefined && space !== preset.document.space) {
    report.add('space', `is ${space}, but the preset ${name} is not`)
  }
  return preset?.document ?? startOf(space ?? 'halfPlane')
}

class FieldReader {
  private readonly texts: Map<string, string>
  private readonly start: Document
  private readonly report: Report
  private fields: Record<string, unknown> = {}

  constructor(texts: Map<string, string>, start: Document, report: Report) {
    this.texts = texts
    this.start = start
    this.report = report
  }

  all(): { fields: Record<string, unknown>; view: View } {
    const { space } = this.start
    this.take('a', 'a', (text) => readFactorText(text, space))
    this.take('b', 'b', (text) => readFactorText(text, space))
    this.take('classifier', 'classifier', readClassifierText)
    this.fields = withInputs(this.fields, space, this.report)
    this.takeElement()
    this.take('reflected', 'reflected', readReflectedText)
    this.take('word', 'word', readEachText)
    this.take('time', 'time', (text) => only(readNumbers(text, 1, 'one number')))
    this.take('move', 'move', (text) => text)
    this.takePlaces()
    this.take('target', 'target', readTargetText)
    this.take('head', 'head', readHeadText)
    this.take('title', 'title', (text) => text)
    return { fields: this.fields, view: readView(this.texts, this.report) }
  }

  private take<T>(key: string, name: string, read: (text: string) => T | Problem): T | undefined {
    const text = this.texts.get(key)
    if (text === undefined) return undefined
    const value = read(text)
    if (isProblem(value)) return this.report.add(key, value.problem)
    this.fields[name] = value
    return value
  }

  private takeElement(): void {
    const ways = [['g'], ['x', 't', 'theta'], ['alpha'], ['each']]
    const used = ways.flatMap((way) => way.filter((key) => this.texts.has(key)).slice(0, 1))
    if (used.length > 1) {
      this.report.add(used[1]!, `is given together with ${used[0]}: they are two ways to give the element`)
      return
    }
    this.take('g', 'element', (text) => readNumbers(text, 4, 'the four numbers a,b,c,d'))
    this.take('alpha', 'element', (text) => only(readNumbers(text, 1, 'one number')))
    this.take('each', 'element', readEachText)
    const from = elementAt(this.start, 0)
    const held: Record<string, unknown> = isIwasawa(from) ? { ...from } : { x: 0, t: 0, theta: 0 }
    const given = ['x', 't', 'theta'].filter((key) => this.texts.has(key))
    for (const key of given) {
      const value = only(readNumbers(this.texts.get(key)!, 1, 'one number'))
      if (isProblem(value)) this.report.add(key, value.problem)
      else held[key] = value
    }
    if (given.length > 0) this.fields['element'] = held
  }

  private takePlaces(): void {
    const { rows, inner, columns } = this.size()
    const cell = this.texts.get('cell')
    if (cell !== undefined) {
      const place = readPlace(cell, rows, columns)
      if (place) this.fields['selection'] = place
      else this.report.add('cell', `must be row,column within ${rows},${columns}, got ${quoted(cell)}`)
    }
    const free = this.texts.get('free')
    if (free === undefined) return
    const factor = free.slice(0, 2) === 'a,' ? 'a' : 'b'
    const [height, width] = factor === 'a' ? [rows, inner] : [inner, columns]
    const place = /^[ab],/.test(free) ? readPlace(free.slice(2), height, width) : undefined
    if (place) this.fields['free'] = { factor, row: place[0], column: place[1] }
    else
      this.report.add('free', `must be a,row,column or b,row,column inside the factor, got ${quoted(free)}`)
  }

  private size(): ReturnType<typeof sizeOf> {
    return sizeOf({ ...this.start, ...(this.fields as Partial<Document>) })
  }
}

function only(values: number[] | Problem): number | Problem {
  return isProblem(values) ? values : values[0]!
}
