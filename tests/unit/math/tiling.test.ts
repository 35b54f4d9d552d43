import { describe, expect, it } from 'vitest'
import { isTiling, tileShape, tilesWithin, tiling } from '../../../src/math/tiling'
import { actPoint } from '../../../src/math/psl2r'
import { direction, dist, midpoint } from '../../../src/math/upperHalfPlane'

const choices = [
  [7, 3],
  [5, 4],
  [4, 5],
  [3, 7],
  [6, 4],
  [12, 12],
] as const

const segments = (p: number, q: number, radius?: number) =>
  tiling(p, q, radius).map(({ curve, weight }) => {
    if (curve.kind !== 'segment') throw new Error('not a segment')
    return { ...curve, weight }
  })

describe('tileShape', () => {
  it('{5,4}, the right-angled pentagon: cosh of its edge is the golden ratio', () => {
    expect(Math.cosh(2 * tileShape(5, 4).halfEdge)).toBeCloseTo((1 + Math.sqrt(5)) / 2, 14)
  })

  it('{3,7} joins the centres of {7,3}, {4,5} those of {5,4}', () => {
    for (const [p, q] of choices) {
      expect(tileShape(p, q).inradius).toBeCloseTo(tileShape(q, p).halfEdge, 13)
      expect(tileShape(p, q).circumradius).toBeCloseTo(tileShape(q, p).circumradius, 13)
    }
  })

  it('Pythagoras: cosh R = cosh r cosh(edge/2)', () => {
    for (const [p, q] of choices) {
      const { inradius, halfEdge, circumradius } = tileShape(p, q)
      const ratio = Math.cosh(circumradius) / Math.cosh(inradius) / Math.cosh(halfEdge)
      expect(ratio).toBeCloseTo(1, 13)
    }
  })

  it.each([
    [6, 3],
    [4, 4],
    [3, 6],
    [5, 3],
    [2, 9],
    [7.5, 3],
    [NaN, 3],
  ])('rejects {%d,%d}', (p, q) => {
    expect(isTiling(p, q)).toBe(false)
    expect(() => tileShape(p, q)).toThrow(RangeError)
    expect(() => tiling(p, q)).toThrow('is no tiling of the hyperbolic plane')
  })
})

describe('tilesWithin', () => {
  // Numbers of tiles n steps across edges away: OEIS A001354 for {7,3}, A377322 for {4,5}; 5F(2n) for {5,4}.
  it.each([
    [7, 3, 5.2, [1, 7, 21, 56, 147]],
    [4, 5, 5.6, [1, 4, 12, 28, 64]],
    [5, 4, 6, [1, 5, 15, 40, 105]],
  ])('{%d,%d} has layers of as many tiles as are published', (p, q, radius, published) => {
    const { inradius } = tileShape(p, q)
    const centres = tilesWithin(p, q, radius).tiles.map((g) => actPoint(g, 0, 1))
    const layers = [[centres[0]!]]
    const rest = new Set(centres.slice(1))
    while (layers.length < published.length) {
      const next = [...rest].filter((w) =>
        layers.at(-1)!.some((z) => Math.abs(dist(...z, ...w) - 2 * inradius) < 1e-6),
      )
      for (const w of next) rest.delete(w)
      layers.push(next)
    }
    expect(layers.map((layer) => layer.length)).toEqual(published)
  })

  it.each(choices)('{%d,%d}: no centre twice, and none further than the radius', (p, q) => {
    const { inradius } = tileShape(p, q)
    const centres = tilesWithin(p, q, 4).tiles.map((g) => actPoint(g, 0, 1))
    const gaps = centres.flatMap((z, n) => centres.slice(0, n).map((w) => dist(...z, ...w)))
    expect(Math.max(...centres.map((z) => dist(0, 1, ...z)))).toBeLessThanOrEqual(4)
    expect(gaps.reduce((least, gap) => Math.min(least, gap), Infinity)).toBeCloseTo(2 * inradius, 9)
  })

  it('finds the tiles of radius 4 again among those of radius 6', () => {
    for (const [p, q] of choices) {
      const near = tilesWithin(p, q, 6).tiles.filter((g) => dist(0, 1, ...actPoint(g, 0, 1)) <= 4)
      expect(near).toHaveLength(tilesWithin(p, q, 4).tiles.length)
    }
  })
})

describe('tiling', () => {
  it.each(choices)('{%d,%d}: q edges at every vertex within, 2π/q apart, all equally long', (p, q) => {
    // The tiles at a vertex of the tile at i have their centres within twice the circumradius.
    const radius = p === 12 ? 6.7 : 4
    const edges = segments(p, q, radius)
    const { halfEdge, circumradius } = tileShape(p, q)
    const vertices: { at: [number, number]; angles: number[] }[] = []
    const meet = (x: number, y: number, u: number, v: number) => {
      let vertex = vertices.find(({ at }) => dist(...at, x, y) < 1e-7)
      if (vertex === undefined) vertices.push((vertex = { at: [x, y], angles: [] }))
      vertex.angles.push(direction(x, y, u, v))
    }
    for (const { x, y, u, v } of edges) {
      expect(dist(x, y, u, v)).toBeCloseTo(2 * halfEdge, 9)
      meet(x, y, u, v)
      meet(u, v, x, y)
    }
    const inner = vertices.filter(({ at }) => dist(0, 1, ...at) <= radius - circumradius)
    expect(inner.length).toBeGreaterThanOrEqual(p)
    for (const { angles } of inner) {
      const turns = angles.sort((one, other) => one - other)
      const gaps = turns.map((turn, n) => (turns[n + 1] ?? turns[0]! + 2 * Math.PI) - turn)
      expect(gaps).toHaveLength(q)
      for (const gap of gaps) expect(gap).toBeCloseTo((2 * Math.PI) / q, 7)
    }
  })

  it.each(choices)('{%d,%d}: all edges of all its tiles, each once', (p, q) => {
    const middles = segments(p, q, 4).map(({ x, y, u, v }) => [...midpoint(x, y, u, v, new Float64Array(2))])
    const { inradius } = tileShape(p, q)
    const { tiles } = tilesWithin(p, q, 4)
    for (const g of tiles) {
      const centre = actPoint(g, 0, 1)
      const sides = middles.filter(([x, y]) => Math.abs(dist(...centre, x!, y!) - inradius) < 1e-6)
      expect(sides).toHaveLength(p)
    }
  })

  it.each(choices)('{%d,%d}: the tile at i is major, the middle of its first edge above i', (p, q) => {
    const major = segments(p, q).filter(({ weight }) => weight === 1)
    expect(major).toHaveLength(p)
    const { inradius } = tileShape(p, q)
    for (const { x, y, u, v } of major) {
      const [a, b] = midpoint(x, y, u, v, new Float64Array(2))
      expect(dist(0, 1, a!, b!)).toBeCloseTo(inradius, 13)
    }
    const { x, y, u, v } = major[0]!
    expect(x + u).toBeCloseTo(0, 14)
    expect(y).toBeCloseTo(v, 14)
    expect(y).toBeGreaterThan(1)
  })

  it('has fewer than 4000 edges, whatever p and q', () => {
    for (let p = 3; p <= 12; p++) {
      for (let q = 3; q <= 12; q++) {
        if (!isTiling(p, q)) continue
        const { length } = tiling(p, q)
        expect(length).toBeGreaterThan(p)
        expect(length).toBeLessThan(4000)
      }
    }
  })
})
