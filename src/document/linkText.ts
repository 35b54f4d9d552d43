import {
  maxFileSize,
  maxInputs,
  type Document,
  type Element,
  type Factor,
  type FreeEntry,
  type Iwasawa,
  type Target,
} from './document'
import { isIwasawa } from './element'
import { isSmall, shortest } from './linkPack'
import { noMinus, numbers, readNumberRows, rowsText, type Unpack } from './linkRows'
import { formatEntry, formatNumber, parseNumber } from './number'
import { isProblem, problem, quoted, type Problem } from './problem'

/** How each kind of value is written in a link, and read back. */

export function factorText(factor: Factor): string {
  const plain = factor.map((row) => row.map(formatEntry).join(',')).join(';')
  if (isSmall(factor)) return plain
  return shortest(
    plain,
    factor.map((row) => row.flatMap((entry) => (typeof entry === 'number' ? entry + 0 : entry.map(noMinus)))),
  )
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

/** @param most how many there can be: of a word, or one for each inner index */
export function readEachText(text: string, unpack: Unpack, most: number): Element[] | Problem {
  const plain = text.replace(/;$/, '').split(';', most + 1)
  const rows = unpack(text) ?? plain
  if (isProblem(rows)) return rows
  if (rows.length > most) return problem(`must not have more than ${most} elements`)
  const list: Element[] = []
  for (const row of rows) {
    const values =
      typeof row === 'string' ? readNumbers(row, row.split(',', 5).length, 'at most 4 numbers') : row
    if (isProblem(values)) return values
    const element = elementOf(values)
    if (element === undefined)
      return problem(
        `each element has 1, 3 or 4 numbers, got ${quoted(typeof row === 'string' ? row : numbers(row))}`,
      )
    list.push(element)
  }
  return list
}

function elementOf(values: readonly number[]): Element | undefined {
  const [a, b, c, d] = values as unknown as [number, number, number, number]
  if (values.length === 1) return a
  if (values.length === 3) return { x: a, t: b, theta: c }
  return values.length === 4 ? [a, b, c, d] : undefined
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
  return seed === undefined
    ? readNumberRows(text, unpack, { rows: maxInputs, columns: maxFileSize })
    : { seed: Number(seed) }
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
