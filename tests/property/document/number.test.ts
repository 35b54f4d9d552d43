import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatNumber, formatPoint, parseNumber, parsePoint } from '../../../src/document/number'
import { point } from './arbitraries'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

it('parseNumber(formatNumber(x)) is x, bit for bit, for every finite x', () => {
  fc.assert(
    fc.property(finite, (x) => {
      expect(parseNumber(formatNumber(x))).toBe(x + 0)
    }),
    { seed: 7, numRuns: 5000 },
  )
})

it('parsePoint(formatPoint(z)) is z, bit for bit', () => {
  fc.assert(
    fc.property(point, (z) => {
      expect(parsePoint(formatPoint(z))).toEqual(z)
    }),
    { seed: 7, numRuns: 5000 },
  )
})

interface Term {
  readonly text: string
  readonly value: number
}

const operate = (left: Term, sign: string, right: Term): Term => {
  const { value: x } = left
  const { value: y } = right
  const value = sign === '+' ? x + y : sign === '-' ? x - y : sign === '*' ? x * y : x / y
  return { text: `${left.text}${sign}${right.text}`, value }
}

const call = (name: 'sqrt' | 'exp' | 'log', { text, value }: Term): Term => ({
  text: `${name}(${text})`,
  value: Math[name](value),
})

/** Text with its value, built from the inside out: operators of one rank take their left side first. */
const { sum: expression } = fc.letrec<{ sum: Term; product: Term; factor: Term }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4 },
    tie('product'),
    fc.tuple(tie('sum'), fc.constantFrom('+', '-'), tie('product')).map((parts) => operate(...parts)),
  ),
  product: fc.oneof(
    { maxDepth: 4 },
    tie('factor'),
    fc.tuple(tie('product'), fc.constantFrom('*', '/'), tie('factor')).map((parts) => operate(...parts)),
  ),
  factor: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value })),
    fc.constantFrom(
      { text: '1.5', value: 1.5 },
      { text: '2e-3', value: 0.002 },
      { text: 'pi', value: Math.PI },
    ),
    tie('sum').map(({ text, value }) => ({ text: `(${text})`, value })),
    tie('sum').map(({ text, value }) => ({ text: `-(${text})`, value: -value })),
    fc.tuple(fc.constantFrom('sqrt', 'exp', 'log'), tie('sum')).map((parts) => call(...parts)),
  ),
}))

it('parseNumber gives the value of an expression, rounded as the engine rounds it', () => {
  const counts = { deep: 0, refused: 0 }
  fc.assert(
    fc.property(expression, ({ text, value: expected }) => {
      fc.pre(text.length <= 200)
      const value = parseNumber(text)
      if (typeof value === 'number') {
        if (text.length > 12) counts.deep++
        expect(value).toBe(expected + 0)
      } else {
        counts.refused++
        expect(value.problem).toMatch(/division by zero|not a finite/)
      }
    }),
    { seed: 7, numRuns: 3000 },
  )
  expect(counts.deep).toBeGreaterThan(200)
  expect(counts.refused).toBeLessThan(1000)
})
