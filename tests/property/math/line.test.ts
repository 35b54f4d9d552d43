import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dist, translate } from '../../../src/math/line'
import { epsilon, logUniform, seeded, uniform } from '../arbitraries'

const signed = fc.tuple(logUniform(1e-9, 1e9), fc.constantFrom(-1, 1)).map(([size, sign]) => size * sign)

it('d(z + α, w + α) = d(z, w) within ε(|α| + |z|)/2 + ε(|α| + |w|)/2 and the rounding of d', () => {
  fc.assert(
    fc.property(signed, signed, signed, (alpha, z, w) => {
      const [x, u] = translate(alpha, Float64Array.of(z, w), new Float64Array(2))
      const error = Math.abs(dist(x!, u!) - dist(z, w))
      expect(error).toBeLessThanOrEqual(epsilon * (Math.abs(alpha) + Math.abs(z) + Math.abs(w)))
    }),
    seeded(2000),
  )
})

it('d(x, u) = d(u, x), d = 0 only at coincidence, d(x, u) ≤ d(x, m) + d(m, u) within 2ε', () => {
  fc.assert(
    fc.property(uniform(-9, 9), uniform(-9, 9), uniform(-9, 9), (x, u, m) => {
      expect(dist(x, u)).toBe(dist(u, x))
      expect(dist(x, u) === 0).toBe(x === u)
      expect(dist(x, u)).toBeLessThanOrEqual((dist(x, m) + dist(m, u)) * (1 + 2 * epsilon))
    }),
    seeded(1000),
  )
})
