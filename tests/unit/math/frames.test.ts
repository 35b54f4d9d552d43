import { describe, expect, it } from 'vitest'
import { frameToFrame, transvection } from '../../../src/math/frames'
import { identity } from '../../../src/math/psl2r'

describe('transvection', () => {
  it('i → 4i is the dilation by 4, i → tanh 1 + i/cosh 1 is exp of half the length along the unit circle', () => {
    expect(transvection(0, 1, 0, 4)).toEqual([2, 0, 0, 0.5])
    const g = transvection(0, 1, Math.tanh(1), 1 / Math.cosh(1))
    const [cosh, sinh] = [Math.cosh(0.5), Math.sinh(0.5)]
    g.forEach((entry, k) => expect(entry).toBeCloseTo([cosh, sinh, sinh, cosh][k]!, 15))
  })

  it('is the identity exactly at z = w, also far from i', () => {
    expect(transvection(0.1, 0.7, 0.1, 0.7)).toEqual(identity)
    expect(transvection(1e9, 1e-9, 1e9, 1e-9)).toEqual(identity)
  })

  it('1e-150 i → 1e150 i is diag(1e150, 1e-150)', () => {
    const [a, b, c, d] = transvection(0, 1e-150, 0, 1e150)
    expect([b, c]).toEqual([0, 0])
    expect(a / 1e150).toBeCloseTo(1, 14)
    expect(d / 1e-150).toBeCloseTo(1, 14)
  })

  it('rejects a point outside the half-plane', () => {
    expect(() => transvection(0, 0, 0, 1)).toThrow(RangeError)
    expect(() => transvection(0, 1, 0, -1)).toThrow('transvection: Im must be > 0, got -1')
  })
})

describe('frameToFrame', () => {
  it('from i up to 3 + 4i up is z ↦ 4z + 3', () => {
    const up = Math.PI / 2
    const [a, b, c, d] = frameToFrame(0, 1, up, 3, 4, up)
    expect([a, b, c, d]).toEqual([2, 1.5, 0, 0.5])
  })

  it('from i up to i down is the half turn, to i left the quarter turn K(-π/4)', () => {
    const half = frameToFrame(0, 1, Math.PI / 2, 0, 1, -Math.PI / 2)
    half.forEach((entry, k) => expect(entry).toBeCloseTo([0, -1, 1, 0][k]!, 15))
    const s = Math.SQRT1_2
    const quarter = frameToFrame(0, 1, Math.PI / 2, 0, 1, Math.PI)
    quarter.forEach((entry, k) => expect(entry).toBeCloseTo([s, s, -s, s][k]!, 15))
  })

  it('of a frame to itself is the identity exactly', () => {
    expect(frameToFrame(5, 0.3, 1, 5, 0.3, 1)).toEqual(identity)
  })

  it('rejects a point outside the half-plane', () => {
    expect(() => frameToFrame(0, 1, 0, 0, 0, 0)).toThrow(RangeError)
  })
})
