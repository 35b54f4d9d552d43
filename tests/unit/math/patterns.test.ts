import { describe, expect, it } from 'vitest'
import { pointOn } from '../../../src/math/curves'
import type { Curve } from '../../../src/math/curves'
import { signedDistance } from '../../../src/math/cycles'
import { horocyclic, polar } from '../../../src/math/patterns'
import { direction, dist } from '../../../src/math/upperHalfPlane'

type Kind<K extends Curve['kind']> = Extract<Curve, { kind: K }>

const kind = <K extends Curve['kind']>(curves: { curve: Curve }[], of: K) =>
  curves.map(({ curve }) => curve).filter((curve): curve is Kind<K> => curve.kind === of)
const at = (curve: Curve, s: number) => {
  const [x, y] = pointOn(curve, s, new Float64Array(2))
  return [x!, y!] as const
}
const shares = [0, 0.1, 0.25, 0.5, 0.77, 1]

describe('polar', () => {
  it('has circles of radius 0.5, 1, … 5 about i, the whole ones major, each once round', () => {
    const circles = polar().filter(({ curve }) => curve.kind === 'orbit')
    expect(circles.map(({ weight }) => weight)).toEqual([2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
    circles.forEach(({ curve }, n) => {
      // ε cosh² r of the point and of where it has turned to, at r = 5.
      for (const s of shares) expect(Math.abs(dist(0, 1, ...at(curve, s)) - (n + 1) / 2)).toBeLessThan(1e-11)
      expect(dist(...at(curve, 0), ...at(curve, 1))).toBeLessThan(1e-9)
      expect(dist(...at(curve, 0), ...at(curve, 0.5))).toBeCloseTo(n + 1, 9)
    })
  })

  it('has 24 rays from i, every 15°, those at 45° major', () => {
    const rays = polar().flatMap(({ curve, weight }) => {
      if (curve.kind !== 'geodesic') return []
      expect(Math.abs(signedDistance(0, 1, curve.from, curve.to))).toBeLessThan(1e-15)
      const ends = [at(curve, 0.4), at(curve, 0.6)]
      return ends.map((end) => ({ degrees: (direction(0, 1, ...end) * 180) / Math.PI, weight }))
    })
    const found = rays
      .map(({ degrees, weight }) => [Math.round(degrees * 1e6) / 1e6, weight] as const)
      .map(([degrees, weight]) => [degrees === -180 ? 180 : degrees, weight] as const)
      .sort(([one], [other]) => one - other)
    expect(found).toEqual(
      Array.from({ length: 24 }, (_, n) => [15 * (n - 11), (n - 11) % 3 === 0 ? 1 : 2] as const),
    )
  })
})

describe('horocyclic', () => {
  const grid = horocyclic()
  const verticals = kind(grid, 'segment')

  it('has the horocycles y = 2ᵏ, k from -6 to 6, and a major curve up and across at i', () => {
    const heights = kind(grid, 'orbit').map((curve) => {
      for (const s of shares) expect(at(curve, s)[1]).toBe(curve.y)
      expect(dist(...at(curve, 0), ...at(curve, 0.5))).toBeCloseTo(16, 6)
      return curve.y
    })
    expect(heights).toEqual(Array.from({ length: 13 }, (_, n) => 2 ** (n - 6)))
    const major = grid.filter(({ weight }) => weight === 1).map(({ curve }) => curve)
    expect(major).toHaveLength(2)
    for (const curve of major) expect(dist(0, 1, ...at(curve, 0.5))).toBe(0)
  })

  it('has cells as wide as their lower edge is high, in every row, out to 5 from i and no further', () => {
    for (let k = -6; k < 6; k++) {
      const [bottom, top] = [2 ** k, 2 ** (k + 1)]
      const crossing = verticals.filter(({ v }) => v >= top).map(({ x }) => x)
      const places = [...crossing, 0].sort((one, other) => one - other)
      const isNear = (x: number) => dist(0, 1, x, top) <= 5
      const inside = places.filter(isNear)
      const last = Math.max(...inside) / bottom
      expect(inside).toEqual(Array.from({ length: 2 * last + 1 }, (_, n) => (n - last) * bottom))
      expect(isNear((last + 1) * bottom)).toBe(false)
      expect(last).toBeGreaterThan(0)
    }
  })

  it('has each vertical once, from the lowest horocycle to one of the others', () => {
    expect(new Set(verticals.map(({ x }) => x)).size).toBe(verticals.length)
    for (const { x, y, u, v } of verticals) {
      expect([y, u, Number.isInteger(Math.log2(v))]).toEqual([2 ** -6, x, true])
      // The line x = odd · 2ᵏ ends at 2ᵏ⁺¹, or at the highest horocycle.
      expect([Math.abs((2 * x) / v) % 2 === 1, v === 64]).toContain(true)
    }
  })
})
