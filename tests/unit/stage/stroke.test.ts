import { describe, expect, it } from 'vitest'
import { RibbonBuffer } from '../../../src/gpu/ribbons'
import { chartOf } from '../../../src/stage/charts/chartOf'
import { strokeCurve } from '../../../src/stage/stroke'

const viewport = { width: 1100, height: 700, floor: 34, scale: 200, centre: 0 }
const chart = chartOf('disk', viewport, { centre: 0, height: 3 }, { turn: [0, 1], magnification: 1 })

/** The points of the one line that is drawn. */
function drawn(curve: (s: number, out: Float64Array) => void): [number, number][] {
  const ribbons = new RibbonBuffer()
  let points: [number, number][] = []
  ribbons.polyline = (packed, count) => {
    points = Array.from({ length: count }, (_, n) => [packed[2 * n]!, packed[2 * n + 1]!])
  }
  strokeCurve(ribbons, chart, curve, { width: 1, colour: [0, 0, 0, 1] })
  return points
}

describe('a curve that is drawn', () => {
  it('is a circle to a third of a pixel all round, however unevenly it is run through', () => {
    // The circle of radius 300 px about the middle of the disk, nearly all of its parameter spent near one point.
    const [X0, Y0] = [chart.placeOfEnd(0)[0], 0]
    expect(X0).toBeCloseTo(550, 9)
    const middle = (chart.placeOfEnd(Infinity)[1] + chart.placeOfEnd(0)[1]) / 2
    const points = drawn((s, out) => {
      const angle = 2 * Math.PI * (s < 0.5 ? 0.5 * (2 * s) ** 4 : 1 - 0.5 * (2 - 2 * s) ** 4)
      const [x, y] = chart.pointAt(X0 + 250 * Math.cos(angle), Y0 + middle + 250 * Math.sin(angle))
      out[0] = x
      out[1] = y
    })
    for (let n = 1; n < points.length; n++) {
      const [[P, Q], [U, V]] = [points[n - 1]!, points[n]!]
      const [X, Y] = [(P + U) / 2 - X0, (Q + V) / 2 - middle]
      expect(Math.abs(Math.hypot(X, Y) - 250)).toBeLessThan(1 / 3)
    }
    expect(points.length).toBeLessThan(1000)
  })
})
