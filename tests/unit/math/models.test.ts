import { describe, expect, it } from 'vitest'
import {
  fromDisk,
  fromHyperboloid,
  fromKlein,
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

it.each([toDisk, toKlein, toHyperboloid])('%o rejects a point outside the half-plane', (map) => {
  expect(() => map(0, 0)).toThrow(/Im must be > 0, got 0/)
})
