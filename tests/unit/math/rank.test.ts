import { describe, expect, it } from 'vitest'
import { rankWithMargin } from '../../../src/math/rank'
import { singularValues } from '../../../src/math/singularValues'

const epsilon = Number.EPSILON

describe('rankWithMargin', () => {
  it('keeps what is above 16 max(m, n) ε σ₁, and shows both sides of the gap', () => {
    const found = rankWithMargin(Float64Array.of(4, 0.5, 3e-16), 3, 10)
    expect(found).toEqual({
      rank: 2,
      threshold: 640 * epsilon,
      smallestKept: 0.5,
      largestDropped: 3e-16,
      verdict: 'clear',
    })
    expect(rankWithMargin(Float64Array.of(1, 161 * epsilon), 3, 10).rank).toBe(2)
    expect(rankWithMargin(Float64Array.of(1, 159 * epsilon), 3, 10).rank).toBe(1)
  })

  it('nothing dropped, or nothing kept: that side is undefined, not 0', () => {
    expect(rankWithMargin(Float64Array.of(2, 1), 2, 2).largestDropped).toBeUndefined()
    const none = rankWithMargin(new Float64Array(2), 2, 2)
    expect([none.rank, none.smallestKept, none.largestDropped, none.verdict]).toEqual([
      0,
      undefined,
      0,
      'clear',
    ])
  })

  it('is unclear from 1000 thresholds down', () => {
    const threshold = 16 * 4 * epsilon
    expect(rankWithMargin(Float64Array.of(1, 1001 * threshold, 0), 4, 4).verdict).toBe('clear')
    expect(rankWithMargin(Float64Array.of(1, 999 * threshold, 0), 4, 4).verdict).toBe('unclear')
  })

  it('is unclear for the Hilbert matrix of 12 rows, which has rank 12 and no gap', () => {
    const entries = Float64Array.from({ length: 144 }, (_, n) => 1 / (Math.floor(n / 12) + (n % 12) + 1))
    const found = rankWithMargin(singularValues(entries, 12, 12), 12, 12)
    expect(found.verdict).toBe('unclear')
    expect(found.rank).toBeLessThan(12)
    expect(found.smallestKept! / found.largestDropped!).toBeLessThan(1e3)
  })
})
