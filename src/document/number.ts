import { checkEntry, checkPoint } from './entry'
import type { Entry, Point, SpaceName } from './document'
import { evaluate, evaluateReal, type Complex } from './expression'
import { isProblem, problem, quoted, type Problem } from './problem'

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/
/** a + bi with a first, or bi alone, as formatPoint writes it. */
const decimalPoint =
  /^(?:([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?)(?=[+-]))?([+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?)?)i$/
const maxDecimal = 40

/** Whether a text is a decimal number or a point of two of them, and no formula. */
export function isPlainNumber(text: string): boolean {
  return text.length <= 2 * maxDecimal && (decimal.test(text) || decimalPoint.test(text))
}

/** A real number as a person writes it: 1e-9, 1/3, -sqrt(3)/2, 2pi, exp(1), log(2), √2. */
export function parseNumber(text: string): number | Problem {
  if (text.length <= maxDecimal && decimal.test(text)) {
    const value = Number(text)
    return Number.isFinite(value) ? value + 0 : problem(`${quoted(text)} is not a finite number`)
  }
  return evaluateReal(text)
}

/** a + bi with any b, in any order: "1/3+exp(1)i", "2i+1", "3". */
export function parseComplex(text: string): Complex | Problem {
  return evaluate(text)
}

/** A point of the upper half-plane, as a + bi with b > 0. */
export function parsePoint(text: string): Point | Problem {
  const plain = text.length <= 2 * maxDecimal ? decimalPoint.exec(text) : null
  if (plain) {
    const [, re = '0', im = ''] = plain
    const point = [Number(re) + 0, /\d$|\.$/.test(im) ? Number(im) : Number(`${im}1`)] as const
    if (point.every(Number.isFinite)) return checkPoint(point) ?? point
  }
  const value = evaluate(text)
  return isProblem(value) ? value : (checkPoint(value) ?? value)
}

export function parseEntry(text: string, space: SpaceName): Entry | Problem {
  if (space === 'halfPlane') return parsePoint(text)
  const value = parseNumber(text)
  return isProblem(value) ? value : (checkEntry(value, 'line') ?? value)
}

/** Shortest decimal that reads back as the same number; without "+", which would end a term in a + bi. */
export function formatNumber(x: number): string {
  return String(x + 0).replace('e+', 'e')
}

/** "0.5+1.2i"; parsePoint reads back the same two numbers. */
export function formatPoint([x, y]: Point): string {
  const real = x === 0 ? '' : formatNumber(x)
  const imaginary = y === 1 ? 'i' : `${formatNumber(y)}i`
  return real === '' || y < 0 ? `${real}${imaginary}` : `${real}+${imaginary}`
}

export function formatEntry(entry: Entry): string {
  return typeof entry === 'number' ? formatNumber(entry) : formatPoint(entry)
}
