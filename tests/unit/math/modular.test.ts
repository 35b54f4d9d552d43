import { describe, expect, it } from 'vitest'
import { pointOn } from '../../../src/math/curves'
import { modular, modularElements } from '../../../src/math/modular'
import { actPoint, inverse } from '../../../src/math/psl2r'
import { normal, random } from '../../../src/math/random'
import { dist } from '../../../src/math/upperHalfPlane'

type Point = [x: number, y: number]

const curves = (radius?: number) => modular(radius)
const at = (curve: ReturnType<typeof modular>[number]['curve'], s: number) =>
  [...pointOn(curve, s, new Float64Array(2))] as Point

/** The point of |Re z| ≤ 1/2, |z| ≥ 1 that z is equivalent to. */
function reduced([x, y]: Point): Point {
  for (let n = 0; n < 100; n++) {
    x -= Math.round(x)
    const size = x * x + y * y
    if (size >= 1 - 1e-9) return [x, y]
    x = -x / size
    y = y / size
  }
  throw new Error('did not end')
}

describe('modularElements', () => {
  it('are as many, and the same, as all integer matrices tried one by one', () => {
    const bound = 40
    const tried = new Set<string>()
    for (let a = -6; a <= 6; a++)
      for (let b = -6; b <= 6; b++)
        for (let c = 0; c <= 6; c++)
          for (let d = -6; d <= 6; d++) {
            if (a * d - b * c !== 1 || a * a + b * b + c * c + d * d > bound) continue
            if (c > 0 || d === 1) tried.add([a, b, c, d].join())
          }
    const found = modularElements(bound).map((g) => g.join())
    expect(new Set(found)).toEqual(tried)
    expect(found).toHaveLength(tried.size)
    expect(tried.size).toBeGreaterThan(100)
  })

  it('begin with 1 and S, the two of norm² 2', () => {
    expect(modularElements(2)).toEqual([
      [1, 0, 0, 1],
      [0, -1, 1, 0],
    ])
    expect(modularElements(1.9)).toEqual([])
  })
})

describe('modular', () => {
  it('its arcs are images of |z| = 1, its rays of |Re z| = 1/2: every point reduces to there within 1e-7', () => {
    for (const { curve } of curves()) {
      for (const s of [0, 0.1, 0.3]) {
        const [x, y] = reduced(at(curve, s))
        const off = curve.kind === 'segment' ? Math.hypot(x, y) - 1 : Math.abs(x) - 1 / 2
        expect(Math.abs(off)).toBeLessThan(1e-7)
      }
    }
  })

  it('both ends of an arc, and the end of a ray, are images of (1 + i√3)/2 within 1e-9', () => {
    for (const { curve } of curves()) {
      for (const s of curve.kind === 'segment' ? [0, 1] : [0]) {
        const [x, y] = reduced(at(curve, s))
        expect(dist(Math.abs(x), y, 1 / 2, Math.sqrt(3) / 2)).toBeLessThan(1e-9)
      }
    }
  })

  it('a ray goes up its cusp: e^d times as high in the domain after a distance d', () => {
    for (const { curve } of curves(4)) {
      if (curve.kind !== 'orbit') continue
      const height = reduced(at(curve, 0.2))[1]
      expect(height / ((Math.sqrt(3) / 2) * Math.exp(3.2))).toBeCloseTo(1, 6)
    }
  })

  it('has 3 arcs and 3 rays at every corner within, and no side twice', () => {
    // The six domains at gρ have their i at ρ(i, ρ) = acosh(2/√3) < 0.55 from it.
    const radius = 4.5
    const drawn = curves(radius)
    const corners: { at: Point; arcs: Point[]; rays: Point[] }[] = []
    const meet = (where: Point, kind: 'arcs' | 'rays', next: Point) => {
      let corner = corners.find(({ at }) => dist(...at, ...where) < 1e-7)
      if (corner === undefined) corners.push((corner = { at: where, arcs: [], rays: [] }))
      corner[kind].push(next)
    }
    for (const { curve } of drawn) {
      if (curve.kind === 'segment') meet(at(curve, 0), 'arcs', at(curve, 0.5))
      if (curve.kind === 'segment') meet(at(curve, 1), 'arcs', at(curve, 0.5))
      if (curve.kind === 'orbit') meet(at(curve, 0), 'rays', at(curve, 1 / 16))
    }
    const inner = corners.filter(({ at }) => dist(0, 1, ...at) < radius - 0.55)
    expect(inner.length).toBeGreaterThan(40)
    for (const { arcs, rays } of inner) expect([arcs.length, rays.length]).toEqual([3, 3])
    for (const { arcs, rays } of corners) {
      const ends = [...arcs, ...rays]
      ends.forEach((z, n) => {
        for (const w of ends.slice(0, n)) expect(dist(...z, ...w)).toBeGreaterThan(0.1)
      })
    }
  })

  it('the domains cover what is within half the radius, and their interiors do not meet', () => {
    // For z in gF the orbit point nearest to z is gi, so ρ(i, gi) ≤ 2ρ(i, z).
    const elements = modularElements(2 * Math.cosh(5))
    const next = random(3)
    for (let n = 0; n < 300; n++) {
      const z: Point = [normal(next), Math.exp(normal(next))]
      if (dist(0, 1, ...z) > 2.5) continue
      const images = elements.map((g) => actPoint(inverse(g), ...z))
      const within = (slack: number) =>
        images.filter(([x, y]) => Math.abs(x) <= 1 / 2 + slack && Math.hypot(x, y) >= 1 - slack).length
      expect(within(1e-9)).toBeGreaterThanOrEqual(1)
      expect(within(-1e-9)).toBeLessThanOrEqual(1)
    }
  })

  it('the three sides of |Re z| ≤ 1/2, |z| ≥ 1 are major', () => {
    const major = curves().filter(({ weight }) => weight === 1)
    expect(major.map(({ curve }) => curve.kind).sort()).toEqual(['orbit', 'orbit', 'segment'])
    for (const { curve } of major) {
      const [x, y] = at(curve, 0.25)
      if (curve.kind === 'segment') expect(Math.hypot(x, y)).toBeCloseTo(1, 14)
      else
        expect([Math.abs(x), y / (Math.sqrt(3) / 2)]).toEqual([
          expect.closeTo(0.5, 12),
          expect.closeTo(Math.exp(4), 9),
        ])
    }
  })
})
