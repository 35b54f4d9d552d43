import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, actPoint, compose, determinant, element, inverse, norm2, turn } from '../../../src/math/psl2r'
import type { Psl2r } from '../../../src/math/psl2r'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { dist } from '../../../src/math/upperHalfPlane'
import {
  apart,
  coshFromI,
  element as someElement,
  elementWithin,
  epsilon,
  logUniform,
  nearPoint,
  pair,
  point,
  seeded,
  uniform,
} from '../arbitraries'

// The moved point: |row 1||row 2| ≤ ‖g‖²/2 bounds each term of x', n ≥ |row 2|² y/(2 cosh ρ(i, z)), and five
// roundings of ε/2 enter each coordinate, so a point is misplaced by at most 4ε‖g‖² cosh ρ(i, z).
const misplaced = (g: Psl2r, z: readonly [number, number]) => 4 * epsilon * norm2(g) * coshFromI(z)

const difference = (g: Psl2r, h: Psl2r) => {
  const sign = Math.sign(g[0] * h[0] + g[1] * h[1] + g[2] * h[2] + g[3] * h[3])
  return Math.hypot(...g.map((entry, k) => entry - sign * h[k]!))
}

/** m·2^e of a float64 as integers, for exact arithmetic. */
function dyadic(value: number): [mantissa: bigint, exponent: number] {
  let exponent = 0
  let mantissa = value
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2
    exponent -= 1
  }
  return [BigInt(mantissa), exponent]
}

/** ad - bc in exact integers, as a number rounded once at the end. */
function exactDeterminant(...entries: Psl2r): number {
  const parts = entries.map(dyadic)
  const lowest = Math.min(...parts.map(([, e]) => e))
  const [a, b, c, d] = parts.map(([m, e]) => m << BigInt(e - lowest)) as [bigint, bigint, bigint, bigint]
  return Number(a * d - b * c) * 2 ** lowest * 2 ** lowest
}

