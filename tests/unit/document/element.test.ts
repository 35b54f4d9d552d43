import { describe, expect, it } from 'vitest'
import {
  checkElement,
  elementAt,
  elementCoordinates,
  elementList,
  elementMatrix,
} from '../../../src/document/element'

describe('elementMatrix', () => {
  it('normalises a typed matrix: determinant 1, trace > 0', () => {
    expect(elementMatrix([2, 1, 1, 1])).toEqual([2, 1, 1, 1])
    expect(elementMatrix([-4, 0, 0, -1])).toEqual([2, 0, 0, 0.5])
  })
  it('is N(x) A(t) K(θ) of coordinates', () => {
    const g = elementMatrix({ x: 3, t: 2 * Math.log(2), theta: 0 })
    ;[2, 1.5, 0, 0.5].forEach((entry, n) => expect(g[n]).toBeCloseTo(entry, 14))
  })
  it('is z ↦ z + α of a translation', () => {
    expect(elementMatrix(-2.5)).toEqual([1, -2.5, 0, 1])
  })
})

it('elementCoordinates keeps held ones as they are and finds those of a matrix', () => {
  const held = { x: 1, t: 2, theta: -7 }
  expect(elementCoordinates(held)).toBe(held)
  expect(elementCoordinates([1, 3, 0, 1])).toEqual({ x: 3, t: 0, theta: 0 })
})

describe('checkElement', () => {
  it.each([
    [[2, 1, 1, 1], 'halfPlane'],
    [[1e-200, 0, 0, 1e-200], 'halfPlane'],
    [{ x: 0, t: -5, theta: 40 }, 'halfPlane'],
    [-1e150, 'line'],
  ] as const)('%j is one', (element, space) => {
    expect(checkElement(element, space)).toBeUndefined()
  })
  it.each([
    [[0, 1, 1, 0], 'halfPlane', 'determinant -1: a reflection, not in PSL(2,R)'],
    [[1, 2, 2, 4], 'halfPlane', 'the determinant is 0, so the matrix is not invertible'],
    [[1, NaN, 0, 1], 'halfPlane', 'all four numbers must be finite'],
    [{ x: 0, t: Infinity, theta: 0 }, 'halfPlane', 't must be a finite number, got Infinity'],
    [{ x: 0, t: 400, theta: 0 }, 'halfPlane', 'moves points too far for float64 numbers'],
    [{ x: 0, t: 1e4, theta: 0 }, 'halfPlane', 'no element of float64 range at x = 0, t = 10000, θ = 0'],
    [1, 'halfPlane', 'must be a 2×2 or coordinates x, t, theta, not one number'],
    [[1, 0, 0, 1], 'line', 'must be one number, the translation α'],
    [Infinity, 'line', 'must be a finite number, got Infinity'],
  ] as const)('%j is none: %s, %s', (element, space, sentence) => {
    expect(checkElement(element, space)).toEqual({ problem: sentence })
  })
})

describe('one element or one for each inner index', () => {
  it('four translations on the line are a list, four numbers in the plane a matrix', () => {
    expect(elementList({ space: 'line', element: [1, 2, 3, 4] })).toEqual([1, 2, 3, 4])
    expect(elementList({ space: 'halfPlane', element: [1, 2, 3, 7] })).toBeUndefined()
    expect(elementAt({ space: 'line', element: [1, 2, 3, 4] }, 2)).toBe(3)
    expect(elementAt({ space: 'halfPlane', element: [1, 2, 3, 7] }, 2)).toEqual([1, 2, 3, 7])
  })
  it('a list of four matrices is a list', () => {
    const g = [2, 1, 1, 1] as const
    expect(elementAt({ space: 'halfPlane', element: [g, g, g, [1, 0, 0, 1]] }, 3)).toEqual([1, 0, 0, 1])
  })
})
