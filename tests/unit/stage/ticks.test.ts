import { describe, expect, it } from 'vitest'
import { ticks, tickStep, tickText } from '../../../src/stage/ticks'

describe('ticks', () => {
  it.each([
    [100, 64, 1],
    [40, 64, 2],
    [13, 64, 5],
    [6.5, 64, 10],
    [1000, 64, 0.1],
    [1e-3, 50, 50_000],
  ])('at %s pixels a unit, at least %s pixels apart, has steps of %s', (scale, apart, step) => {
    expect(tickStep(scale, apart)).toBeCloseTo(step, 12)
  })

  it('has a step of 1, 2 or 5 times a power of ten that is wide enough and never wider than 2.5 times', () => {
    for (let scale = 1e-6; scale < 1e6; scale *= 1.37) {
      const step = tickStep(scale, 64)
      const digit = step / 10 ** Math.floor(Math.log10(step) + 1e-9)
      expect([1, 2, 5].some((one) => Math.abs(digit - one) < 1e-9)).toBe(true)
      expect(step * scale).toBeGreaterThanOrEqual(64 * (1 - 1e-9))
      expect(step * scale).toBeLessThanOrEqual(64 * 2.5 * (1 + 1e-9))
    }
  })

  it('lists the multiples of the step in a range', () => {
    expect(ticks(-1.1, 2, 0.5)).toEqual([-1, -0.5, 0, 0.5, 1, 1.5, 2])
    expect(ticks(0.1, 0.4, 1)).toEqual([])
  })

  it.each([
    [0, 0.5, '0'],
    [-1.5, 0.5, '−1.5'],
    [2, 1, '2'],
    [0.30000000000000004, 0.1, '0.3'],
    [2e7, 1e7, '2e+7'],
  ])('writes %s at step %s as %s', (value, step, text) => {
    expect(tickText(value, step)).toBe(text)
  })
})
