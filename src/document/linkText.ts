import {
  maxFileSize,
  maxInputs,
  type Document,
  type Element,
  type Entry,
  type Factor,
  type FreeEntry,
  type Iwasawa,
  type SpaceName,
  type Target,
} from './document'
import { isIwasawa } from './element'
import { isSmall, shortest, type Rows } from './linkPack'
import { formatEntry, formatNumber, parseEntry, parseNumber } from './number'
import { isProblem, problem, quoted, type Problem } from './problem'

/** How each kind of value is written in a link, and read back. */

/** Rows of numbers that are not written with digits; undefined for any other text. Version 0 has none. */
export type Unpack = (text: string) => number[][] | Problem | undefined

export const numbers = (values: readonly number[]): string => values.map(formatNumber).join(',')
const numberRows = (rows: Rows): string => rows.map(numbers).join(';')

export function factorText(factor: Factor): string {
  const plain = factor.map((row) => row.map(formatEntry).join(',')).join(';')
  if (isSmall(factor)) return plain
  return shortest(
    plain,
    factor.map((row) => row.flatMap((entry) => (typeof entry === 'number' ? entry + 0 : entry.map(noMinus)))),
  )
}

/** 0 and -0 are one number of a document. */
const noMinus = (x: number) => x + 0

/** Numbers in rows, with the digits that a person can read where they are few. */
export function rowsText(rows: Rows): string {
  return isSmall(rows)
    ? numberRows(rows)
    : shortest(
        numberRows(rows),
        rows.map((row) => row.map(noMinus)),
      )
}

export function readFactorText(text: string, space: SpaceName, unpack: Unpack): Factor | Problem {
  const rows = unpack(text)
  if (rows === undefined) return checkedRows(text, (entry) => parseEntry(entry, space))
  return isProblem(rows) || space === 'line' ? rows : pointRows(rows)
}

function pointRows(rows: readonly (readonly number[])[]): Factor | Problem {
  if (rows.some((row) => row.length % 2 === 1)) return problem('a point is two numbers, and one is left over')
  return rows.map((row) =>
    Array.from({ length: row.length / 2 }, (_, i): Entry => [row[2 * i]!, row[2 * i + 1]!]),
  )
}

/** Rows that are all as long as the first; more than any factor has are not read. */
function checkedRows(text: string, read: (entry: string) => Entry | Problem): Factor | Problem {
  const lines = text.split(';')
  const counts = lines.map((line) => line.split(',', maxFileSize + 1).length)
  const other = counts.findIndex((count) => count !== counts[0])
  if (other > 0) {
    const entries = `${counts[other]} ${counts[other] === 1 ? 'entry' : 'entries'}`
    return problem(`row ${other + 1} has ${entries}, row 1 has ${counts[0]}`)
  }
  if (lines.length > maxInputs) return problem(`has ${lines.length} rows; at most ${maxInputs} are possible`)
  if (counts[0]! > maxFileSize) return problem(`row 1 has more than ${maxFileSize} entries`)
  return readRows(text, read)
}

export function readNumberRows(text: string, unpack: Unpack): number[][] | Problem {
  return unpack(text) ?? readRows(text, parseNumber)
}

export function readRows<T>(text: string, read: (entry: string) => T | Problem): T[][] | Problem {
  const rows: T[][] = []
  for (const [k, line] of text.split(';').entries()) {
    const row: T[] = []
    for (const [i, entry] of line.split(',').entries()) {
      const value = read(entry)
      if (isProblem(value)) return problem(`row ${k + 1}, entry ${i + 1}: ${value.problem}`)
      row.push(value)
    }
    rows.push(row)
  }
  return rows
}

export function readNumbers(text: string, count: number, form: string): number[] | Problem {
  const texts = text.split(',')
  if (texts.length !== count) return problem(`must be ${form}, got ${quoted(text)}`)
  const values: number[] = []
  for (const one of texts) {
    const value = parseNumber(one)
    if (isProblem(value)) return value
    values.push(value)
  }
  return values
}

