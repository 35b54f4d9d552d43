import { describe, expect, it } from 'vitest'
import type { Iwasawa } from '../../../src/document/document'
import { elementMatrix } from '../../../src/document/element'
import { parseElement } from '../../../src/document/parseElement'

const inPlane = (text: string) => parseElement(text, 'halfPlane')

describe('four numbers', () => {
  it.each([
    '2 1 1 1',
    '2, 1, 1, 1',
    '2,1;1,1',
    '2 1; 1 1',
    '2 1\n1 1',
    ' [[2,1],[1,1]] ',
    '[[2, 1], [1, 1]]',
    '[[2 1] [1 1]]',
    '[[2,1]\n[1,1]]',
    '4/2 sqrt(1) 1e0 1',
    '4 / 2, 1, 1, 1',
  ])('%j is the matrix 2 1 1 1, as typed', (text) => {
    expect(inPlane(text)).toEqual([2, 1, 1, 1])
  })
  it('keeps any determinant above 0', () => {
    expect(inPlane('4 2 2 2')).toEqual([4, 2, 2, 2])
    expect(inPlane('1e-9 -1 1 0')).toEqual([1e-9, -1, 1, 0])
  })
})

describe('products', () => {
  it('in the order N A K are coordinates, exactly as typed', () => {
    expect(inPlane('N(0.5)')).toEqual({ x: 0.5, t: 0, theta: 0 })
    expect(inPlane('A(1)')).toEqual({ x: 0, t: 1, theta: 0 })
    expect(inPlane('K(pi/4)')).toEqual({ x: 0, t: 0, theta: Math.PI / 4 })
    expect(inPlane('N(1) A(0.3) K(pi/6)')).toEqual({ x: 1, t: 0.3, theta: Math.PI / 6 })
    expect(inPlane('N(1)A(0.3)')).toEqual({ x: 1, t: 0.3, theta: 0 })
    expect(inPlane('n(1) · k((1 + 2)/3)')).toEqual({ x: 1, t: 0, theta: 1 })
  })
  it('in any other order the last factor acts first: A(log 4) N(1) is z ↦ 4(z + 1)', () => {
    const found = inPlane('A(log(4)) N(1)') as Iwasawa
    elementMatrix(found).forEach((entry, n) => expect(entry).toBeCloseTo([2, 2, 0, 0.5][n]!, 14))
    const other = inPlane('N(1)*A(log(4))') as Iwasawa
    elementMatrix(other).forEach((entry, n) => expect(entry).toBeCloseTo([2, 0.5, 0, 0.5][n]!, 14))
  })
  it('may repeat a factor: K(pi/4) K(pi/4) is z ↦ -1/z', () => {
    elementMatrix(inPlane('K(pi/4) K(pi/4)') as Iwasawa).forEach((entry, n) => {
      expect(entry).toBeCloseTo([0, -1, 1, 0][n]!, 14)
    })
  })
})

describe('what is refused', () => {
  const forms = 'write four numbers, as in 2 1 1 1, or a product of N(x), A(t) and K(θ)'
  it.each([
    ['', `an element is missing: ${forms}`],
    ['hello', `"hello" is no element: ${forms}`],
    ['3', 'a 2×2 has four numbers, "3" has 1'],
    ['1 0 0', 'a 2×2 has four numbers, "1 0 0" has 3'],
    ['1 2 3 4 5', 'a 2×2 has four numbers, "1 2 3 4 5" has 5'],
    ['a turn to the left', `"a turn to the left" is no element: ${forms}`],
    ['turn the plane around', `"turn the plane around" is no element: ${forms}`],
    ['1 0 x 1', 'entry c: "x": "x" is not known (pi, sqrt, exp, log and i are)'],
    ['1 i 0 1', 'entry b: "i" is not a real number'],
    ['0 1 1 0', 'determinant -1: a reflection, not in PSL(2,R)'],
    ['1 1 1 1', 'the determinant is 0, so the matrix is not invertible'],
    ['N(1', 'N: a ")" is missing'],
    ['N()', 'N: a number is missing'],
    ['A(one)', 'A: "one": "one" is not known (pi, sqrt, exp, log and i are)'],
    ['N(1) B(2)', `"B(2)" cannot be read: ${forms}`],
    ['N(1) hello', `"hello" cannot be read: ${forms}`],
    ['A(1000)', 'moves points too far for float64 numbers'],
    ['A(1000) N(1)', 'a factor moves points too far for float64 numbers'],
    [' '.repeat(2) + 'x'.repeat(401), 'longer than 400 characters'],
  ])('%j', (text, problem) => {
    expect(inPlane(text)).toEqual({ problem })
  })
})

it('on the line it is one number', () => {
  expect(parseElement(' -1/4 ', 'line')).toBe(-0.25)
  expect(parseElement('2 1 1 1', 'line')).toEqual({ problem: '"2 1 1 1": "1 1 1" cannot be read' })
  expect(parseElement('1e200', 'line')).toEqual({ problem: 'must not exceed 1e+150 in size, got 1e+200' })
})
