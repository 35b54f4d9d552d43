import { describe, expect, it } from 'vitest'
import { asStored, baseSizes, roundingBound } from '../../../src/math/asStored'
import { byDifferences } from '../../../src/math/byDifferences'
import { moveA } from '../../../src/math/factors'
import { fromIwasawa, step } from '../../../src/math/iwasawa'
import { element } from '../../../src/math/psl2r'
import type { Psl2r } from '../../../src/math/psl2r'
import { random, randomElement, randomPoint } from '../../../src/math/random'
import { halfPlane, line } from '../../../src/math/space'

const next = random(4)
const n = 6
const points = () => Float64Array.from(Array.from({ length: n * n }, () => randomPoint(next)).flat())
const a = points()
const b = points()
const before = halfPlane.product(a, b, n, n, n, new Float64Array(n * n))
const differences = (g: Psl2r) => byDifferences(halfPlane, [g], a, b, before, n, n, n)

describe('roundingBound', () => {
  it('is 2 ε Σ ‖g_i‖² (cosh ρ(i, a_ki) + cosh ρ(i, b_il)) in the half-plane', () => {
    // cosh ρ(i, ·) of i, 2i, 1 + i, 4i is 1, 5/4, 3/2, 17/8.
    const p = Float64Array.of(0, 1, 0, 2)
    const q = Float64Array.of(1, 1, 0, 4)
    const sizes = baseSizes(halfPlane, p, q, 1, 2, 1)
    const out = new Float64Array(1)
    const shared = roundingBound(halfPlane, [element(2, 1, 1, 1)], sizes, out)[0]!
    expect(shared / Number.EPSILON).toBe(2 * 7 * (1 + 1.25 + 1.5 + 2.125))
    const each = roundingBound(halfPlane, [element(2, 1, 1, 1), element(1, 0, 0, 1)], sizes, out)[0]!
    expect(each / Number.EPSILON).toBe(2 * (7 * (1 + 1.5) + 2 * (1.25 + 2.125)))
  })

  it('is 2 ε Σ (|α_i| + |a_ki| + |b_il|) on the line, for each row and column', () => {
    const sizes = baseSizes(line, Float64Array.of(1, -2, 3, 4), Float64Array.of(0, 5, -6, 7), 2, 2, 2)
    const out = new Float64Array(4)
    const shared = [...roundingBound(line, [-10], sizes, out)].map((x) => x / Number.EPSILON)
    expect(shared).toEqual([20 + 3 + 6, 20 + 3 + 12, 20 + 7 + 6, 20 + 7 + 12].map((x) => 2 * x))
    const each = [...roundingBound(line, [-10, 1], sizes, out)].map((x) => x / Number.EPSILON)
    expect(each).toEqual([11 + 3 + 6, 11 + 3 + 12, 11 + 7 + 6, 11 + 7 + 12].map((x) => 2 * x))
  })

  it('refuses a number of elements that is neither 1 nor inner', () => {
    const sizes = baseSizes(line, Float64Array.of(1, 2), Float64Array.of(3, 4), 1, 2, 1)
    expect(() => roundingBound(line, [1, 2, 3], sizes, new Float64Array(1))).toThrow(RangeError)
  })
})

describe('asStored', () => {
  it('reports the largest change, the largest bound, and the worst change in units of its own bound', () => {
    const reading = asStored(Float64Array.of(1, 2, 3), Float64Array.of(1.5, 2, 2), Float64Array.of(1, 8, 4))
    expect(reading).toEqual({ largestChange: 1, bound: 8, ratio: 0.5 })
  })

  it('calls a product that is not a number an infinite change, wherever it stands', () => {
    const bound = Float64Array.of(1, 1)
    expect(asStored(Float64Array.of(1, 1), Float64Array.of(NaN, 1), bound).largestChange).toBe(Infinity)
    expect(asStored(Float64Array.of(1, 1), Float64Array.of(1, NaN), bound).ratio).toBe(Infinity)
  })

  it('sees one factor moved alone: far outside the bound', () => {
    const g = element(2, 1, 1, 1)
    const moved = moveA(halfPlane, [g], a, n, new Float64Array(a.length))
    const after = halfPlane.product(moved, b, n, n, n, new Float64Array(n * n))
    const bound = roundingBound(halfPlane, [g], baseSizes(halfPlane, a, b, n, n, n), new Float64Array(n * n))
    const { largestChange, ratio } = asStored(before, after, bound)
    expect(largestChange).toBeGreaterThan(0.1)
    expect(ratio).toBeGreaterThan(1e9)
  })
})

describe('byDifferences', () => {
  it.each([0, 5, 10, 20, 30, 40, 300])('stays within 1e-14 at C ~ 10 for translation length %i', (length) => {
    expect(differences(randomElement(next, length))).toBeLessThanOrEqual(1e-14)
  })

  it('reports the largest change against the product that it is given', () => {
    const other = before.map((value, entry) => value + (entry === 7 ? 0.5 : entry === 20 ? -0.25 : 0))
    const change = byDifferences(halfPlane, [element(2, 1, 1, 1)], a, b, other, n, n, n)
    expect(change).toBeCloseTo(0.5, 13)
  })

  it('stays within 1e-14 after a drag of 100 000 steps', () => {
    let at = { x: 0, t: 0, theta: 0 }
    for (let count = 0; count < 100_000; count++) at = step(at, randomElement(next, 0.1))
    expect(Math.abs(at.t)).toBeGreaterThan(3)
    expect(differences(fromIwasawa(at.x, at.t, at.theta))).toBeLessThanOrEqual(1e-14)
  })
})
