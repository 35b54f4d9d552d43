import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundOf } from '../../../src/stage/figure/roundOf'

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Unevenly: half of the steps are a fiftieth of the others. */
function along(count: number, at: (s: number) => readonly [number, number]): number[] {
  const steps = Array.from({ length: count - 1 }, (_, n) => (n % 2 ? 0.02 : 1))
  const whole = steps.reduce((sum, step) => sum + step, 0)
  let s = 0
  return [0, ...steps].flatMap((step) => at((s += step) / whole))
}

describe('points along a curve', () => {
  it('of a circle are its arc: centre, radius and both ends within a hundredth of a pixel, either way round', () => {
    const arcs = fc.record({
      X: real(-500, 500),
      Y: real(-500, 500),
      radius: real(5, 2000),
      from: real(-3, 3),
      sweep: fc.oneof(real(0.4, 2 * Math.PI), real(-2 * Math.PI, -0.4)),
      count: fc.integer({ min: 20, max: 60 }),
    })
    fc.assert(
      fc.property(arcs, ({ X, Y, radius, from, sweep, count }) => {
        const at = (s: number) =>
          [X + radius * Math.cos(from + s * sweep), Y + radius * Math.sin(from + s * sweep)] as const
        const round = roundOf(along(count, at))
        if (!round || round === 'straight') throw new Error('no arc')
        expect(Math.hypot(round.X - X, round.Y - Y, round.radius - radius)).toBeLessThan(0.01)
        expect(Math.abs(round.to - round.from - sweep) * radius).toBeLessThan(0.01)
        expect(Math.abs(Math.sin((round.from - from) / 2)) * 2 * radius).toBeLessThan(0.01)
      }),
    )
  })

  it('of a straight line are straight, and those of an ellipse or of a way back are neither', () => {
    fc.assert(
      fc.property(real(-500, 500), real(-3, 3), real(20, 900), (x, angle, length) => {
        const line = (s: number) => [x + s * length * Math.cos(angle), s * length * Math.sin(angle)] as const
        expect(roundOf(along(20, line))).toBe('straight')
        expect(roundOf(along(20, (s) => line(Math.sin(2.5 * s))))).toBeUndefined()
        const ellipse = (s: number) => [length * Math.cos(3 * s), 0.9 * length * Math.sin(3 * s)] as const
        expect(roundOf(along(20, ellipse))).toBeUndefined()
      }),
    )
  })
})
