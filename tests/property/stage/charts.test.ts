import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBand, toDisk, toHyperboloid, toKlein } from '../../../src/math/models'
import { dist } from '../../../src/math/upperHalfPlane'
import { chartOf } from '../../../src/stage/charts/chartOf'
import { angleSeenAs, directionSeen, pixelsPerLength, placeOf } from '../../../src/stage/charts/chart'
import type { ModelName } from '../../../src/document/view'

const viewport = { width: 900, height: 640, floor: 34, scale: 170, centre: 0.3 }
const window = { centre: 0.3, height: 2.9 }
const chartFor = (model: ModelName, turn: readonly [number, number] = [0.4, 0.9]) =>
  chartOf(model, viewport, window, { turn, magnification: 1 })
const models = ['halfPlane', 'disk', 'klein', 'hyperboloid', 'band'] as const
const eps = Number.EPSILON

/** Points within hyperbolic 3 of the middle of the window, 0.3 + i. */
const point = fc
  .tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }))
  .map(([r, angle]): [number, number] => {
    const k = 1 / (Math.cosh(r) - Math.sinh(r) * Math.sin(angle))
    return [0.3 + Math.sinh(r) * Math.cos(angle) * k, k]
  })
const check = (property: fc.IProperty<never> | fc.IProperty<unknown>) =>
  fc.assert(property as fc.IProperty<unknown>, { seed: 11, numRuns: 300, endOnFailure: true })

describe('a chart', () => {
  // A place of up to 900 pixels is rounded a few times on the way there and back, each time by ε times that; so many
  // pixels are so much length where a unit of it is fewest pixels.
  it.each(models)('finds the point again where it shows it, within 16 · 900 ε pixels: %s', (model) => {
    const chart = chartFor(model)
    check(
      fc.property(point, ([x, y]) => {
        const [X, Y] = placeOf(chart, x, y)
        const [u, v] = chart.pointAt(X, Y)
        expect(v).toBeGreaterThan(0)
        expect(dist(x, y, u, v)).toBeLessThan((16 * 900 * eps) / pixelsPerLength(chart, x, y))
      }),
    )
  })

  it.each(models)('finds a boundary point again, and ∞: %s', (model) => {
    const chart = chartFor(model)
    check(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (end) => {
        const [X, Y] = chart.placeOfEnd(end)
        // The bowl is searched in steps of a 60 000th of its rim; the others are solved.
        const allowed = model === 'hyperboloid' ? 2e-3 * (1 + end * end) : 1e-9 * (1 + end * end)
        expect(Math.abs(chart.endAt(X, Y) - end)).toBeLessThan(allowed)
      }),
    )
    expect(chart.endAt(...chart.placeOfEnd(Infinity))).toBe(Infinity)
  })

  it('is that of math/models, about the middle of the canvas and a quarter turn on', () => {
    const [X0, Y0] = placeOf(chartFor('disk'), 0.3, 0.34 * 2.9)
    const disk = chartFor('disk')
    const radius = disk.placeOfEnd(Infinity)[1] - Y0
    check(
      fc.property(point, ([x, y]) => {
        const [p, q] = [(x - 0.3) / (0.34 * 2.9), y / (0.34 * 2.9)]
        for (const [model, to] of [
          ['disk', toDisk],
          ['klein', toKlein],
        ] as const) {
          const [re, im] = to(p, q)
          const [X, Y] = placeOf(chartFor(model), x, y)
          expect(Math.abs(X - (X0 - radius * im))).toBeLessThan(1e-9)
          expect(Math.abs(Y - (Y0 + radius * re))).toBeLessThan(1e-9)
        }
        const [across, along] = toBand(p, q)
        const band = chartFor('band')
        const unit = (placeOf(band, 0.3, 0.34 * 2.9 * Math.E)[0] - X0) / 1
        const [X, Y] = placeOf(band, x, y)
        expect(Math.abs(X - (X0 + unit * across))).toBeLessThan(1e-9)
        expect(Math.abs(Y - (Y0 + unit * (along - Math.PI / 2)))).toBeLessThan(1e-9)
      }),
    )
  })

  it('shows the bowl from straight above as the disk of e₁ and e₂ in perspective', () => {
    const chart = chartFor('hyperboloid', [0, Math.PI / 2])
    const [X0, Y0] = placeOf(chart, 0.3, 0.34 * 2.9)
    check(
      fc.property(point, ([x, y]) => {
        const [t, a, b] = toHyperboloid((x - 0.3) / (0.34 * 2.9), y / (0.34 * 2.9))
        const [X, Y] = placeOf(chart, x, y)
        fc.pre(t < 9)
        // The same direction from the middle, (e₁, e₂) = (-b, a).
        const cross = (X - X0) * a + (Y - Y0) * b
        expect(Math.abs(cross)).toBeLessThan(1e-8 * t * t)
        expect((X - X0) * -b + (Y - Y0) * a).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  // Differences of places over 2e-4 of a height have rounding of 1e-13/2e-4 and curvature of 1e-8, times the steepness.
  it.each(models)('reads a direction back that it shows, within 1e-4: %s', (model) => {
    const chart = chartFor(model)
    check(
      fc.property(point, fc.double({ min: -3, max: 3, noNaN: true }), ([x, y], angle) => {
        const [dX, dY] = directionSeen(chart, x, y, angle)
        expect(Math.abs(Math.sin(angleSeenAs(chart, x, y, dX, dY) - angle))).toBeLessThan(1e-4)
        expect(Math.cos(angleSeenAs(chart, x, y, dX, dY) - angle)).toBeGreaterThan(0)
      }),
    )
  })

  it.each(['disk', 'band', 'halfPlane'] as const)('keeps angles, being conformal: %s', (model) => {
    const chart = chartFor(model)
    check(
      fc.property(point, fc.double({ min: -3, max: 3, noNaN: true }), ([x, y], angle) => {
        const [p, q] = directionSeen(chart, x, y, angle)
        const [u, v] = directionSeen(chart, x, y, angle + Math.PI / 2)
        expect(Math.abs(p * u + q * v)).toBeLessThan(1e-6)
        expect(p * v - q * u).toBeGreaterThan(0)
      }),
    )
  })
})
