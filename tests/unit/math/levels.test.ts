import { describe, expect, it } from 'vitest'
import {
  curveLosses,
  level,
  lossAtLevel,
  lossAtRung,
  rampColor,
  rung,
  type Curves,
} from '../../../src/math/levels'
import { ramp, rgb, rgba } from '../../../src/gpu/rgb'

const geometric: Curves = { ladder: 'geometric', reference: 0.5, density: 2 }
const sqrt: Curves = { ladder: 'sqrt', reference: 0.04, density: 1 }

describe('level', () => {
  it('is 0 at loss 0, 1 at the reference, 10 at 1023 references', () => {
    expect(level(0, 0.3)).toBe(0)
    expect(level(0.3, 0.3)).toBeCloseTo(1, 15)
    expect(level(1023 * 0.3, 0.3)).toBeCloseTo(10, 13)
  })

  it('keeps relative accuracy for a tiny loss', () => {
    expect(level(1e-20, 1) / 1e-20).toBeCloseTo(1 / Math.LN2, 12)
  })

  it.each([0, 1e-18, 1e-3, 0.5, 7, 1e9])('is undone by lossAtLevel at %s', (loss) => {
    expect(lossAtLevel(level(loss, 0.5), 0.5)).toBeCloseTo(loss, 5)
  })
})

describe('the ladder of level curves', () => {
  it.each([geometric, sqrt])('$ladder: lossAtRung undoes rung', (curves) => {
    for (const k of [0.25, 1, 2.5, 13]) expect(rung(lossAtRung(k, curves), curves)).toBeCloseTo(k, 12)
  })

  it('geometric: two curves for a doubling of 1 + loss/reference', () => {
    const losses = curveLosses(0, 1.5, geometric)
    const want = [Math.SQRT2 - 1, 1, 2 * Math.SQRT2 - 1, 3].map((multiple) => multiple / 2)
    expect(losses).toHaveLength(4)
    losses.forEach((loss, i) => expect(loss).toBeCloseTo(want[i]!, 12))
  })

  it('sqrt: equal steps of √loss, from the lowest asked for', () => {
    const roots = curveLosses(0.1, 1.1, sqrt).map(Math.sqrt)
    expect(roots).toHaveLength(4)
    roots.forEach((root, i) => expect(root).toBeCloseTo(0.4 + 0.2 * i, 12))
  })

  it('has no curve at loss 0 and at most as many as are wanted', () => {
    expect(curveLosses(0, 1e12, sqrt, 7)).toHaveLength(7)
    expect(curveLosses(0, 0, geometric)).toEqual([])
  })
})

describe('colours', () => {
  const colors = ramp([
    '#000000',
    '#ff0000',
    '#000000',
    '#000000',
    '#000000',
    '#000000',
    '#000000',
    '#00ff33',
  ])

  it('are linear between the eight of the ramp, and clamped', () => {
    const at = (t: number) => [...rampColor(colors, t, new Float64Array(3))]
    expect(at(0.5 / 7)).toEqual([0.5, 0, 0])
    expect(at(1 / 7)[0]).toBeCloseTo(1, 15)
    expect(at(2)).toEqual([0, 1, Math.fround(0.2)])
    expect(at(-1)).toEqual([0, 0, 0])
  })

  it('are read from hexadecimal', () => {
    expect(rgb('#1261A8')).toEqual([0x12 / 255, 0x61 / 255, 0xa8 / 255])
    expect(rgba('#ffffff', 0.5)).toEqual([1, 1, 1, 0.5])
  })

  it.each(['#fff', 'red', '#12345g', '1261a8'])('refuse %s', (hex) => {
    expect(() => rgb(hex)).toThrow(RangeError)
  })

  it('refuse a ramp that is not of eight', () => {
    expect(() => ramp(['#000000', '#ffffff'])).toThrow('8 colours, got 2')
  })
})
