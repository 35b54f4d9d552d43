import { describe, expect, it } from 'vitest'
import {
  formatEntry,
  formatNumber,
  formatPoint,
  parseComplex,
  parseEntry,
  parseNumber,
  parsePoint,
} from '../../../src/document/number'

const { PI, SQRT2, E, LN2 } = Math

describe('parseNumber', () => {
  it.each([
    ['1e-9', 1e-9],
    ['-1.5e3', -1500],
    ['+.5', 0.5],
    [' 7. ', 7],
    ['-0', 0],
    ['1/3', 1 / 3],
    ['1/-4', -0.25],
    ['sqrt(2)', SQRT2],
    ['√2', SQRT2],
    ['√2/2', SQRT2 / 2],
    ['2√(1/4)', 1],
    ['pi', PI],
    ['π', PI],
    ['2pi', 2 * PI],
    ['2π', 2 * PI],
    ['-π/4', -PI / 4],
    ['pi/4', PI / 4],
    ['-sqrt(3)/2', -Math.sqrt(3) / 2],
    ['exp(1)', E],
    ['log(2)', LN2],
    ['LN(2)', LN2],
    ['3·4×2*1', 24],
    ['2 − 5', -3],
    ['2-3-4', -5],
    ['8/2/2', 2],
    ['1+2*3', 7],
    ['(1+2)(3)', 9],
    ['-(1+2)', -3],
    ['--2', 2],
    ['2e3', 2000],
    ['2exp(0)', 2],
    ['i*i', -1],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  it.each([
    ['', 'a number is missing'],
    ['   ', 'a number is missing'],
    ['1,5', '"1,5": use a point for decimals, as in 1.5'],
    ['abc', '"abc": "abc" is not known (pi, sqrt, exp, log and i are)'],
    ['constructor', '"constructor": "constructor" is not known (pi, sqrt, exp, log and i are)'],
    ['Infinity', '"Infinity" is not a finite number'],
    ['-∞', '"-∞" is not a finite number'],
    ['NaN', '"NaN" is not a finite number'],
    ['1e999', '"1e999" is not a finite number'],
    ['1e300*1e300', '"1e300*1e300" is not a finite number'],
    ['1/0', '"1/0": division by zero'],
    ['sqrt(-1)', '"sqrt(-1)": sqrt(-1) is not a finite real number'],
    ['log(0)', '"log(0)": log(0) is not a finite real number'],
    ['sqrt 2', '"sqrt 2": write sqrt(…) with parentheses'],
    ['1/2pi', '"1/2pi": write 1/(2pi) or (1/2)pi'],
    ['2 3', '"2 3": "3" cannot be read'],
    ['(1', '"(1": a ")" is missing'],
    ['1)', '"1)": ")" cannot be read'],
    ['1+', '"1+": something is missing at the end'],
    ['1+2i', '"1+2i" is not a real number'],
    ['1.2.3', '"1.2.3": ".3" cannot be read'],
    ['0x10', '"0x10": "x" is not known (pi, sqrt, exp, log and i are)'],
    ['1'.repeat(201), 'longer than 200 characters'],
    ['('.repeat(60) + '1' + ')'.repeat(60), `"${'('.repeat(24)}…": more than 50 parentheses deep`],
  ])('refuses %j', (text, sentence) => {
    expect(parseNumber(text)).toEqual({ problem: sentence })
  })
})

describe('parsePoint', () => {
  it.each([
    ['1+2i', [1, 2]],
    ['i', [0, 1]],
    ['-0.5 + sqrt(3)/2 i', [-0.5, Math.sqrt(3) / 2]],
    ['2i+1', [1, 2]],
    ['1/3+exp(1)i', [1 / 3, E]],
    ['1/2i', [0, 0.5]],
    ['i/2', [0, 0.5]],
    ['-1−−2i', [-1, 2]],
    ['1e-3+1e-150i', [1e-3, 1e-150]],
    ['(1+2j)', [1, 2]],
    ['2(1+i)/4', [0.5, 0.5]],
    ['πi', [0, PI]],
  ])('%s', (text, value) => {
    expect(parsePoint(text)).toEqual(value)
  })

  it.each([
    ['1', 'Im must be > 0, got 0'],
    ['1-2i', 'Im must be > 0, got -2'],
    ['1e-151i', 'Im must be in [1e-150, 1e150], got 1e-151'],
    ['1e200i', 'Im must be in [1e-150, 1e150], got 1e+200'],
    ['1e200+i', 'Re must not exceed 1e+150 in size, got 1e+200'],
    ['1/(1+i)', '"1/(1+i)": division is by real numbers only'],
    ['sqrt(i)', '"sqrt(i)": sqrt is taken of real numbers only'],
    ['1+2k', '"1+2k": "k" is not known (pi, sqrt, exp, log and i are)'],
    ['', 'a number is missing'],
  ])('refuses %j', (text, sentence) => {
    expect(parsePoint(text)).toEqual({ problem: sentence })
  })
})

it('parseComplex takes any imaginary part, parseEntry only what the space holds', () => {
  expect(parseComplex('1-2i')).toEqual([1, -2])
  expect(parseEntry('2', 'line')).toBe(2)
  expect(parseEntry('2i', 'halfPlane')).toEqual([0, 2])
  expect(parseEntry('2i', 'line')).toEqual({ problem: '"2i" is not a real number' })
  expect(parseEntry('2', 'halfPlane')).toEqual({ problem: 'Im must be > 0, got 0' })
})

it('formats the shortest text that reads back', () => {
  expect(formatNumber(-0)).toBe('0')
  expect(formatNumber(0.1 + 0.2)).toBe('0.30000000000000004')
  expect(formatNumber(1e21)).toBe('1e21')
  expect(formatPoint([0.5, 1.2])).toBe('0.5+1.2i')
  expect(formatPoint([0, 1])).toBe('i')
  expect(formatPoint([-2, 1])).toBe('-2+i')
  expect(formatPoint([-0, 1e-9])).toBe('1e-9i')
  expect(formatEntry(2.5)).toBe('2.5')
  expect(formatEntry([1, 2])).toBe('1+2i')
})
