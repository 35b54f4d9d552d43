import { describe, expect, it } from 'vitest'
import { pointOn, type Curve } from '../../../src/math/curves'
import { flowLines } from '../../../src/stage/flowLines'

const at = (curve: Curve, s: number): [number, number] => {
  const out = pointOn(curve, s, new Float64Array(2))
  return [out[0]!, out[1]!]
}
const places = [0.2, 0.4, 0.5, 0.61, 0.8]

describe('flow lines', () => {
  it('of z ↦ e²z are the rays through 0, at distances 0 to ±2 from the imaginary axis, outwards', () => {
    const lines = flowLines([Math.E, 0, 0, 1 / Math.E])
    // A ray at the angle φ from the imaginary axis is at the distance atanh(sin φ).
    const distances = lines.map((line) => {
      const [x, y] = at(line, 0.5)
      for (const s of places) {
        const [u, v] = at(line, s)
        expect(u / v).toBeCloseTo(x / y, 9)
      }
      expect(Math.hypot(...at(line, 0.6))).toBeGreaterThan(Math.hypot(x, y))
      return Math.asinh(x / y)
    })
    expect(distances.map((d) => Math.round(d * 1e9) / 1e9 + 0).sort((p, q) => p - q)).toEqual([
      -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2,
    ])
  })

  it('of 2 1 1 1 keep their distance from the axis between (1 ± √5)/2', () => {
    const [p, q] = [(1 - Math.sqrt(5)) / 2, (1 + Math.sqrt(5)) / 2]
    const away = ([x, y]: readonly [number, number]) =>
      Math.asinh(((x - p) * (x - q) + y * y) / ((q - p) * y))
    const distances = flowLines([2, 1, 1, 1]).map((line) => {
      for (const s of places) expect(away(at(line, s))).toBeCloseTo(away(at(line, 0.5)), 9)
      return Math.round(away(at(line, 0.5)) * 1e9) / 1e9 + 0
    })
    expect(distances).toEqual([-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2])
  })

  it('of a rotation about i are circles of radius 0.5, 1, … 3 about it', () => {
    const lines = flowLines([Math.cos(0.3), -Math.sin(0.3), Math.sin(0.3), Math.cos(0.3)])
    const radii = lines.map((line) => {
      const found = places.map((s) => {
        const [x, y] = at(line, s)
        return Math.acosh((x * x + y * y + 1) / (2 * y))
      })
      expect(Math.max(...found) - Math.min(...found)).toBeLessThan(1e-12)
      return found[0]!.toFixed(9)
    })
    expect(radii.map(Number)).toEqual([0.5, 1, 1.5, 2, 2.5, 3])
  })

  it('of z ↦ z + 1 are the lines y = e^(n/2), to the right', () => {
    const lines = flowLines([1, 1, 0, 1])
    const heights = lines.map((line) => {
      const [x, y] = at(line, 0.5)
      expect(at(line, 0.6)[0]).toBeGreaterThan(x)
      for (const s of places) expect(at(line, s)[1]).toBeCloseTo(y, 12)
      return Math.log(y)
    })
    expect(heights.map((h) => Math.round(2 * h * 1e9) / 1e9 + 0)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4])
  })

  it('of a parabolic element that fixes 0 are circles tangent at 0', () => {
    for (const line of flowLines([1, 0, 1, 1])) {
      const sizes = places.map((s) => {
        const [x, y] = at(line, s)
        return (x * x + y * y) / y
      })
      expect(Math.max(...sizes) / Math.min(...sizes) - 1).toBeLessThan(1e-9)
    }
  })

  it('of the identity are none', () => {
    expect(flowLines([1, 0, 0, 1])).toEqual([])
  })

  // Beside z ↦ z + 1, whose horocycles have the heights e^(n/2) above 0, is the axis over -5e4, and the centre is
  // 1e3 i; there the lines are as level as a circle of that size.
  it.each([
    ['hyperbolic', [1 + 1e-5, 1, 0, 1 / (1 + 1e-5)]],
    ['elliptic', [Math.cos(1e-3), 1e3 * Math.sin(1e-3), -1e-3 * Math.sin(1e-3), Math.cos(1e-3)]],
  ] as const)('come by i beside the wall as they do on it: %s', (_, g) => {
    const nearest = (curve: Curve) =>
      Math.min(
        ...Array.from({ length: 401 }, (_, n) => {
          const [x, y] = at(curve, n / 400)
          return Math.acosh(1 + (x * x + (y - 1) ** 2) / (2 * y))
        }),
      )
    const lines = flowLines([...g])
    expect(lines.filter((line) => nearest(line) < 1.3).length).toBeGreaterThanOrEqual(4)
  })
})
