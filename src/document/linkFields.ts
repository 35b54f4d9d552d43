import { withInputs } from './classifierJson'
import { maxFileSize, maxWord, sizeOf, type Document, type Size } from './document'
import { elementAt, isIwasawa } from './element'
import { readEachText, readNumbers, readPlace, readReflectedText, readTargetText } from './linkText'
import { linkStarts } from './linkDefaults1'
import { readClassifierText, readHeadText } from './linkModel'
import { unpack } from './linkPack'
import { readFactorText, type Unpack } from './linkRows'
import { randomFactors, randomSeeds } from './linkRandom1'
import { readView, viewKeys } from './linkView'
import { presetNamed } from './presets'
import { isProblem, problem, quoted, type Problem } from './problem'
import { Report } from './report'
import type { View } from './view'

/** What a link says, as documentFromJson takes it, and the document whose fields these replace. */
export interface LinkFields {
  readonly start: Document
  readonly fields: Readonly<Record<string, unknown>>
  readonly view: View
  /** Of the fields that could not be read; the others are here all the same. */
  readonly rejected: string[]
}

const keys0 = [
  ...['v', 'preset', 'space', 'a', 'b', 'g', 'x', 't', 'theta', 'alpha', 'each', 'reflected', 'word', 'time'],
  ...['move', 'cell', 'free', 'target', 'head', 'classifier', 'title', ...viewKeys],
]
/** Version 0 was never changed but for what it refuses; it is read for ever. */
const knownKeys = { 0: new Set(keys0), 1: new Set([...keys0, 'seed', 'size']) } as const

/**
 * The fields of a link of version 0 or 1. What is new in 1 is the packed form of numbers, random matrices by their
 * seed, and what `linkSeal.ts` adds to the link and has taken from it.
 */
export function readFields(link: string, version: 0 | 1): LinkFields {
  const report = new Report()
  const texts = readKeys(link, knownKeys[version], report)
  const start = readStart(texts, report)
  const read = new FieldReader(texts, start, report, version === 0 ? () => undefined : unpack).all()
  return { start, ...read, rejected: report.rejected() }
}

function readKeys(link: string, known: ReadonlySet<string>, report: Report): Map<string, string> {
  const texts = new Map<string, string>()
  for (const part of link.split('&')) {
    const cut = part.indexOf('=')
    const key = cut < 0 ? part : part.slice(0, cut)
    if (cut < 0 || !known.has(key)) report.add(quoted(key), 'is not a field of a link')
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

function readStart(texts: Map<string, string>, report: Report): Document {
  const space = texts.get('space')
  if (space !== undefined && space !== 'line' && space !== 'halfPlane') {
    report.add('space', `must be line or halfPlane, got ${quoted(space)}`)
    return linkStarts.halfPlane
  }
  const name = texts.get('preset')
  if (name === undefined) return linkStarts[space ?? 'halfPlane']
  const preset = presetNamed(name)
  if (preset === undefined) report.add('preset', `there is none called ${quoted(name)}`)
  else if (space !== undefined && space !== preset.document.space) {
    report.add('space', `is ${space}, but the preset ${name} is not`)
  }
  return preset?.document ?? linkStarts[space ?? 'halfPlane']
}

class FieldReader {
  private readonly texts: Map<string, string>
  private readonly start: Document
  private readonly report: Report
  private readonly unpack: Unpack
  private fields: Record<string, unknown> = {}

  constructor(texts: Map<string, string>, start: Document, report: Report, unpack: Unpack) {
    this.texts = texts
    this.start = start
    this.report = report
    this.unpack = unpack
  }

  all(): { fields: Record<string, unknown>; view: View } {
    const { space } = this.start
    const { unpack } = this
    this.take('a', 'a', (text) => readFactorText(text, space, unpack))
    this.take('b', 'b', (text) => readFactorText(text, space, unpack))
    this.takeRandom()
    this.take('classifier', 'classifier', (text) => readClassifierText(text, unpack))
    this.fields = withInputs(this.fields, space, this.report)
    this.takeElement()
    this.take('reflected', 'reflected', readReflectedText)
    this.take('word', 'word', (text) => readEachText(text, unpack, maxWord))
    this.take('time', 'time', (text) => only(readNumbers(text, 1, 'one number')))
    this.take('move', 'move', (text) => text)
    this.takePlaces()
    this.take('target', 'target', (text) => readTargetText(text, unpack))
    this.take('head', 'head', (text) => readHeadText(text, unpack))
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

  private takeRandom(): void {
    const [seed, size] = [this.texts.get('seed'), this.texts.get('size')]
    if (seed === undefined && size === undefined) return
    const other = ['preset', 'a', 'b', 'classifier'].find((key) => this.texts.has(key))
    const sizes = readRandomSize(size ?? '')
    if (other)
      this.report.add('seed', `is given together with ${other}: they are two ways to give the matrices`)
    else if (isProblem(sizes)) this.report.add('size', sizes.problem)
    else if (!/^\d{1,4}$/.test(seed ?? ''))
      this.report.add('seed', `must be a whole number, 0 to ${randomSeeds - 1}, got ${quoted(seed ?? '')}`)
    else Object.assign(this.fields, randomFactors(this.start.space, sizes, Number(seed)))
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
    this.take('each', 'element', (text) => readEachText(text, this.unpack, maxFileSize))
    const from = elementAt(this.start, 0)
    let held = isIwasawa(from) ? { ...from } : { x: 0, t: 0, theta: 0 }
    const given = ['x', 't', 'theta'].filter((key) => this.texts.has(key))
    for (const key of given) {
      const value = only(readNumbers(this.texts.get(key)!, 1, 'one number'))
      if (isProblem(value)) this.report.add(key, value.problem)
      else this.fields['element'] = held = { ...held, [key]: value }
    }
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

function readRandomSize(text: string): Size | Problem {
  const found = /^(\d{1,2}),(\d{1,2}),(\d{1,2})$/.exec(text)
  const [rows, inner, columns] = [found?.[1], found?.[2], found?.[3]].map(Number) as [number, number, number]
  const isSize = [rows, inner, columns].every((one) => one >= 1 && one <= maxFileSize)
  return isSize
    ? { rows, inner, columns }
    : problem(`must be rows,inner,columns, each 1 to ${maxFileSize}, got ${quoted(text)}`)
}

function only(values: number[] | Problem): number | Problem {
  return isProblem(values) ? values : values[0]!
}
