import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dist } from '../../../src/math/upperHalfPlane'
import { placeAll } from '../../../src/stage/charts/chart'
import { halfPlaneChart } from '../../../src/stage/charts/halfPlane'
import { project, unproject } from '../../../src/stage/tiltCamera'
import { panTo, planeX, viewportOf, worldX, zoomAbout, type Viewport } from '../../../src/stage/viewport'
import { epsilon, logUniform, nearPoint, seeded, uniform } from '../arbitraries'

const viewport: fc.Arbitrary<Viewport> = fc
  .tuple(uniform(-5, 5), logUniform(1e-3, 1e3), uniform(200, 2000), uniform(200, 1200))
  .map(([centre, height, wide, high]) => viewportOf({ centre, height }, wide, high))

describe('the viewport of the half-plane', () => {
  it('shows the whole window: its corners are on the canvas within a millionth of a pixel', () => {
    fc.assert(
      fc.property(
        fc.tuple(uniform(-5, 5), logUniform(1e-3, 1e3), uniform(200, 2000), uniform(200, 1200)),
        ([centre, height, wide, high]) => {
          const v = viewportOf({ centre, height }, wide, high)
          expect(worldX(v, centre - 0.625 * height)).toBeGreaterThanOrEqual(-1e-6)
          expect(worldX(v, centre + 0.625 * height)).toBeLessThanOrEqual(wide + 1e-6)
          expect(height * v.scale).toBeLessThanOrEqual(high - v.floor + 1e-6)
        },
      ),
      seeded(500),
    )
  })

  it('has a scale on a canvas of any size, however low', () => {
    fc.assert(
      fc.property(
        uniform(1, 2000),
        uniform(1, 300),
        uniform(20, 60),
        logUniform(1e-3, 1e3),
        (wide, high, floor, height) => {
          expect(viewportOf({ centre: 0, height }, wide, high, floor).scale).toBeGreaterThan(0)
        },
      ),
      seeded(200),
    )
  })

  it('is an isometry: ρ of world points = ρ, to rounding of x - centre: 8 ε (1 + (|x| + |c|)/y) a point', () => {
    fc.assert(
      fc.property(viewport, nearPoint, nearPoint, (v, z, w) => {
        const [X, Y, U, V] = placeAll(halfPlaneChart(v), Float64Array.of(...z, ...w), new Float64Array(4))
        const grain = [z, w].reduce(
          (sum, [x, y]) => sum + 1 + (Math.abs(x) + Math.abs(v.centre) + v.width / v.scale) / y,
          0,
        )
        expect(Math.abs(dist(X!, Y!, U!, V!) - dist(...z, ...w))).toBeLessThanOrEqual(8 * epsilon * grain)
      }),
      seeded(1000),
    )
  })

  it('zooms about the boundary point below the pointer: that point stays, scales multiply', () => {
    fc.assert(
      fc.property(viewport, uniform(0, 1), logUniform(0.1, 10), (v, part, factor) => {
        const X = part * v.width
        const zoomed = zoomAbout(v, X, factor)
        const fixed = planeX(v, X)
        const rounding = 8 * epsilon * (Math.abs(v.centre) * zoomed.scale + v.width * (1 + factor))
        expect(Math.abs(worldX(zoomed, fixed) - X)).toBeLessThanOrEqual(rounding)
        expect(zoomed.scale).toBeCloseTo(v.scale * factor, 9)
      }),
      seeded(500),
    )
  })

  it('pans so that the grabbed point is under the pointer', () => {
    fc.assert(
      fc.property(
        viewport,
        fc.tuple(uniform(0, 1), uniform(0.1, 1), uniform(0, 1), uniform(0.1, 1)),
        (v, [p, q, r, s]) => {
          const [X, Y, U, V] = [p * v.width, q * v.height, r * v.width, s * v.height]
          const panned = panTo(v, X, Y, U, V)
          const x = planeX(v, X)
          const y = Y / v.scale
          const rounding = 16 * epsilon * (v.width + Math.abs(v.centre) * panned.scale) * (1 + V / Y)
          expect(Math.abs(worldX(panned, x) - U)).toBeLessThanOrEqual(rounding)
          expect(Math.abs(y * panned.scale - V)).toBeLessThanOrEqual(8 * epsilon * v.height)
        },
      ),
      seeded(500),
    )
  })
})

describe('the camera', () => {
  const place = fc.tuple(uniform(0, 1), uniform(0, 1))

  it('untilted draws a world point at its own pixels', () => {
    fc.assert(
      fc.property(viewport, place, (v, [p, q]) => {
        const [X, Y] = [p * v.width, q * v.height]
        const [left, top] = project(v, 0, X, Y)
        expect(Math.abs(left - X)).toBeLessThanOrEqual(32 * epsilon * v.width)
        expect(Math.abs(top - (v.height - v.floor - Y))).toBeLessThanOrEqual(32 * epsilon * v.height)
      }),
      seeded(300),
    )
  })

  it('sees the floor where it was projected to: unproject inverts project at any tilt', () => {
    fc.assert(
      fc.property(viewport, uniform(0, 1), place, (v, tilt, [p, q]) => {
        const [X, Y] = [p * v.width, q * (v.height - v.floor)]
        const [left, top] = project(v, tilt, X, Y)
        const back = unproject(v, tilt, left, top)
        expect(back).toBeDefined()
        // The floor is seen at 32° or more, so an error in the picture grows by less than 1/sin² 32° < 4.
        const rounding = 256 * epsilon * (v.width + v.height)
        expect(Math.abs(back![0] - X)).toBeLessThanOrEqual(rounding)
        expect(Math.abs(back![1] - Y)).toBeLessThanOrEqual(rounding)
      }),
      seeded(500),
    )
  })
})
