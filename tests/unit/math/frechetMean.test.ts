import { describe, expect, it } from 'vitest'
import { frechetMean } from '../../../src/math/frechetMean'

const mean = (...points: (readonly [number, number])[]) => frechetMean(Float64Array.from(points.flat()))

describe('frechetMean', () => {
  it('of one point is the point, of copies of it too, in no step', () => {
    expect(mean([3, 0.2])).toEqual({ x: 3, y: 0.2, steps: 0, gradient: 0 })
    expect(mean([3, 0.2], [3, 0.2], [3, 0.2])).toEqual({ x: 3, y: 0.2, steps: 0, gradient: 0 })
  })

  it('of i and 4i is 2i, of e^t i is i e^(mean t)', () => {
    expect(mean([0, 1], [0, 4]).y).toBeCloseTo(2, 14)
    const { x, y } = mean([0, 1], [0, Math.E], [0, Math.exp(5)], [0, Math.exp(-2)])
    expect(x).toBe(0)
    expect(y).toBeCloseTo(Math.E, 13)
  })

  it('of z, -z̄ and both turned about i by a half turn is i', () => {
    const [x, y] = [0.7, 0.4]
    const n = x * x + y * y
    const found = mean([x, y], [-x, y], [-x / n, y / n], [x / n, y / n])
    expect(found.x).toBeCloseTo(0, 14)
    expect(found.y).toBeCloseTo(1, 14)
  })

  it('of three points at equal distance and angle about 5 + 2i is 5 + 2i', () => {
    // Circle about i of radius 1 at the angles 0°, 120°, 240° of the disk: z = i(1 + w)/(1 - w), then 2z + 5.
    const r = Math.tanh(0.5)
    const points = [0, 1, 2].map((k) => {
      const [re, im] = [r * Math.cos((2 * Math.PI * k) / 3), r * Math.sin((2 * Math.PI * k) / 3)]
      const n = (1 - re) ** 2 + im * im
      return [5 + (2 * -2 * im) / n, (2 * (1 - r * r)) / n] as const
    })
    const found = mean(...points)
    expect(found.x).toBeCloseTo(5, 13)
    expect(found.y).toBeCloseTo(2, 13)
  })

  it('converges for points 60 apart in three directions', () => {
    const { y, gradient } = mean([0, Math.exp(30)], [0, Math.exp(-30)], [1e-3, 1])
    expect(gradient).toBeLessThan(1e-12)
    expect(y).toBeCloseTo(1, 3)
  })

  it('says why there is none', () => {
    expect(() => mean()).toThrow('frechetMean: there is no point to take the mean of')
    expect(() => mean([0, 1], [0, 0])).toThrow('frechetMean: Im must be > 0, got 0')
    expect(() => mean([0, 1], [Infinity, 1])).toThrow('frechetMean: point 2 is not finite')
    expect(() => mean([1e20, 1], [1e20, 2])).toThrow('where float64 is too coarse to tell it')
  })
})
