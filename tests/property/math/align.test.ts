import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actAligned, align } from '../../../src/math/align'
import { exp } from '../../../src/math/oneParameter'
import { act, compose, norm2, type Psl2r } from '../../../src/math/psl2r'
import { symmetricEigen } from '../../../src/math/symmetricEigen'
import { dist } from '../../../src/math/upperHalfPlane'
import { element, epsilon, nearPoint, seeded, uniform } from '../arbitraries'

const cloud = fc
  .array(nearPoint, { minLength: 3, maxLength: 12 })
  .map((points) => Float64Array.from(points.flat()))
const mirror = (z: Float64Array) => z.map((value, n) => (n % 2 === 0 ? -value : value))
const moved = (g: Psl2r, z: Float64Array) => act(g, z, new Float64Array(z.length))

/** Σ 2 cosh ρ - 2, each as |z - w|²/yv. */
function excess(z: Float64Array, w: Float64Array): number {
  let sum = 0
  for (let n = 0; n < z.length; n += 2) {
    sum += ((z[n]! - w[n]!) ** 2 + (z[n + 1]! - w[n + 1]!) ** 2) / (z[n + 1]! * w[n + 1]!)
  }
  return sum
}

const largest = (z: Float64Array, w: Float64Array) =>
  z.reduce((most, _, n) => (n % 2 ? most : Math.max(most, dist(z[n]!, z[n + 1]!, w[n]!, w[n + 1]!))), 0)

describe('align', () => {
  it('finds an isometry again from images of 3 to 12 points, reflections too: images within 1e-10', () => {
    fc.assert(
      fc.property(element, cloud, fc.boolean(), (g, z, reflected) => {
        const w = moved(g, reflected ? mirror(z) : z)
        const { best, direct, reversed } = align(z, w)
        expect(largest(actAligned(best, z), w)).toBeLessThan(1e-10)
        expect(Math.max(...best.residuals)).toBeLessThan(1e-10)
        // On a line, or nearly, both kinds fit; otherwise the right one is told.
        if (Math.max(direct.excess, reversed.excess) > 1e-12) expect(best.reflected).toBe(reflected)
      }),
      seeded(500),
    )
  })

  it('of a narrow set too, spreads from 1e-12 to 1: images within 240ε‖g‖²', () => {
    fc.assert(
      fc.property(element, cloud, uniform(-12, 0), (g, z, decade) => {
        const s = 10 ** decade
        const narrow = z.map((value, n) => (n % 2 ? Math.exp(s * Math.log(value)) : s * value))
        const w = moved(g, narrow)
        const { best } = align(narrow, w)
        // Images are rounded by 4ε‖g‖² cosh, g and its own images by as much again; cosh ρ ≤ 15.
        expect(Math.max(...best.residuals)).toBeLessThan(16 * epsilon * norm2(g) * 15)
      }),
      seeded(500),
    )
  })

  it('no isometry near the best one is better, nor one far away: 20 of each for 500 noisy pairs of sets', () => {
    fc.assert(
      fc.property(
        cloud,
        element,
        fc.array(nearPoint, { minLength: 12, maxLength: 12 }),
        fc.nat(),
        (z, g, noise, seed) => {
          // w is gz with every point pulled towards a random one by some of the way, or replaced by it.
          const pull = (seed % 5) / 4
          const w = moved(g, z).map((value, n) => (1 - pull) * value + pull * noise[n >> 1]![n % 2]!)
          const { direct, reversed, best } = align(z, w)
          for (const found of [direct, reversed]) {
            const least = excess(actAligned(found, z), w)
            expect(Math.abs(least - found.excess)).toBeLessThanOrEqual(1e-10 * (1 + least))
            const from = found.reflected ? mirror(z) : z
            for (let k = 0; k < 20; k++) {
              const [p, q, r] = [Math.sin(seed + k), Math.sin(2 * seed + 3 * k), Math.sin(5 * seed + 7 * k)]
              const near = compose(exp(p, q, r, 10 ** (-k / 4)), found.g)
              const far = exp(p, q, r, 2)
              for (const other of [near, far]) {
                expect(excess(moved(other, from), w)).toBeGreaterThanOrEqual(least * (1 - 1e-12) - 1e-12)
              }
            }
          }
          expect(best.excess).toBeLessThanOrEqual(Math.min(direct.excess, reversed.excess) + 1e-12)
        },
      ),
      seeded(500),
    )
  })

  it('takes no reflection for points on a line, which either kind fits as well', () => {
    fc.assert(
      fc.property(
        element,
        element,
        fc.array(uniform(-3, 3), { minLength: 2, maxLength: 9 }),
        (g, h, heights) => {
          const line = Float64Array.from(heights.flatMap((t) => [0, Math.exp(t)]))
          const stretched = line.map((value, n) => (n % 2 ? value ** 1.1 : 0))
          expect(align(moved(h, line), moved(g, line)).best.reflected).toBe(false)
          expect(align(moved(h, line), moved(g, stretched)).best.reflected).toBe(false)
        },
      ),
      seeded(300),
    )
  })

  it('moves with its arguments: from hz to kw it is k g h⁻¹, so the excess stays, to 1e-9 relative', () => {
    fc.assert(
      fc.property(
        cloud,
        element,
        element,
        fc.array(nearPoint, { minLength: 12, maxLength: 12 }),
        (z, h, k, other) => {
          const w = Float64Array.from(other.flat()).subarray(0, z.length)
          const before = align(z, w)
          const after = align(moved(h, z), moved(k, w))
          for (const kind of ['direct', 'reversed'] as const) {
            expect(Math.abs(after[kind].excess - before[kind].excess)).toBeLessThanOrEqual(
              1e-9 * (1 + before[kind].excess),
            )
          }
        },
      ),
      seeded(300),
    )
  })
})

describe('symmetricEigen', () => {
  it('M v = λ v and v·w = 0, 1, to 64ε‖M‖, values ascending', () => {
    fc.assert(
      fc.property(fc.array(uniform(-3, 3), { minLength: 16, maxLength: 16 }), (entries) => {
        const M = Float64Array.from(
          { length: 16 },
          (_, n) => entries[4 * (n >> 2) + (n & 3)]! + entries[4 * (n & 3) + (n >> 2)]!,
        )
        const { values, vectors } = symmetricEigen(M, 4)
        const size = Math.hypot(...M)
        for (let j = 0; j < 4; j++) {
          const v = vectors.subarray(4 * j, 4 * j + 4)
          for (let i = 0; i < 4; i++) {
            const image = v.reduce((sum, entry, k) => sum + M[4 * i + k]! * entry, 0)
            expect(Math.abs(image - values[j]! * v[i]!)).toBeLessThanOrEqual(64 * epsilon * size)
            const product = v.reduce((sum, entry, k) => sum + entry * vectors[4 * i + k]!, 0)
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThanOrEqual(64 * epsilon)
          }
          if (j > 0) expect(values[j]).toBeGreaterThanOrEqual(values[j - 1]!)
        }
      }),
      seeded(300),
    )
  })
})
