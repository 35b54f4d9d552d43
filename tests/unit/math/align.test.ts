import { describe, expect, it } from 'vitest'
import { actAligned, align } from '../../../src/math/align'
import { symmetricEigen } from '../../../src/math/symmetricEigen'

const packed = (...points: (readonly [number, number])[]) => Float64Array.from(points.flat())

describe('align', () => {
  it('three points to their images under z ↦ 4z + 1, and under z ↦ -4z̄ + 1', () => {
    const z = packed([0, 1], [1, 2], [-1, 0.5])
    const { best, reversed } = align(z, packed([1, 4], [5, 8], [-3, 2]))
    expect(best.reflected).toBe(false)
    best.g.forEach((entry, k) => expect(entry).toBeCloseTo([2, 0.5, 0, 0.5][k]!, 12))
    expect(Math.max(...best.residuals)).toBeLessThan(1e-12)
    expect(reversed.excess).toBeGreaterThan(0.1)
    const mirrored = align(z, packed([1, 4], [-3, 8], [5, 2])).best
    expect(mirrored.reflected).toBe(true)
    mirrored.g.forEach((entry, k) => expect(entry).toBeCloseTo([2, 0.5, 0, 0.5][k]!, 12))
    expect([...actAligned(mirrored, z)].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([
      1, 4, -3, 8, 5, 2,
    ])
  })

  it('two points to two at unequal distances: the same midpoint and line, half the difference left at both', () => {
    const { best } = align(packed([0, 1], [0, Math.E]), packed([0, 1], [0, Math.exp(2)]))
    best.residuals.forEach((rho) => expect(rho).toBeCloseTo(0.5, 12))
    expect(best.excess).toBeCloseTo(2 * (2 * Math.cosh(0.5) - 2), 12)
    // Both kinds do it as well: points on a line take no reflection.
    expect(best.reflected).toBe(false)
  })

  it('weights: a pair of weight 0 does not count', () => {
    const z = packed([0, 1], [1, 2], [-1, 0.5])
    const w = packed([1, 4], [5, 8], [50, 0.1])
    const { best } = align(z, w, Float64Array.of(1, 2, 0))
    expect(best.residuals[0]).toBeLessThan(1e-12)
    expect(best.residuals[1]).toBeLessThan(1e-12)
    expect(best.residuals[2]).toBeGreaterThan(1)
  })

  it('one point, or copies of one, goes to its partner', () => {
    expect(align(packed([3, 2]), packed([-1, 0.2])).best.residuals[0]).toBeLessThan(1e-13)
    const { best } = align(packed([3, 2], [3, 2]), packed([-1, 0.2], [-1, 0.2]))
    expect(Math.max(...best.residuals)).toBeLessThan(1e-13)
  })

  it('refuses sets of different sizes, none at all, bad weights, points outside or too far apart', () => {
    expect(() => align(packed([0, 1]), packed([0, 1], [1, 1]))).toThrow('got 1 and 2 points')
    expect(() => align(packed(), packed())).toThrow('there is no point to align')
    expect(() => align(packed([0, 1]), packed([0, 1]), Float64Array.of(-1))).toThrow('not negative')
    expect(() => align(packed([0, 1]), packed([0, 0]))).toThrow('align: Im must be > 0, got 0')
    expect(() => align(packed([0, 1e-200], [0, 1e200]), packed([0, 1], [0, 2]))).toThrow('too far apart')
  })

  it('of points 1e149 times as high as others it says that, or how far it misses, and nothing else', () => {
    const near = packed([0, 1], [1, 2], [-1, 0.5])
    const far = packed([0, 1e-149], [1, 1e150], [-1, 1e149])
    for (const [z, w] of [[near, far] as const, [far, near] as const]) {
      // The farthest of three points that lie up to 688 apart is at least a half of that from one of three near ones.
      expect(Math.max(...align(z, w).best.residuals)).toBeGreaterThan(300)
    }
  })
})

describe('symmetricEigen', () => {
  it('of [2 1; 1 2] is 1 and 3 along the diagonals, of a diagonal matrix its entries in order', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2)
    expect(values[0]).toBeCloseTo(1, 15)
    expect(values[1]).toBeCloseTo(3, 15)
    expect(vectors[0]! * vectors[1]!).toBeCloseTo(-0.5, 15)
    expect(vectors[2]! * vectors[3]!).toBeCloseTo(0.5, 15)
    expect([...symmetricEigen(Float64Array.of(5, 0, 0, 0, -1, 0, 0, 0, 2), 3).values]).toEqual([-1, 2, 5])
  })

  it('of the second difference matrix of order 4 is 2 - 2 cos(kπ/5)', () => {
    const matrix = Float64Array.of(2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2)
    symmetricEigen(matrix, 4).values.forEach((value, k) =>
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / 5), 14),
    )
  })

  it('refuses a wrong length and entries that are not finite', () => {
    expect(() => symmetricEigen(new Float64Array(5), 2)).toThrow('2 × 2 needs 4')
    expect(() => symmetricEigen(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow('not finite')
  })
})
