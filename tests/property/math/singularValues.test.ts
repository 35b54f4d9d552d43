import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { singularValues } from '../../../src/math/singularValues'
import { epsilon, seeded, uniform } from '../arbitraries'

/** ±1 with orthogonal rows: the parity of the common bits of row and column. */
function hadamard(j: number, k: number): number {
  let common = j & k
  let sign = 1
  for (; common > 0; common &= common - 1) sign = -sign
  return sign
}

/**
 * Q diag(σ) Pᵀ with Q and P columns of Hadamard matrices over √(rows · columns), a power of 2, and σ of few bits: no
 * operation rounds, so the singular values are σ exactly. Rows of Q and of P in any order and sign.
 */
function withValues(
  sigma: readonly number[],
  rows: number,
  columns: number,
  turns: readonly number[],
): Float64Array {
  const root = Math.sqrt(rows * columns)
  const at = (n: number, count: number) => (n ^ (turns[0]! % count)) % count
  const sign = (n: number) => ((turns[1]! >> (n % 16)) & 1 ? -1 : 1)
  return Float64Array.from({ length: rows * columns }, (_, n) => {
    const [j, k] = [Math.floor(n / columns), n % columns]
    const sum = sigma.reduce((s, value, i) => {
      return s + value * hadamard(at(j, rows), i) * hadamard(at(k, columns), i)
    }, 0)
    return (sign(j) * sign(k + 7) * sum) / root
  })
}

/** 2 to 8 bits over 2⁰ … 2⁴⁰, or 0: every decade down to 1e-12 of the largest. */
const value = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 255 }), fc.nat(40)).map(([m, e]) => m / 2 ** e),
  },
  { weight: 1, arbitrary: fc.constant(0) },
)
const shape = fc.constantFrom([16, 16], [4, 16], [16, 4], [64, 16], [8, 2], [1, 4], [32, 32])

describe('singularValues', () => {
  it('known values over 14 decades within 4 max(m, n) ε σ₁', () => {
    fc.assert(
      fc.property(
        shape.chain(([rows, columns]) => {
          const count = Math.min(rows, columns)
          return fc.tuple(
            fc.constant([rows, columns] as const),
            fc.array(value, { minLength: count, maxLength: count }),
            fc.tuple(fc.nat(63), fc.nat(65_535)),
          )
        }),
        ([[rows, columns], values, turns]) => {
          const sigma = values.toSorted((p, q) => q - p)
          const found = singularValues(withValues(sigma, rows, columns, turns), rows, columns)
          const bound = 4 * Math.max(rows, columns) * epsilon * sigma[0]!
          sigma.forEach((wanted, k) => expect(Math.abs(found[k]! - wanted)).toBeLessThanOrEqual(bound))
        },
      ),
      { ...seeded(300), endOnFailure: true },
    )
  })

  it('sums to the squares of the entries: Σ σ² = ‖M‖², within 8 max(m, n) √min(m, n) ε ‖M‖²', () => {
    const size = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(
        fc
          .tuple(size, size)
          .chain(([rows, columns]) =>
            fc.tuple(
              fc.constant([rows, columns] as const),
              fc.array(uniform(-1, 1), { minLength: rows * columns, maxLength: rows * columns }),
            ),
          ),
        ([[rows, columns], entries]) => {
          const squares = (of: Iterable<number>) => [...of].reduce((sum, x) => sum + x * x, 0)
          const found = squares(singularValues(Float64Array.from(entries), rows, columns))
          const norm2 = squares(entries)
          // 2 Σ σ_k · 4 max ε σ₁, and Σ σ_k ≤ √min ‖M‖.
          const allowed = 8 * Math.max(rows, columns) * Math.sqrt(Math.min(rows, columns)) * epsilon * norm2
          expect(Math.abs(found - norm2)).toBeLessThanOrEqual(allowed)
        },
      ),
      { ...seeded(500), endOnFailure: true },
    )
  })
})
