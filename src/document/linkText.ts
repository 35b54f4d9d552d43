import type { Document, Element, Entry, Factor, FreeEntry, Iwasawa, SpaceName, Target } from './document'
import { isIwasawa } from './element'
import { formatEntry, formatNumber, parseEntry, parseNumber } from './number'
import { isProblem, problem, quoted, type Problem } from './problem'

/** How each kind of value is written in a link, and read back. */

export const numbers = (values: readonly number[]): string => values.map(formatNumber).join(',')

export const factorText = (factor: Factor): string =>
  factor.map((row) => row.map(formatEntry).join(',')).join(';')

export function readFactorText(text: string, space: SpaceName): Factor | Problem {
  return readRows<Entry>(text, (entry) => parseEntry(entry, space))
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

export const elementText = (of: Element): string =>
  numbers(typeof of === 'number' ? [of] : isIwasawa(of) ? [of.x, of.t, of.theta] : of)

/** 4 numbers are a 2×2, 3 are x, t, theta, 1 is α. Ends in ";" so that a list of one stays a list. */
export const eachText = (list: readonly Element[]): string =>
  list.map((one) => `${elementText(one)};`).join('')

export function readEachText(text: string): Element[] | Problem {
  const list: Element[] = []
  for (const one of text.replace(/;$/, '').split(';')) {
    const count = one.split(',').length
    const values = readNumbers(one, count, 'numbers')
    if (isProblem(values)) return values
    const [a, b, c, d] = values as [number, number, number, number]
    if (count === 1) list.push(a)
    else if (count === 3) list.push({ x: a, t: b, theta: c })
    else if (count === 4) list.push([a, b, c, d])
    else return problem(`each element has 1, 3 or 4 numbers, got ${quoted(one)}`)
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
  target === 'base' ? target : 'seed' in target ? `seed:${target.seed}` : target.map(numbers).join(';')

export function readTargetText(text: string): Target | Problem {
  if (text === 'base') return text
  const seed = /^seed:(\d{1,10})$/.exec(text)?.[1]
  return seed === undefined ? readRows(text, parseNumber) : { seed: Number(seed) }
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
  const wellFormed = title.replace(/\p{Cs}/gu, '\ufffd')
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
