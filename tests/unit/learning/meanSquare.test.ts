import { describe, expect, it } from 'vitest'
import { meanSquare } from '../../../src/learning/meanSquare'

describe('meanSquare', () => {
  it('is the mean of the squared residuals', () => {
    expect(meanSquare(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 4, 3, 1))).toBe(13 / 4)
  })

  it('is 0 only where the product is the target', () => {
    expect(meanSquare(Float64Array.of(1e-150), Float64Array.of(1e-150))).toBe(0)
    expect(meanSquare(Float64Array.of(1), Float64Array.of(1 + Number.EPSILON))).toBeGreaterThan(0)
  })

  it('refuses different lengths, and nothing at all', () => {
    expect(() => meanSquare(new Float64Array(2), new Float64Array(3))).toThrow(RangeError)
    expect(() => meanSquare(new Float64Array(0), new Float64Array(0))).toThrow(RangeError)
  })
})
