import { describe, expect, it } from 'vitest'
import { arcChords, visibleArcs } from '../../../src/gpu/arcs'
import { random } from '../../../src/math/random'

const window = { left: 0, bottom: 0, right: 100, top: 60 }
const out = new Float64Array(18)

describe('arcChords', () => {
  it.each([1, 30, 400, 1e5])(
    'chords of a circle of radius %s px are within a quarter of a pixel',
    (radius) => {
      const sagitta = radius * (1 - Math.cos(Math.PI / arcChords(radius, 2 * Math.PI)))
      expect(sagitta).toBeLessThanOrEqual(0.25)
      const fewer = radius * (1 - Math.cos(Math.PI / (arcChords(radius, 2 * Math.PI) - 1)))
      expect(fewer).toBeGreaterThan(0.2 * Math.min(1, radius / 30))
    },
  )

  it('is at least one, and does not depend on the direction', () => {
    expect(arcChords(1e-3, 0.1)).toBe(1)
    expect(arcChords(200, -2)).toBe(arcChords(200, 2))
  })
})

describe('visibleArcs', () => {
  it('keeps an arc inside the window as it is', () => {
    expect(visibleArcs(50, 30, 10, 5, 2, window, out)).toBe(1)
    expect([...out.subarray(0, 2)]).toEqual([5, 2])
  })

  it('finds nothing of an arc outside', () => {
    expect(visibleArcs(500, 30, 10, 0, 6, window, out)).toBe(0)
    expect(visibleArcs(50, 30, 1000, 0, 6, window, out)).toBe(0)
  })

  it('cuts a half circle at the left, top and right sides', () => {
    expect(visibleArcs(50, 0, 65, 0, Math.PI, window, out)).toBe(2)
    const side = Math.acos(50 / 65)
    const top = Math.asin(60 / 65)
    const want = [side, top, Math.PI - top, Math.PI - side]
    want.forEach((angle, i) => expect(out[i]).toBeCloseTo(angle, 12))
  })

  it('leaves a few chords of a nearly vertical geodesic, at its place within 1e-3 px', () => {
    const radius = 1e9
    expect(visibleArcs(50 - radius, 0, radius, 0, Math.PI, window, out)).toBe(1)
    expect(arcChords(radius, out[1]! - out[0]!)).toBeLessThanOrEqual(2)
    expect(radius * Math.sin(out[1]!)).toBeCloseTo(60, 3)
  })

  it('agrees with sampling, for 500 random arcs in either direction', () => {
    const next = random(7)
    for (let trial = 0; trial < 500; trial++) {
      const [cx, cy, radius] = [200 * next() - 50, 160 * next() - 50, 120 * next()]
      const from = 20 * next() - 10
      const sweep = 4 * Math.PI * next() - 2 * Math.PI
      const parts = visibleArcs(cx, cy, radius, from, from + sweep, window, out)
      for (let i = 0; i < 40; i++) {
        const s = (i + 0.5) / 40
        const angle = from + sweep * s
        const [x, y] = [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
        const room = Math.min(x - window.left, window.right - x, y - window.bottom, window.top - y)
        let kept = false
        for (let part = 0; part < parts; part++) {
          const [start, end] = [out[2 * part]!, out[2 * part + 1]!]
          kept ||= angle >= Math.min(start, end) && angle <= Math.max(start, end)
        }
        if (Math.abs(room) > 1e-9) expect(kept, `arc ${trial}, angle ${angle}`).toBe(room > 0)
      }
    }
  })
})
