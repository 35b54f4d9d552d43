import { describe, expect, it } from 'vitest'
import { classify } from '../../../src/math/isometryClass'
import { exp, log, power } from '../../../src/math/oneParameter'
import { actPoint, element, identity } from '../../../src/math/psl2r'

describe('exp', () => {
  // 60-digit matrix exponentials (mpmath), sign by the trace rule; all four classes of tX.
  it.each([
    [
      0.3,
      -1.2,
      0.7,
      1,
      [0.91174074304960428267, -1.0555255927885893522, 0.61572326246001043917, 0.38397794665530960657],
    ],
    [
      1,
      0.5,
      0.25,
      2,
      [8.1070249237096326154, 1.9380079702096767621, 0.96900398510483838103, 0.3549930428709255671],
    ],
    [0.5, 0.25, -1, 3, [2.5, 0.75, -3, -0.5]],
    [
      0.5,
      0.25 + 2 ** -40,
      -1,
      3,
      [2.4999999999938609108, 0.75000000000170530257, -2.9999999999959072738, -0.50000000000204636308],
    ],
    [
      1,
      0.5,
      0.25,
      20,
      [1585540412.475933536, 384716615.13855530423, 192358307.56927765212, 46673951.921712319096],
    ],
  ])('of %d, %d, %d at t = %d agrees with 60 digits to 1e-14 in every entry', (p, q, r, t, expected) => {
    exp(p, q, r, t).forEach((entry, k) =>
      expect(Math.abs(entry / expected[k]! - 1)).toBeLessThanOrEqual(1e-14),
    )
  })

  it('is a translation, a dilation, a rotation about i on the three axes', () => {
    expect(exp(0, 1, 0, 2.5)).toEqual([1, 2.5, 0, 1])
    expect(exp(0, 0, 1, 2.5)).toEqual([1, 0, 2.5, 1])
    const [cos, , sin] = exp(0, -1, 1, 0.3)
    expect([cos, sin]).toEqual([Math.cos(0.3), Math.sin(0.3)])
    expect(exp(5, -3, 2, 0)).toEqual(identity)
  })

  it('a dilation by e^92 keeps its small entry: cosh 46 - sinh 46 would be 0', () => {
    const [, , , d] = exp(46, 0, 0, 1)
    expect(d / Math.exp(-46)).toBeCloseTo(1, 13)
    expect(Math.log(actPoint(exp(46, 0, 0, 1), 0, 1)[1])).toBeCloseTo(92, 13)
    expect(Math.log(actPoint(exp(-46, 0, 0, 1), 0, 1)[1])).toBeCloseTo(-92, 13)
  })

  it('rejects what leaves float64', () => {
    expect(() => exp(1, 0, 0, 800)).toThrow(RangeError)
    expect(() => exp(NaN, 0, 0, 1)).toThrow(RangeError)
  })
})

describe('log', () => {
  it('of the identity and of -I is 0, of z ↦ z + b is b', () => {
    expect(log(identity)).toEqual([0, 0, 0])
    expect(log(element(-1, 0, 0, -1))).toEqual([0, 0, 0])
    expect(log([1, -7, 0, 1])).toEqual([0, -7, 0])
  })

  it('of the half turn about i is π/2 · [0 -1; 1 0]', () => {
    const [p, q, r] = log(element(0, -1, 1, 0))
    expect([p, q, r]).toEqual([0, -Math.PI / 2, Math.PI / 2])
  })

  it('of diag(e, 1/e) is diag(1, -1), of diag(1e100, 1e-100) 100 log 10 times that', () => {
    expect(log(element(Math.E, 0, 0, 1 / Math.E))[0]).toBeCloseTo(1, 15)
    expect(log(element(1e100, 0, 0, 1e-100))[0] / (100 * Math.LN10)).toBeCloseTo(1, 15)
  })
})

describe('power', () => {
  it('[2 1; 1 1]³ = [13 8; 8 5], and its power -1 is [1 -1; -1 2]', () => {
    const g = element(2, 1, 1, 1)
    power(g, 3).forEach((entry, k) => expect(entry).toBeCloseTo([13, 8, 8, 5][k]!, 12))
    power(g, -1).forEach((entry, k) => expect(entry).toBeCloseTo([1, -1, -1, 2][k]!, 14))
  })

  it('half of the half turn is a quarter turn, half of z ↦ z + 3 is z ↦ z + 3/2', () => {
    const quarter = classify(power(element(0, -1, 1, 0), 0.5))
    if (quarter.kind === 'elliptic') expect(quarter.rotationAngle).toBeCloseTo(-Math.PI / 2, 15)
    expect(quarter.kind).toBe('elliptic')
    expect(power([1, 3, 0, 1], 0.5)).toEqual([1, 1.5, 0, 1])
  })
})
