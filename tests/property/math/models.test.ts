import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromBand,
  fromDisk,
  fromHyperboloid,
  fromKlein,
  toBand,
  toDisk,
  toHyperboloid,
  toKlein,
} from '../../../src/math/models'
import { dist, pointAlong } from '../../../src/math/upperHalfPlane'
import { angle, coshFromI, epsilon, grain, nearPoint, point, seeded, uniform } from '../arbitraries'

describe('there and back', () => {
  it('disk: within 8ε cosh ρ(i, z), for a rounding of the disk point is magnified by 1/(1 - |w|²) ~ cosh ρ', () => {
    fc.assert(
      fc.property(point, (z) => {
        expect(dist(...fromDisk(...toDisk(...z)), ...z)).toBeLessThanOrEqual(8 * epsilon * coshFromI(z))
      }),
      seeded(1000),
    )
  })

  it('Klein: within 8ε cosh² ρ(i, z), for 1 - |k|² = 1/cosh² ρ', () => {
    fc.assert(
      fc.property(nearPoint, (z) => {
        expect(dist(...fromKlein(...toKlein(...z)), ...z)).toBeLessThanOrEqual(
          8 * epsilon * coshFromI(z) ** 2,
        )
      }),
      seeded(1000),
    )
  })

  it('hyperboloid: within 4ε(1 + |x|/y), at any height', () => {
    fc.assert(
      fc.property(point, (z) => {
        expect(dist(...fromHyperboloid(...toHyperboloid(...z)), ...z)).toBeLessThanOrEqual(
          4 * epsilon * grain(z),
        )
      }),
      seeded(1000),
    )
  })

  it('band: within 4ε(1 + |log |z||)(1 + |x|/y), for an error of ζ is magnified by 1/sin arg z', () => {
    fc.assert(
      fc.property(point, (z) => {
        const along = 1 + Math.abs(Math.log(Math.hypot(...z)))
        expect(dist(...fromBand(...toBand(...z)), ...z)).toBeLessThanOrEqual(4 * epsilon * along * grain(z))
      }),
      seeded(1000),
    )
  })

  it('from the disk and back: |Δw| within 8ε', () => {
    fc.assert(
      fc.property(uniform(0, 0.999), angle, (r, phi) => {
        const w: [number, number] = [r * Math.cos(phi), r * Math.sin(phi)]
        const back = toDisk(...fromDisk(...w))
        expect(Math.hypot(back[0] - w[0], back[1] - w[1])).toBeLessThanOrEqual(8 * epsilon)
        const klein = toKlein(...fromKlein(...w))
        expect(Math.hypot(klein[0] - w[0], klein[1] - w[1])).toBeLessThanOrEqual(8 * epsilon)
      }),
      seeded(1000),
    )
  })
})

describe('what the models keep', () => {
  it('|w| = tanh(ρ(i, z)/2) in the disk and tanh ρ(i, z) in Klein’s, within 4ε', () => {
    fc.assert(
      fc.property(point, (z) => {
        const rho = dist(0, 1, ...z)
        expect(Math.abs(Math.hypot(...toDisk(...z)) - Math.tanh(rho / 2))).toBeLessThanOrEqual(4 * epsilon)
        expect(Math.abs(Math.hypot(...toKlein(...z)) - Math.tanh(rho))).toBeLessThanOrEqual(4 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('the disk metric: sinh(ρ/2) = |w - w′|/√((1 - |w|²)(1 - |w′|²)), within 16ε of the cosh ρ(i, ·)', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, (z, w) => {
        const [p, q] = [toDisk(...z), toDisk(...w)]
        const gap = (1 - p[0] ** 2 - p[1] ** 2) * (1 - q[0] ** 2 - q[1] ** 2)
        const rho = 2 * Math.asinh(Math.hypot(p[0] - q[0], p[1] - q[1]) / Math.sqrt(gap))
        const tolerance = 16 * epsilon * (coshFromI(z) + coshFromI(w))
        expect(Math.abs(rho - dist(...z, ...w))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('tt′ - aa′ - bb′ = cosh ρ = 1 + |z - w|²/(2yv) within 16ε tt′, and t = cosh ρ(i, z) within 4ε relative', () => {
    fc.assert(
      fc.property(point, point, (z, w) => {
        const [p, q] = [toHyperboloid(...z), toHyperboloid(...w)]
        // Each coordinate carries up to four roundings of ε/2 · t, so each of the three products 4ε tt′.
        const form = p[0] * q[0] - p[1] * q[1] - p[2] * q[2]
        const cosh = 1 + ((z[0] - w[0]) ** 2 + (z[1] - w[1]) ** 2) / (2 * z[1] * w[1])
        expect(Math.abs(form - cosh)).toBeLessThanOrEqual(16 * epsilon * p[0] * q[0])
        expect(Math.abs(p[0] / coshFromI(z) - 1)).toBeLessThanOrEqual(4 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('a geodesic is a chord in Klein’s disk: the cross product of three of its points is 0 within 8ε', () => {
    fc.assert(
      fc.property(point, point, uniform(0, 1), (z, w, s) => {
        const [x, y] = pointAlong(...z, ...w, s * dist(...z, ...w), new Float64Array(2))
        const [p, q, r] = [toKlein(...z), toKlein(...w), toKlein(x!, y!)]
        const cross = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        expect(Math.abs(cross)).toBeLessThanOrEqual(8 * epsilon)
      }),
      seeded(1000),
    )
  })

  it('the band metric: sinh²(ρ/2) = (sinh²(Δu/2) + sin²(Δv/2))/(sin v sin v′), within 16ε of the cosh ρ(i, ·)', () => {
    fc.assert(
      fc.property(nearPoint, nearPoint, (z, w) => {
        const [p, q] = [toBand(...z), toBand(...w)]
        const across = Math.hypot(Math.sinh((p[0] - q[0]) / 2), Math.sin((p[1] - q[1]) / 2))
        const rho = 2 * Math.asinh(across / Math.sqrt(Math.sin(p[1]) * Math.sin(q[1])))
        const tolerance = 16 * epsilon * (coshFromI(z) + coshFromI(w))
        expect(Math.abs(rho - dist(...z, ...w))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('the disk is the Cayley image: hyperboloid (t, a, b) goes to (a, b)/(1 + t), Klein’s to (a, b)/t, within 8ε', () => {
    fc.assert(
      fc.property(point, (z) => {
        const [t, a, b] = toHyperboloid(...z)
        const disk = toDisk(...z)
        const klein = toKlein(...z)
        expect(Math.hypot(disk[0] - a / (1 + t), disk[1] - b / (1 + t))).toBeLessThanOrEqual(8 * epsilon)
        expect(Math.hypot(klein[0] - a / t, klein[1] - b / t)).toBeLessThanOrEqual(8 * epsilon)
      }),
      seeded(1000),
    )
  })
})
