import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../../src/math/isometryClass'
import { exp, log, power } from '../../../src/math/oneParameter'
import { compose, determinant, identity, inverse, norm2 } from '../../../src/math/psl2r'
import type { Psl2r } from '../../../src/math/psl2r'
import { elementWithin, epsilon, generator, seeded, uniform } from '../arbitraries'

const difference = (g: Psl2r, h: Psl2r) => {
  const sign = Math.sign(g[0] * h[0] + g[1] * h[1] + g[2] * h[2] + g[3] * h[3])
  return Math.hypot(...g.map((entry, k) => entry - sign * h[k]!))
}
const size = (p: number, q: number, r: number) => Math.hypot(p, q, r, p)

describe('exp and log', () => {
  it('exp((s + t)X) = exp(sX) exp(tX) within 8ε(1 + (|s| + |t|)‖X‖)‖exp sX‖‖exp tX‖', () => {
    // An entry of exp(sX) is known to a few ε(1 + ‖sX‖)‖exp sX‖; the product multiplies the norms.
    fc.assert(
      fc.property(generator, uniform(-2, 2), uniform(-2, 2), ([p, q, r], s, t) => {
        const g = exp(p, q, r, s)
        const h = exp(p, q, r, t)
        const tolerance =
          8 * epsilon * (1 + (Math.abs(s) + Math.abs(t)) * size(p, q, r)) * Math.sqrt(norm2(g) * norm2(h))
        expect(difference(exp(p, q, r, s + t), compose(g, h))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(2000),
    )
  })

  it('det exp(tX) = 1 within 2ε(1 + ‖tX‖)‖exp‖²', () => {
    fc.assert(
      fc.property(generator, uniform(-3, 3), ([p, q, r], t) => {
        const g = exp(p, q, r, t)
        const tolerance = 2 * epsilon * (1 + Math.abs(t) * size(p, q, r)) * norm2(g)
        expect(Math.abs(determinant(g) - 1)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('exp(log g) = ±g within 16ε‖g‖(1 + ‖log g‖²): total, elliptic half turns included', () => {
    fc.assert(
      fc.property(fc.oneof(elementWithin(5, 3), elementWithin(0, 0)), (g) => {
        const X = log(g)
        const tolerance = 16 * epsilon * Math.sqrt(norm2(g)) * (1 + size(...X) ** 2)
        expect(difference(exp(...X, 1), g)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(2000),
    )
  })

  it('log(exp X) = X for turns below a half, within 16ε‖exp X‖²(1 + ‖X‖)²', () => {
    fc.assert(
      fc.property(generator, ([p, q, r]) => {
        const u = p * p + q * r
        fc.pre(u > -2.2)
        const g = exp(p, q, r, 1)
        const [P, Q, R] = log(g)
        const tolerance = 16 * epsilon * norm2(g) * (1 + size(p, q, r)) ** 2
        expect(Math.hypot(P - p, Q - q, R - r)).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('is smooth across the parabolic wall: u from -1e-6 to 1e-6 changes an entry by its slope, at most |Δu|', () => {
    fc.assert(
      fc.property(
        uniform(-1, 1),
        uniform(0.5, 2),
        uniform(-1e-6, 1e-6),
        uniform(-1e-6, 1e-6),
        (p, q, u, w) => {
          const at = (value: number) => exp(p, q, (value - p * p) / q, 1)
          // ∂exp/∂u and ∂exp/∂r·∂r/∂u: 1/2 for cosh √u, 1/6 ‖X‖ for the other factor, 1/q ≤ 2 for r.
          const slope = 1 + size(p, q, (p * p) / q) + 2
          expect(difference(at(u), at(w))).toBeLessThanOrEqual(slope * Math.abs(u - w) + 32 * epsilon)
        },
      ),
      seeded(1000),
    )
  })
})

describe('power', () => {
  it('gⁿ is the product of n factors within 32nε‖g‖^(n + 2), n to 5', () => {
    fc.assert(
      fc.property(elementWithin(1, 1), fc.integer({ min: 0, max: 5 }), (g, n) => {
        let product: Psl2r = identity
        for (let k = 0; k < n; k++) product = compose(product, g)
        const tolerance = 32 * epsilon * Math.max(1, n) * norm2(g) ** (n / 2 + 1)
        expect(difference(power(g, n), product)).toBeLessThanOrEqual(tolerance)
        expect(difference(power(g, -n), inverse(product))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('√g √g = g, and gᵗ has t times the translation length', () => {
    fc.assert(
      fc.property(elementWithin(2, 2), uniform(0.1, 1), (g, t) => {
        const root = power(g, 0.5)
        expect(difference(compose(root, root), g)).toBeLessThanOrEqual(64 * epsilon * norm2(g) ** 1.5)
        const whole = classify(g)
        const part = classify(power(g, t))
        fc.pre(whole.kind === 'hyperbolic' && part.kind === 'hyperbolic' && whole.translationLength > 0.5)
        const error = Math.abs(part.translationLength - t * whole.translationLength)
        expect(error).toBeLessThanOrEqual((64 * epsilon * norm2(g)) / t)
      }),
      seeded(1000),
    )
  })
})
