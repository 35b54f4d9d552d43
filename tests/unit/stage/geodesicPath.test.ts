import { describe, expect, it } from 'vitest'
import { RibbonBuffer } from '../../../src/gpu/ribbons'
import { ink, type Pen } from '../../../src/stage/figure/pen'
import { distanceToGeodesic, drawGeodesic } from '../../../src/stage/geodesicPath'
import { viewportOf } from '../../../src/stage/viewport'

const viewport = viewportOf({ centre: 0, height: 4 }, 800, 600)
const black = [0, 0, 0, 1] as const

/** The points along a drawn line: the middle of each pair of vertices is a point of it. */
function drawn(x: number, y: number, u: number, v: number): [number, number][] {
  const ribbons = new RibbonBuffer()
  ribbons.clip({ left: -50, right: 850, bottom: -50, top: 650 })
  ribbons.begin()
  const pen: Pen = {
    polyline: (points, count, width) => ribbons.polyline(points, count, width, black),
    segment: (x0, y0, x1, y1, width) => ribbons.segment(x0, y0, x1, y1, width, black),
    arc: (cx, cy, radius, from, to, width) => ribbons.arc(cx, cy, radius, from, to, width, black),
    wedge: () => {},
  }
  drawGeodesic(pen, viewport, x, y, u, v, 2, ink('ink'))
  ribbons.end()
  const { geometry } = ribbons
  const position = geometry.getAttribute('position')
  const used = new Set(Array.from({ length: geometry.drawRange.count }, (_, n) => geometry.index!.getX(n)))
  return [...used].sort((a, b) => a - b).map((n) => [position.getX(n), position.getY(n)])
}

describe('a geodesic of the half-plane', () => {
  it('is the circular arc centred on the boundary', () => {
    const points = drawn(300, 100, 500, 100)
    expect(points.length).toBeGreaterThan(8)
    // Symmetric about x = 400, so the centre is (400, 0) and the radius √(100² + 100²).
    for (const [X, Y] of points) expect(Math.hypot(X - 400, Y)).toBeCloseTo(Math.SQRT2 * 100, 3)
    expect(Math.max(...points.map(([, Y]) => Y))).toBeGreaterThan(141)
  })

  it('is a vertical line between points above each other', () => {
    const points = drawn(200, 50, 200, 500)
    expect(points.every(([X]) => X === 200)).toBe(true)
    expect(Math.min(...points.map(([, Y]) => Y))).toBe(50)
    expect(Math.max(...points.map(([, Y]) => Y))).toBe(500)
  })

  it('stays finite and near the canvas when its ends are far away', () => {
    for (const far of [1e5, 1e8, 1e12, 1e150]) {
      const points = drawn(400, 100, 400 + far, far)
      for (const [X, Y] of points) {
        expect(Number.isFinite(X) && Number.isFinite(Y)).toBe(true)
        expect(Math.abs(X)).toBeLessThan(1e5)
        expect(Math.abs(Y)).toBeLessThan(1e5)
      }
    }
  })

  it('draws nothing for points that coincide or have left the half-plane', () => {
    expect(drawn(200, 50, 200, 50)).toEqual([])
    expect(drawn(200, 0, 300, 50)).toEqual([])
    expect(drawn(200, NaN, 300, 50)).toEqual([])
  })

  it('is as far from a point as its circle is, and infinitely far beyond its ends', () => {
    expect(distanceToGeodesic(400, 150, 300, 100, 500, 100)).toBeCloseTo(150 - Math.SQRT2 * 100, 10)
    expect(distanceToGeodesic(600, 10, 300, 100, 500, 100)).toBe(Infinity)
    expect(distanceToGeodesic(207, 300, 200, 50, 200, 500)).toBe(Infinity)
    expect(distanceToGeodesic(203, 300, 200, 50, 200, 500)).toBeCloseTo(3, 10)
  })
})
