import { describe, expect, it } from 'vitest'
import { alignLine } from '../../../src/math/alignLine'

const of = (...values: number[]) => Float64Array.from(values)

describe('alignLine', () => {
  it('0, 1, 3 to 5, 6, 8 is the translation by 5; to 2, 1, -1 the reflection 2 - x', () => {
    const { best, reversed } = alignLine(of(0, 1, 3), of(5, 6, 8))
    expect(best).toEqual({ alpha: 5, reflected: false, residuals: of(0, 0, 0), excess: 0 })
    // w + x is 5, 7, 11, of mean 23/3: squares of the deviations are (64 + 4 + 100)/9.
    expect(reversed.alpha).toBeCloseTo(23 / 3, 14)
    expect(reversed.excess).toBeCloseTo(168 / 9, 13)
    expect(alignLine(of(0, 1, 3), of(2, 1, -1)).best).toEqual({
      alpha: 2,
      reflected: true,
      residuals: of(0, 0, 0),
      excess: 0,
    })
  })

  it('with weights 1 and 3 the mean of the gaps 0 and 4 is 3; weight 0 does not count', () => {
    const { direct } = alignLine(of(0, 10), of(0, 14), of(1, 3))
    expect(direct.alpha).toBe(3)
    expect(direct.residuals).toEqual(of(3, 1))
    expect(direct.excess).toBe(12)
    expect(alignLine(of(0, 10), of(0, 14), of(1, 0)).direct.alpha).toBe(0)
  })

  it('one number, or copies of one, takes no reflection', () => {
    expect(alignLine(of(3), of(5)).best).toEqual({
      alpha: 2,
      reflected: false,
      residuals: of(0),
      excess: 0,
    })
    expect(alignLine(of(0.1, 0.1, 0.1), of(0.7, 0.7, 0.7)).best.reflected).toBe(false)
    // In the opposite order by a last digit: that may be rounding, though the reflection fits better.
    const { best, reversed } = alignLine(of(1, 1 + 2 ** -50), of(3 + 2 ** -50, 3))
    expect(reversed.excess).toBeLessThan(best.excess)
    expect(best.reflected).toBe(false)
  })

  it('refuses sets of different sizes, none at all, bad weights and numbers that are not finite', () => {
    expect(() => alignLine(of(1), of(1, 2))).toThrow('got 1 and 2 numbers')
    expect(() => alignLine(of(), of())).toThrow('there is no number to align')
    expect(() => alignLine(of(1), of(1), of(-1))).toThrow('not negative')
    expect(() => alignLine(of(1), of(NaN))).toThrow('must be finite')
  })
})
