import { describe, expect, it } from 'vitest'
import {
  act,
  actPoint,
  compose,
  determinant,
  element,
  identity,
  inverse,
  norm2,
  representative,
  turn,
} from '../../../src/math/psl2r'

describe('element', () => {
  it('keeps 2 1 1 1, which has determinant 1', () => {
    expect(element(2, 1, 1, 1)).toEqual([2, 1, 1, 1])
  })

  it('is the same at scale 1e-200 and 1e200', () => {
    for (const scale of [1e-200, 1e200]) {
      const g = element(2 * scale, scale, scale, scale)
      g.forEach((entry, k) => expect(entry).toBeCloseTo([2, 1, 1, 1][k]!, 15))
    }
  })

  it('-I, 3I and 1e-200 I are the identity exactly', () => {
    expect(element(-1, 0, 0, -1)).toEqual(identity)
    expect(element(3, 0, 0, 3)).toEqual(identity)
    expect(element(1e-200, 0, 0, 1e-200)).toEqual(identity)
  })

  it('takes trace > 0, and c > 0 when the trace is 0', () => {
    expect(element(-2, -1, -1, -1)).toEqual([2, 1, 1, 1])
    expect(element(0, 1, -1, 0)).toEqual([0, -1, 1, 0])
    expect(element(1, 2, -1, -1)).toEqual([-1, -2, 1, 1])
  })

  it('keeps diag(1e150, 1e-150), whose square leaves the range, and normalises diag(1e300, 1e-300)', () => {
    expect(element(1e150, 0, 0, 1e-150)).toEqual([1e150, 0, 0, 1e-150])
    expect(element(1e300, 0, 0, 1e-300)).toEqual([1e300, 0, 0, 1e-300])
  })

  it('[1 1; 1 1 + 2^-52] has determinant 2^-52, lost without compensation when scaled by 1/3', () => {
    expect(element(1, 1, 1, 1 + 2 ** -52)).toEqual([2 ** 26, 2 ** 26, 2 ** 26, 2 ** 26 * (1 + 2 ** -52)])
    // (1 + 2^-30)² - (1 + 2^-29) = 2^-60, while both products round to 1 + 2^-29.
    const p = 1 + 2 ** -30
    expect(determinant([p, 1 + 2 ** -29, 1, p])).toBe(2 ** -60)
    expect(element(p, 1 + 2 ** -29, 1, p)[2]).toBe(2 ** 30)
    expect(() => element(p, 1 + 2 ** -29 + 2 ** -52, 1, p)).toThrow('reflection')
  })

  it('says what is wrong', () => {
    expect(() => element(1, 0, 0, -1)).toThrow(RangeError)
    expect(() => element(1, 0, 0, -1)).toThrow('reflection, not in PSL(2,R)')
    expect(() => element(1, 2, 2, 4)).toThrow('the determinant is 0')
    expect(() => element(0, 0, 0, 0)).toThrow('the determinant is 0')
    expect(() => element(0, 0, 3, 4)).toThrow('the determinant is 0')
    expect(() => element(1, NaN, 0, 1)).toThrow('entry b is NaN')
    expect(() => element(1, 0, -Infinity, 1)).toThrow('entry c is -Infinity')
    expect(() => element(1e308, 0, 0, 1e-320)).toThrow('too large')
  })

  it('never shows -0', () => {
    expect(representative(1, -0, -0, 1)).toEqual(identity)
    for (const g of [
      element(-1, 0, 0, -1),
      inverse(identity),
      compose(element(0, -1, 1, 0), element(0, -1, 1, 0)),
    ]) {
      expect(g.some((entry) => Object.is(entry, -0))).toBe(false)
    }
  })
})

describe('group operations', () => {
  it('compose is the matrix product, right factor first', () => {
    expect(compose([1, 1, 0, 1], [0, -1, 1, 0])).toEqual([1, -1, 1, 0])
    expect(actPoint(compose([1, 1, 0, 1], [0, -1, 1, 0]), 0, 2)).toEqual([1, 0.5])
  })

  it('the half turn is its own inverse', () => {
    expect(inverse([0, -1, 1, 0])).toEqual([0, -1, 1, 0])
    expect(compose([0, -1, 1, 0], [0, -1, 1, 0])).toEqual(identity)
  })

  it('representative, determinant and norm2 at integers', () => {
    expect(representative(-1, 0, 0, -3)).toEqual([1, 0, 0, 3])
    expect(determinant([2, 1, 1, 1])).toBe(1)
    expect(determinant([1, 2, 3, 4])).toBe(-2)
    expect(determinant([6e200, 0, 0, 5e-200])).toBeCloseTo(30, 13)
    expect(norm2([2, 1, 1, 1])).toBe(7)
  })
})

describe('act', () => {
  it('is (2z + 1)/(z + 1), exact at i: (3 + i)/2', () => {
    expect(actPoint([2, 1, 1, 1], 0, 1)).toEqual([1.5, 0.5])
    expect([...act([2, 1, 1, 1], Float64Array.of(0, 1, -1, 2), new Float64Array(4))]).toEqual([
      1.5, 0.5, 2, 0.5,
    ])
  })

  it('does not overflow at norm 1e150', () => {
    expect(actPoint([1e150, 0, 0, 1e-150], 0, 1e-150)).toEqual([0, 1e150])
    const [p, q] = actPoint([1e-150, 0, 0, 1e150], 3, 1e150)
    expect(p / 3e-300).toBeCloseTo(1, 15)
    expect(q / 1e-150).toBeCloseTo(1, 15)
    const [x, y] = actPoint([0, -1e150, 1e-150, 0], 0, 1e150)
    expect(x).toBe(0)
    expect(y).toBe(1e150)
    const [u, v] = actPoint([1e150, -1, 1, 0], 1e10, 1)
    expect(u / 1e150).toBeCloseTo(1, 15)
    expect(v).toBeCloseTo(1e-20, 33)
  })
})

describe('turn', () => {
  it('is 0 for a translation and a dilation, π for the half turn about i at i', () => {
    expect(turn([1, 5, 0, 1], 2, 3)).toBe(0)
    expect(turn([2, 0, 0, 0.5], 2, 3)).toBe(0)
    expect(Math.abs(turn([0, -1, 1, 0], 0, 1))).toBeCloseTo(Math.PI, 15)
  })

  it('is -2θ at i for K(θ), whatever the sign of the matrix', () => {
    const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)]
    expect(turn([cos, -sin, sin, cos], 0, 1)).toBeCloseTo(-0.6, 15)
    expect(turn([-cos, sin, -sin, -cos], 0, 1)).toBeCloseTo(-0.6, 15)
  })
})
