import { describe, expect, it } from 'vitest'
import { fromIwasawa, fromKan, iwasawa, kan, step } from '../../../src/math/iwasawa'
import { actPoint, compose, identity } from '../../../src/math/psl2r'

describe('fromIwasawa', () => {
  it('is N(x) A(t) K(θ) in this order: rotate about i, dilate, translate', () => {
    expect(fromIwasawa(3, 0, 0)).toEqual([1, 3, 0, 1])
    expect(fromIwasawa(0, 2 * Math.LN2, 0)[0]).toBeCloseTo(2, 15)
    const [x, y] = actPoint(fromIwasawa(3, 2 * Math.LN2, 0.7), 0, 1)
    expect(x).toBeCloseTo(3, 14)
    expect(y).toBeCloseTo(4, 14)
  })

  it('K(π/2) is the half turn z ↦ -1/z and K(π) the identity, to rounding', () => {
    fromIwasawa(0, 0, Math.PI / 2).forEach((entry, k) => expect(entry).toBeCloseTo([0, -1, 1, 0][k]!, 15))
    fromIwasawa(0, 0, Math.PI).forEach((entry, k) => expect(entry).toBeCloseTo(identity[k]!, 15))
  })

  it.each([
    [NaN, 0, 0],
    [0, Infinity, 0],
    [0, -2000, 0],
    [0, 2000, 0],
    [1e300, -800, 0],
    [0, 0, Infinity],
  ])('rejects x = %d, t = %d, θ = %d', (x, t, theta) => {
    expect(() => fromIwasawa(x, t, theta)).toThrow(RangeError)
  })
})

describe('iwasawa', () => {
  it('of [2 1; 1 1]: x = 3/2, t = -log 2, θ = π/4', () => {
    const { x, t, theta } = iwasawa([2, 1, 1, 1])
    expect(x).toBeCloseTo(1.5, 15)
    expect(t).toBeCloseTo(-Math.LN2, 15)
    expect(theta).toBeCloseTo(Math.PI / 4, 15)
  })

  it('of the identity is 0, 0, 0; θ never reaches π', () => {
    expect(iwasawa(identity)).toEqual({ x: 0, t: 0, theta: 0 })
    expect(iwasawa([1, 0, -1e-300, 1]).theta).toBe(0)
    expect(iwasawa([-1, 0, 0, -1]).theta).toBe(0)
  })

  it('does not overflow at norm 1e150 and above', () => {
    expect(iwasawa([1e-200, 0, 0, 1e200]).t / (-400 * Math.LN10)).toBeCloseTo(1, 15)
    expect(iwasawa([0, -1e-200, 1e200, 0])).toEqual({ x: 0, t: -400 * Math.LN10, theta: Math.PI / 2 })
  })
})

describe('KAN', () => {
  it('of [2 1; 1 1] has K from the first column: θ = arg(2 + i), eᵗ = 5, x = 3/5', () => {
    // g = K(θ) A(t) N(x): the first column is e^(t/2)(cos θ, sin θ), and column 1 · column 2 = eᵗ x.
    const { x, t, theta } = kan([2, 1, 1, 1])
    expect(theta).toBeCloseTo(Math.atan2(1, 2), 15)
    expect(t).toBeCloseTo(Math.log(5), 15)
    expect(x).toBeCloseTo(0.6, 15)
  })

  it('fromKan is the product K A N', () => {
    const g = fromKan(0.4, 0.8, -1.5)
    const product = compose(fromIwasawa(0, 0, 0.4), compose(fromIwasawa(0, 0.8, 0), fromIwasawa(-1.5, 0, 0)))
    g.forEach((entry, k) => expect(entry).toBeCloseTo(product[k]!, 14))
  })
})

describe('step', () => {
  it('by a translation moves x alone, by a dilation x and t', () => {
    expect(step({ x: 1, t: 0, theta: 0.5 }, [1, 2, 0, 1])).toEqual({ x: 3, t: 0, theta: 0.5 })
    const { x, t, theta } = step({ x: 1, t: 0, theta: 0.5 }, [2, 0, 0, 0.5])
    expect([x, theta]).toEqual([4, 0.5])
    expect(t).toBeCloseTo(2 * Math.LN2, 15)
  })

  it('takes θ modulo π', () => {
    const { theta } = step({ x: 0, t: 0, theta: 3 }, fromIwasawa(0, 0, 0.5))
    expect(theta).toBeCloseTo(3.5 - Math.PI, 14)
  })
})
