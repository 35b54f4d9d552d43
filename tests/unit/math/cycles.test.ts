import { describe, expect, it } from 'vitest'
import { circle, horocycle, hypercycle, signedDistance } from '../../../src/math/cycles'

describe('signedDistance', () => {
  it('is positive on the left: outside an arc run from left to right, left of a line run upwards', () => {
    expect(signedDistance(0, 2, -1, 1)).toBeCloseTo(Math.LN2, 15)
    expect(signedDistance(0, 0.5, -1, 1)).toBeCloseTo(-Math.LN2, 15)
    expect(signedDistance(0, 2, 1, -1)).toBeCloseTo(-Math.LN2, 15)
    expect(signedDistance(-1, 1, 0, Infinity)).toBeCloseTo(Math.asinh(1), 15)
    expect(signedDistance(-1, 1, Infinity, 0)).toBeCloseTo(-Math.asinh(1), 15)
    expect(signedDistance(0, 1, -1, 1)).toBe(0)
  })

  it('goes over into the vertical case as an end goes to infinity on either side', () => {
    const limit = signedDistance(3, 2, 1, Infinity)
    expect(signedDistance(3, 2, 1, 1e12)).toBeCloseTo(limit, 10)
    expect(signedDistance(3, 2, 1, -1e12)).toBeCloseTo(limit, 10)
    expect(signedDistance(3, 2, 1e12, 1)).toBeCloseTo(signedDistance(3, 2, Infinity, 1), 10)
  })

  it('rejects equal ends and points outside', () => {
    expect(() => signedDistance(0, 1, 2, 2)).toThrow('the ideal ends must differ')
    expect(() => signedDistance(0, 1, Infinity, -Infinity)).toThrow(RangeError)
    expect(() => signedDistance(0, 0, 1, 2)).toThrow(RangeError)
  })
})

describe('cycles', () => {
  it('horocycle at 0 through 2i has radius 1, at ∞ it is a line', () => {
    expect(horocycle(0, 2, 0)).toEqual({ kind: 'circle', x: 0, y: 1, radius: 1 })
    expect(horocycle(3, 2, 1)).toEqual({ kind: 'circle', x: 1, y: 2, radius: 2 })
    expect(horocycle(3, 2, Infinity)).toEqual({ kind: 'horizontal', y: 2 })
    expect(() => horocycle(0, 0, 0)).toThrow(RangeError)
  })

  it('hypercycle at δ = 0 is the geodesic, at asinh(3/4) the circle through ±1 with centre 3/4 i', () => {
    expect(hypercycle(-1, 1, 0)).toEqual({ kind: 'circle', x: 0, y: 0, radius: 1 })
    const curve = hypercycle(-1, 1, Math.asinh(0.75))
    expect(curve).toMatchObject({ kind: 'circle', x: 0 })
    if (curve.kind === 'circle')
      expect([curve.y, curve.radius].map((n) => n.toFixed(14))).toEqual([
        '0.75000000000000',
        '1.25000000000000',
      ])
    const turned = hypercycle(1, -1, Math.asinh(0.75))
    if (turned.kind === 'circle') expect(turned.y).toBeCloseTo(-0.75, 14)
  })

  it('hypercycle of a vertical line is a ray, at sinh δ = 1 the diagonal, to the left of the way up', () => {
    const s = expect.closeTo(Math.SQRT1_2, 15) as number
    const minus = expect.closeTo(-Math.SQRT1_2, 15) as number
    expect(hypercycle(2, Infinity, Math.asinh(1))).toEqual({ kind: 'ray', end: 2, across: minus, up: s })
    expect(hypercycle(Infinity, 2, Math.asinh(1))).toEqual({ kind: 'ray', end: 2, across: s, up: s })
    expect(() => hypercycle(1, 1, 0)).toThrow('the ideal ends must differ')
  })

  it('circle about 2i of radius log 2 reaches from i to 4i', () => {
    const curve = circle(0, 2, Math.LN2)
    if (curve.kind !== 'circle') throw new Error(curve.kind)
    expect(curve.y - curve.radius).toBeCloseTo(1, 15)
    expect(curve.y + curve.radius).toBeCloseTo(4, 15)
    expect(circle(1, 2, 0)).toEqual({ kind: 'circle', x: 1, y: 2, radius: 0 })
    expect(() => circle(0, 2, -1)).toThrow('the radius must be >= 0')
    expect(() => circle(0, 2, NaN)).toThrow(RangeError)
    expect(() => circle(0, -2, 1)).toThrow(RangeError)
  })
})
