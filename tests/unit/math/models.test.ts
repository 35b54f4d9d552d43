import { describe, expect, it } from 'vitest'
import {
  fromBand,
  fromDisk,
  fromHyperboloid,
  fromKlein,
  toBand,
  toDisk,
  toHyperboloid,
  toKlein,
} from '../../../src/math/models'

describe('disk', () => {
  it('is (z - i)/(z + i): i ↦ 0, 2i ↦ 1/3, 1 + i ↦ (1 - 2i)/5, and far up ↦ 1', () => {
    expect(toDisk(0, 1)).toEqual([0, 0])
    expect(toDisk(0, 2)[0]).toBeCloseTo(1 / 3, 15)
    expect(toDisk(1, 1)).toEqual([0.2, -0.4])
    expect(toDisk(0, 1e300)).toEqual([1, 0])
    expect(toDisk(-1e300, 1)).toEqual([1, 2e-300])
  })

  it('and back', () => {
    expect(fromDisk(0, 0)).toEqual([0, 1])
    expect(fromDisk(0.5, 0)).toEqual([0, 3])
    const [x, y] = fromDisk(0.2, -0.4)
    expect(x).toBeCloseTo(1, 15)
    expect(y).toBeCloseTo(1, 15)
  })

  it.each([
    [1, 0],
    [0, -1],
    [0.8, 0.7],
    [NaN, 0],
  ])('rejects %d + %di', (re, im) => {
    expect(() => fromDisk(re, im)).toThrow('fromDisk: the point must lie inside the unit disk')
    expect(() => fromKlein(re, im)).toThrow('fromKlein: the point must lie inside the unit disk')
  })
})

describe('Klein', () => {
  it('2i ↦ 3/5, 1 + i ↦ (1 - 2i)/3, and back', () => {
    expect(toKlein(0, 2)).toEqual([0.6, 0])
    const [re, im] = toKlein(1, 1)
    expect(re).toBeCloseTo(1 / 3, 15)
    expect(im).toBeCloseTo(-2 / 3, 15)
    expect(fromKlein(0.6, 0)).toEqual([0, 2])
  })
})

describe('hyperboloid', () => {
  it('time first: i ↦ (1, 0, 0), 2i ↦ (5/4, 3/4, 0), 1 + i ↦ (3/2, 1/2, -1)', () => {
    expect(toHyperboloid(0, 1)).toEqual([1, 0, 0])
    expect(toHyperboloid(0, 2)).toEqual([1.25, 0.75, 0])
    expect(toHyperboloid(1, 1)).toEqual([1.5, 0.5, -1])
    expect(fromHyperboloid(1, 0, 0)).toEqual([0, 1])
    expect(fromHyperboloid(1.25, 0.75, 0)).toEqual([0, 2])
    expect(fromHyperboloid(1.5, 0.5, -1)).toEqual([1, 1])
  })

  it('keeps a height of 1e12, where t - a would cancel to 0', () => {
    const [t, a, b] = toHyperboloid(0, 1e12)
    expect(t - a).toBe(0)
    expect(fromHyperboloid(t, a, b)[1] / 1e12).toBeCloseTo(1, 15)
  })

  it('takes points rounded to float32, rejects points off the sheet', () => {
    const [x, y] = fromHyperboloid(Math.fround(1.5430806348152437), Math.fround(1.1752011936438014), 0)
    expect(x).toBe(0)
    expect(y).toBeCloseTo(Math.E, 6)
    expect(() => fromHyperboloid(-1, 0, 0)).toThrow('need t > 0')
    expect(() => fromHyperboloid(1, 1, 0)).toThrow(RangeError)
    expect(() => fromHyperboloid(2, 0, 0)).toThrow(RangeError)
    expect(() => fromHyperboloid(NaN, 0, 0)).toThrow(RangeError)
  })
})

describe('band', () => {
  it('is log z: i ↦ iπ/2, ei ↦ 1 + iπ/2, 1 + i ↦ log(2)/2 + iπ/4, -1 + i ↦ log(2)/2 + 3iπ/4', () => {
    expect(toBand(0, 1)).toEqual([0, Math.PI / 2])
    expect(toBand(0, Math.E)).toEqual([1, Math.PI / 2])
    expect(toBand(1, 1)[0]).toBeCloseTo(Math.LN2 / 2, 15)
    expect(toBand(1, 1)[1]).toBe(Math.PI / 4)
    expect(toBand(-1, 1)[1]).toBe((3 * Math.PI) / 4)
  })

  it('keeps heights from 1e-150 to 1e150 and the angle near the right rim', () => {
    expect(toBand(0, 1e150)[0]).toBeCloseTo(150 * Math.LN10, 12)
    expect(toBand(0, 1e-150)).toEqual([-toBand(0, 1e150)[0], Math.PI / 2])
    expect(toBand(1, 1e-200)).toEqual([0, 1e-200])
    expect(fromBand(0, 1e-200)).toEqual([1, 1e-200])
  })

  it('and back', () => {
    const [x, y] = fromBand(Math.LN2 / 2, Math.PI / 4)
    expect(x).toBeCloseTo(1, 15)
    expect(y).toBeCloseTo(1, 15)
    expect(fromBand(1, Math.PI / 2)[1]).toBe(Math.E)
  })

  it('rejects the rim, and what leaves the range', () => {
    for (const v of [0, Math.PI, -1, 4, NaN]) expect(() => fromBand(0, v)).toThrow('must lie in (0, π)')
    expect(() => fromBand(800, 1)).toThrow('leaves the range of float64')
    expect(() => fromBand(-800, 1)).toThrow('leaves the range of float64')
    expect(() => fromBand(NaN, 1)).toThrow(RangeError)
  })
})

it.each([toDisk, toKlein, toHyperboloid, toBand])('%o rejects a point outside the half-plane', (map) => {
  expect(() => map(0, 0)).toThrow(/Im must be > 0, got 0/)
})