const numbersOf = (of: Element): readonly number[] =>
  typeof of === 'number' ? [of] : isIwasawa(of) ? [of.x, of.t, of.theta] : of

export const elementText = (of: Element): string => numbers(numbersOf(of))

/** 4 numbers are a 2×2, 3 are x, t, theta, 1 is α. Ends in ";" so that a list of one stays a list. */
export function eachText(list: readonly Element[]): string {
  const plain = list.map((one) => `${elementText(one)};`).join('')
  return list.length <= 3
    ? plain
    : shortest(
        plain,
        list.map((one) => numbersOf(one).map(noMinus)),
      )
}

export function readEachText(text: string, unpack: Unpack): Element[] | Problem {
  const rows = unpack(text)
  if (isProblem(rows)) return rows
  if (rows) return elementsOf(rows, (n) => numbers(rows[n]!))
  const texts = text.replace(/;$/, '').split(';')
  const read: number[][] = []
  for (const one of texts) {
    const values = readNumbers(one, one.split(',').length, 'numbers')
    if (isProblem(values)) return values
    read.push(values)
  }
  return elementsOf(read, (n) => texts[n]!)
}

function elementsOf(rows: Rows, written: (n: number) => string): Element[] | Problem {
  const list: Element[] = []
  for (const [n, row] of rows.entries()) {
    const { length } = row
    const [a, b, c, d] = row as unknown as [number, number, number, number]
    if (length === 1) list.push(a)
    else if (length === 3) list.push({ x: a, t: b, theta: c })
    else if (length === 4) list.push([a, b, c, d])
    else return problem(`each element has 1, 3 or 4 numbers, got ${quoted(written(n))}`)
  }
  return list
}

/** 1 or 0, for all inner indices or for each. */
export const reflectedText = (reflected: Document['reflected']): string =>
  [reflected].flat().map(Number).join(',')

export function readReflectedText(text: string): boolean | boolean[] | Problem {
  if (!/^[01](,[01])*$/.test(text))
    return problem(`must be 0 or 1, or one of these for each inner index, got ${quoted(text)}`)
  const list = text.split(',').map((one) => one === '1')
  return list.length === 1 ? list[0]! : list
}

export const targetText = (target: Target): string =>
  target === 'base' ? target : 'seed' in target ? `seed:${target.seed}` : rowsText(target)

export function readTargetText(text: string, unpack: Unpack): Target | Problem {
  if (text === 'base') return text
  const seed = /^seed:(\d{1,10})$/.exec(text)?.[1]
  return seed === undefined ? readNumberRows(text, unpack) : { seed: Number(seed) }
}

/** Row and column counted from 1, as on screen; undefined unless both are inside. */
export function readPlace(text: string, rows: number, columns: number): [number, number] | undefined {
  const found = /^(\d{1,3}),(\d{1,3})$/.exec(text)
  const k = Number(found?.[1]) - 1
  const l = Number(found?.[2]) - 1
  return k >= 0 && k < rows && l >= 0 && l < columns ? [k, l] : undefined
}

export const cellText = ([k, l]: Document['selection']): string => `${k + 1},${l + 1}`

export const freeText = ({ factor, row, column }: FreeEntry): string => `${factor},${row + 1},${column + 1}`

/** Only the coordinates that differ from those that the reader starts from. */
export function coordinatesText(of: Iwasawa, start: Iwasawa | undefined): [key: string, text: string][] {
  return (['x', 't', 'theta'] as const)
    .filter((name) => of[name] !== start?.[name])
    .map((name) => [name, formatNumber(of[name])])
}

export function titleText(title: string): string {
  const wellFormed = title.replace(/\p{Cs}/gu, '\ufffd').replace(/\p{Cc}/gu, ' ')
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