describe('action', () => {
  it('ρ(gz, gw) = ρ(z, w) within 2ε‖g‖²(cosh ρ(i, z) + cosh ρ(i, w))', () => {
    fc.assert(
      fc.property(someElement, pair, (g, [z, w]) => {
        const [x, y, u, v] = act(g, Float64Array.of(...z, ...w), new Float64Array(4))
        const error = Math.abs(dist(x!, y!, u!, v!) - dist(...z, ...w))
        expect(error).toBeLessThanOrEqual(2 * epsilon * norm2(g) * (coshFromI(z) + coshFromI(w)))
      }),
      seeded(2000),
    )
  })

  it('the same for elements that translate i by up to 20', () => {
    fc.assert(
      fc.property(elementWithin(100, 20), nearPoint, nearPoint, (g, z, w) => {
        const [x, y, u, v] = act(g, Float64Array.of(...z, ...w), new Float64Array(4))
        const error = Math.abs(dist(x!, y!, u!, v!) - dist(...z, ...w))
        expect(error).toBeLessThanOrEqual(2 * epsilon * norm2(g) * (coshFromI(z) + coshFromI(w)))
      }),
      seeded(2000),
    )
  })

  it('g(hz) = (gh)z within 4ε(‖g‖² cosh ρ(i, hz) + (‖h‖² + ‖gh‖² + ‖g‖‖h‖‖gh‖) cosh ρ(i, z))', () => {
    fc.assert(
      fc.property(someElement, someElement, nearPoint, (g, h, z) => {
        const step = actPoint(h, ...z)
        const product = compose(g, h)
        // An entry of gh is known to ε‖g‖‖h‖; with the norm of gh and cosh that moves z as below.
        const composed = 4 * epsilon * Math.sqrt(norm2(g) * norm2(h) * norm2(product)) * coshFromI(z)
        const tolerance = misplaced(g, step) + misplaced(h, z) + misplaced(product, z) + composed
        expect(dist(...actPoint(g, ...step), ...actPoint(product, ...z))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(1000),
    )
  })

  it('g⁻¹(gz) = z within 4ε(‖g‖² cosh ρ(i, gz) + ‖g‖² cosh ρ(i, z))', () => {
    fc.assert(
      fc.property(someElement, point, (g, z) => {
        const moved = actPoint(g, ...z)
        const back = actPoint(inverse(g), ...moved)
        expect(dist(...back, ...z)).toBeLessThanOrEqual(misplaced(g, z) + misplaced(inverse(g), moved))
      }),
      seeded(1000),
    )
  })

  it('may write over its input, and moves many points as it moves one', () => {
    fc.assert(
      fc.property(someElement, fc.array(point, { maxLength: 9 }), (g, points) => {
        const packed = Float64Array.from(points.flat())
        const moved = act(g, packed, new Float64Array(packed.length))
        expect([...moved]).toEqual(points.flatMap((z) => actPoint(g, ...z)))
        expect(act(g, packed, packed)).toBe(packed)
        expect(packed).toEqual(moved)
      }),
      seeded(200),
    )
  })

  it('N(x)A(t) is z ↦ eᵗz + x for |t| to 690 (norms to 1e150), relative to 4ε', () => {
    fc.assert(
      fc.property(uniform(-690, 690), nearPoint, (t, [x, y]) => {
        const [u, v] = actPoint(fromIwasawa(0, t, 0), x, y)
        // e^(t/2) is squared on the way: its argument is rounded by ε|t|/4, twice.
        const tolerance = epsilon * (4 + Math.abs(t))
        expect(Math.abs(v / (y * Math.exp(t)) - 1)).toBeLessThanOrEqual(tolerance)
        expect(Math.abs(u - x * Math.exp(t))).toBeLessThanOrEqual(tolerance * Math.abs(x) * Math.exp(t))
      }),
      seeded(500),
    )
  })

  it('heights stay positive and finite for norms to 1e150 and every angle', () => {
    fc.assert(
      fc.property(uniform(-690, 690), uniform(0, Math.PI), nearPoint, (t, theta, z) => {
        const [x, y] = actPoint(fromIwasawa(0, t, theta), ...z)
        expect(Number.isFinite(x)).toBe(true)
        expect(y > 0 && y < Infinity).toBe(true)
      }),
      seeded(500),
    )
  })
})

describe('group', () => {
  it('‖g‖² = 2 cosh ρ(i, gi) within 8ε‖g‖⁴', () => {
    // The point gi is misplaced by 4ε‖g‖², and the slope of 2 cosh is at most its value.
    fc.assert(
      fc.property(someElement, (g) => {
        const rho = dist(0, 1, ...actPoint(g, 0, 1))
        expect(Math.abs(norm2(g) - 2 * Math.cosh(rho))).toBeLessThanOrEqual(8 * epsilon * norm2(g) ** 2)
      }),
      seeded(500),
    )
  })

  it('(gh)k = g(hk) within 4ε‖g‖‖h‖‖k‖', () => {
    fc.assert(
      fc.property(someElement, someElement, someElement, (g, h, k) => {
        const error = difference(compose(compose(g, h), k), compose(g, compose(h, k)))
        expect(error).toBeLessThanOrEqual(4 * epsilon * Math.sqrt(norm2(g) * norm2(h) * norm2(k)))
      }),
      seeded(500),
    )
  })

  it('g g⁻¹ = 1 within 4ε‖g‖²', () => {
    fc.assert(
      fc.property(someElement, (g) => {
        expect(difference(compose(g, inverse(g)), [1, 0, 0, 1])).toBeLessThanOrEqual(4 * epsilon * norm2(g))
      }),
      seeded(500),
    )
  })

  it('turning is a cocycle: turn(gh, z) = turn(g, hz) + turn(h, z) within what misplaces the points', () => {
    fc.assert(
      fc.property(someElement, someElement, nearPoint, (g, h, z) => {
        const moved = actPoint(h, ...z)
        const product = compose(g, h)
        const tolerance =
          misplaced(g, moved) +
          misplaced(h, z) * norm2(g) +
          misplaced(product, z) +
          4 * epsilon * Math.sqrt(norm2(g) * norm2(h) * norm2(product)) * coshFromI(z)
        expect(apart(turn(product, ...z), turn(g, ...moved) + turn(h, ...z))).toBeLessThanOrEqual(tolerance)
      }),
      seeded(500),
    )
  })

  it('every result follows the sign rule: trace > 0, or trace = 0 and c > 0', () => {
    const proper = ([a, , c, d]: Psl2r) => a + d > 0 || (a + d === 0 && c > 0)
    const half: Psl2r = [0, -1, 1, 0]
    fc.assert(
      fc.property(fc.oneof(someElement, fc.constant(half)), someElement, (g, h) => {
        expect(proper(inverse(g)) && proper(compose(g, h)) && proper(compose(h, g))).toBe(true)
        expect(proper(compose(inverse(h), compose(half, h)))).toBe(true)
      }),
      seeded(500),
    )
  })
})

describe('element and determinant', () => {
  const matrix = fc.tuple(uniform(-9, 9), uniform(-9, 9), uniform(-9, 9), uniform(-9, 9))

  it('det = ad - bc of exact integer arithmetic within ε relative, sign included', () => {
    fc.assert(
      fc.property(matrix, (m) => {
        const exact = exactDeterminant(...m)
        expect(Math.abs(determinant(m) - exact)).toBeLessThanOrEqual(epsilon * Math.abs(exact))
      }),
      seeded(500),
    )
  })

  it('the same for rows that differ from parallel by a few units in the last place, singular ones included', () => {
    const nudge = fc.integer({ min: -3, max: 3 })
    fc.assert(
      fc.property(uniform(0.5, 1), uniform(0.5, 1), uniform(0.5, 4), nudge, nudge, (a, b, s, j, k) => {
        const m: Psl2r = [a, b, a * s + j * epsilon, b * s + k * epsilon]
        const exact = exactDeterminant(...m)
        expect(Math.abs(determinant(m) - exact)).toBeLessThanOrEqual(epsilon * Math.abs(exact))
        if (exact > 0) expect(element(...m).every(Number.isFinite)).toBe(true)
        if (exact < 0) expect(() => element(...m)).toThrow(/negative: a reflection, not in PSL/)
        if (exact === 0) expect(() => element(...m)).toThrow(/determinant is 0/)
      }),
      seeded(2000),
    )
  })

  it('element(λM) = element(M) bit for bit for λ = ±2^k, |k| ≤ 900, and within 4ε relative for any λ', () => {
    fc.assert(
      fc.property(matrix, fc.integer({ min: -900, max: 900 }), logUniform(1e-200, 1e200), (m, k, scale) => {
        fc.pre(exactDeterminant(...m) > 1e-3)
        const g = element(...m)
        expect(element(...(m.map((entry) => entry * 2 ** k) as typeof m))).toEqual(g)
        expect(element(...(m.map((entry) => -entry * 2 ** k) as typeof m))).toEqual(g)
        // Rounding λM changes the determinant by ε(|ad| + |bc|), and the entries by half of that, relatively.
        const [a, b, c, d] = m
        const near = (Math.abs(a * d) + Math.abs(b * c)) / exactDeterminant(...m)
        const scaled = element(...(m.map((entry) => entry * scale) as typeof m))
        expect(difference(scaled, g)).toBeLessThanOrEqual(4 * epsilon * (1 + near) * Math.sqrt(norm2(g)))
      }),
      seeded(500),
    )
  })

  it('has determinant 1 within 4ε‖g‖²', () => {
    fc.assert(
      fc.property(matrix, (m) => {
        fc.pre(exactDeterminant(...m) > 0)
        const g = element(...m)
        expect(Math.abs(exactDeterminant(...g) - 1)).toBeLessThanOrEqual(4 * epsilon * norm2(g))
      }),
      seeded(500),
    )
  })

  it('diag(s, 1/s) is untouched in shape for s to 1e150: entries within 3ε relative', () => {
    fc.assert(
      fc.property(logUniform(1e-150, 1e150), uniform(1, 9), (s, scale) => {
        const [a, b, c, d] = element(s * scale, 0, 0, scale / s)
        expect([b, c]).toEqual([0, 0])
        expect(Math.abs(a / s - 1)).toBeLessThanOrEqual(3 * epsilon)
        expect(Math.abs(d * s - 1)).toBeLessThanOrEqual(3 * epsilon)
      }),
      seeded(300),
    )
  })
})
