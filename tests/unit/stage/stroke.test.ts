import { describe, expect, it } from 'vitest'
import { pointOn } from '../../../src/math/curves'
import { element } from '../../../src/math/psl2r'
import { chartOf } from '../../../src/stage/charts/chartOf'
import { ink, type Pen } from '../../../src/stage/figure/pen'
import { flowLines } from '../../../src/stage/flowLines'
import { strokeCurve } from '../../../src/stage/stroke'

const viewport = { width: 1100, height: 700, floor: 34, scale: 200, centre: 0 }
const chart = chartOf('disk', viewport, { centre: 0, height: 3 }, { turn: [0, 1], magnification: 1 })

/** The points of the one line that is drawn. */
function drawn(curve: (s: number, out: Float64Array) => void): [number, number][] {
  let points: [number, number][] = []
  const other = () => {}
  const pen: Pen = {
    segment: other,
    arc: other,
    wedge: other,
    polyline: (packed, count) => {
      points = Array.from({ length: count }, (_, n) => [packed[2 * n]!, packed[2 * n + 1]!])
    },
  }
  strokeCurve(pen, chart, curve, { width: 1, colour: ink('ink') })
  return points
}

/** Centre and radius of the circle through three points. */
function circle([a, b]: [number, number], [c, d]: [number, number], [e, f]: [number, number]) {
  const [p, q, r, s] = [c - a, d - b, e - a, f - b]
  const twice = 2 * (p * s - q * r)
  const [P, R] = [p * p + q * q, r * r + s * s]
  const [x, y] = [(s * P - q * R) / twice, (p * R - r * P) / twice]
  return { x: a + x, y: b + y, radius: Math.hypot(x, y) }
}

describe('a curve that is drawn', () => {
  // A turn by a small angle about 0.2 + 2.6i, and its orbits: hyperbolic circles, which the disk shows as circles.
  it.each(flowLines(element(1, 0.2, -0.03, 1)).map((orbit, n) => ({ orbit, n })))(
    'is within a third of a pixel of orbit $n',
    ({ orbit }) => {
      const points = drawn((s, out) => pointOn(orbit, s, out))
      const third = Math.floor(points.length / 3)
      const { x, y, radius } = circle(points[0]!, points[third]!, points[2 * third]!)
      let worst = 0
      for (let n = 1; n < points.length; n++) {
        const [[P, Q], [U, V]] = [points[n - 1]!, points[n]!]
        worst = Math.max(worst, Math.abs(Math.hypot((P + U) / 2 - x, (Q + V) / 2 - y) - radius))
      }
      expect(worst).toBeLessThan(1 / 3)
    },
  )
})
