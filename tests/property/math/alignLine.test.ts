import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignLine } from '../../../src/math/alignLine'
import { sameModelLine } from '../../../src/math/sameModelLine'
import { epsilon, seeded, uniform } from '../arbitraries'

const numbers = (length: number) =>
  fc.array(uniform(-5, 5), { minLength: length, maxLength: length }).map((list) => Float64Array.from(list))
const shift = fc.tuple(uniform(-1, 1), fc.integer({ min: -6, max: 9 })).map(([x, decade]) => x * 10 ** decade)
const largest = (values: Float64Array) => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0)

describe('alignLine', () => {
  it('finds a translation or reflection of 3 to 200 numbers again: residuals within 2ε max(|x| + |w|)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 200 }).chain(numbers),
        shift,
        fc.boolean(),
        (x, alpha, reflected) => {
          const w = x.map((value) => (reflected ? -value : value) + alpha)
          const { best } = alignLine(x, w)
          expect(best.reflected).toBe(reflected)
          expect(largest(best.residuals)).toBeLessThanOrEqual(2 * epsilon * (largest(x) + largest(w)))
        },
      ),
      seeded(300),
    )
  })

  it('no other translation or reflection is better, to 1e-13 relative', () => {
    fc.assert(
      fc.property(numbers(7), numbers(7), uniform(-3, 3), (x, w, by) => {
        for (const { alpha, reflected, excess } of [alignLine(x, w).direct, alignLine(x, w).reversed]) {
          const other = x.reduce(
            (sum, value, j) => sum + (w[j]! - (reflected ? -value : value) - alpha - by) ** 2,
            0,
          )
          // Least squares: Σ (r - by)² = Σ r² + 7 by².
          expect(Math.abs(other - excess - 7 * by * by)).toBeLessThanOrEqual(1e-13 * (1 + other))
        }
      }),
      seeded(300),
    )
  })
})

describe('sameModelLine', () => {
  it('any 3 × 2 × 3 model is the same as itself moved; not if a number is moved by 1e-3 of the largest shift', () => {
    fc.assert(
      fc.property(
        numbers(6),
        numbers(6),
        shift,
        shift,
        fc.boolean(),
        fc.nat(5),
        (a, b, alpha, gamma, flip, at) => {
          const move = (value: number, i: number) =>
            i === 0 ? (flip ? -value : value) + alpha : value + gamma
          const second = { a: a.map((x, n) => move(x, n % 2)), b: b.map((x, n) => move(x, n < 3 ? 0 : 1)) }
          expect(sameModelLine({ a, b }, second, 3, 2, 3).verdict).not.toBe('different')
          second.a[at]! += 1e-3 * Math.max(1, Math.abs(alpha), Math.abs(gamma))
          expect(sameModelLine({ a, b }, second, 3, 2, 3).verdict).toBe('different')
        },
      ),
      seeded(300),
    )
  })
})
