import { describe, expect, it } from 'vitest'
import { RibbonBuffer } from '../../../src/gpu/ribbons'

const ink = [0, 0, 0, 1] as const

/** The corners of a ribbon of width 2, without the margin of the edge: position ± miter. */
function corners({ geometry }: RibbonBuffer): number[][] {
  const { position, miter, stroke } = geometry.attributes
  return Array.from({ length: geometry.drawRange.count }, (_, i) => {
    const v = geometry.index!.getX(i)
    const side = stroke!.getX(v)
    return [position!.getX(v) + side * miter!.getX(v), position!.getY(v) + side * miter!.getY(v)]
  })
}

function draw(lines: (ribbons: RibbonBuffer) => void): RibbonBuffer {
  const ribbons = new RibbonBuffer(2)
  ribbons.begin()
  lines(ribbons)
  ribbons.end()
  return ribbons
}

describe('RibbonBuffer', () => {
  it('makes two triangles of a segment', () => {
    const ribbons = draw((r) => r.segment(0, 0, 10, 0, 2, ink))
    const sides = corners(ribbons).map(([x, y]) => `${x} ${y}`)
    expect(sides).toEqual(['0 -1', '0 1', '10 -1', '10 -1', '0 1', '10 1'])
  })

  it('meets a right angle in one miter', () => {
    const points = [0, 0, 10, 0, 10, 10]
    const found = corners(draw((r) => r.polyline(points, 3, 2, ink)))
    const inner = found.filter(([x, y]) => Math.abs(x! - 9) < 1e-6 && Math.abs(y! - 1) < 1e-6)
    const outer = found.filter(([x, y]) => Math.abs(x! - 11) < 1e-6 && Math.abs(y! + 1) < 1e-6)
    expect([inner.length > 0, outer.length > 0]).toEqual([true, true])
  })

  it('cuts a sharper corner than 120° off: no corner is further than the line is wide', () => {
    const found = corners(draw((r) => r.polyline([0, 0, 10, 0, 0, 0.1], 3, 2, ink)))
    expect(Math.max(...found.map(([x]) => x!))).toBeLessThanOrEqual(11)
  })

  it('passes over points that coincide', () => {
    const doubled = corners(draw((r) => r.polyline([0, 0, 0, 0, 10, 0, 10, 0], 4, 2, ink)))
    expect(doubled).toEqual(corners(draw((r) => r.segment(0, 0, 10, 0, 2, ink))))
    expect(corners(draw((r) => r.polyline([5, 5, 5, 5], 2, 2, ink)))).toEqual([])
  })

  it('counts the dashes along the line, through what the window hides', () => {
    const ribbons = draw((r) => {
      r.clip({ left: -10, bottom: 5, right: 200, top: 200 })
      r.arc(0, 0, 100, 0, Math.PI / 2, 2, ink, 8)
    })
    const hidden = 100 * Math.asin(5 / 100)
    expect(ribbons.geometry.getAttribute('stroke').getZ(0)).toBeCloseTo(hidden, 4)
  })

  it('allocates nothing while the capacity suffices', () => {
    const ribbons = draw((r) => r.arc(0, 0, 300, 0, Math.PI, 2, ink))
    const { array } = ribbons.geometry.getAttribute('position')
    ribbons.begin()
    ribbons.arc(5, 0, 290, 0, Math.PI, 2, ink)
    ribbons.end()
    expect(ribbons.geometry.getAttribute('position').array).toBe(array)
  })
})
