import { describe, expect, it } from 'vitest'
import { equivalents } from '../../../src/math/equivalents'
import { normal, random, randomPoint } from '../../../src/math/random'

type Shape = readonly [rows: number, inner: number, columns: number]

function halfPlaneAt([rows, inner, columns]: Shape, seed: number) {
  const next = random(seed)
  const points = (count: number) =>
    Float64Array.from(Array.from({ length: count }, () => randomPoint(next)).flat())
  return equivalents('halfPlane', points(rows * inner), points(inner * columns), { rows, inner, columns })
}

function lineAt([rows, inner, columns]: Shape, seed: number) {
  const next = random(seed)
  const numbers = (count: number) => Float64Array.from({ length: count }, () => normal(next))
  const [a, b] = [numbers(rows * inner), numbers(inner * columns)]
  return { a, b, found: equivalents('line', a, b, { rows, inner, columns }) }
}

/** Rank modulo a prime of the integer matrix of signs: eliminated exactly, with no rounding to judge. */
function exactRank(a: Float64Array, b: Float64Array, [rows, inner, columns]: Shape): number {
  const prime = 67_108_859
  const m = Array.from({ length: rows * columns }, (_, row) => {
    const [k, l] = [Math.floor(row / columns), row % columns]
    const line = new Array<number>(a.length + b.length).fill(0)
    for (let i = 0; i < inner; i++) {
      const isRight = a[k * inner + i]! > b[i * columns + l]!
      line[k * inner + i] = isRight ? 1 : prime - 1
      line[a.length + i * columns + l] = isRight ? prime - 1 : 1
    }
    return line
  })
  let rank = 0
  for (let column = 0; column < a.length + b.length && rank < m.length; column++) {
    const at = m.findIndex((row, n) => n >= rank && row[column] !== 0)
    if (at < 0) continue
    const pivot = m[at]!
    m[at] = m[rank]!
    m[rank] = pivot
    const scale = inverseModulo(pivot[column]!, prime)
    for (let n = rank + 1; n < m.length; n++) {
      const row = m[n]!
      if (row[column] === 0) continue
      const factor = times(row[column]!, scale, prime)
      for (let j = column; j < row.length; j++) {
        row[j] = (row[j]! + prime - times(factor, pivot[j]!, prime)) % prime
      }
    }
    rank++
  }
  return rank
}

/** Exact: both below 2²⁶. */
const times = (x: number, y: number, prime: number) => (x * y) % prime

/** x to the power prime - 2 (Fermat). */
function inverseModulo(x: number, prime: number): number {
  let result = 1
  let power = x
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times(result, power, prime)
    power = times(power, power, prime)
  }
  return result
}

describe('equivalents in the half-plane', () => {
  // MATHEMATICS.md, section 2: computed with other numbers, another generator and another rank algorithm.
  it.each([
    [[3, 3, 3], 36, 9, 27, 9],
    [[6, 6, 6], 144, 36, 108, 18],
    [[3, 1, 3], 12, 9, 3, 3],
    [[15, 1, 15], 60, 57, 3, 3],
    [[6, 2, 6], 48, 36, 12, 6],
    [[8, 2, 8], 64, 58, 6, 6],
    [[10, 2, 10], 80, 74, 6, 6],
    [[12, 2, 12], 96, 90, 6, 6],
    [[12, 3, 12], 144, 135, 9, 9],
    [[20, 3, 20], 240, 231, 9, 9],
    [[16, 4, 16], 256, 244, 12, 12],
    [[20, 5, 20], 400, 385, 15, 15],
  ] as const)('%j: %i numbers, rank %i, fibre %i, group %i', (shape, parameters, rank, fibre, group) => {
    const found = halfPlaneAt(shape, 3)
    expect(found).toMatchObject({ parameters, rank, fibre, group, products: shape[0] * shape[2] })
    expect(found.verdict).toBe('clear')
    expect(found.smallestKept).toBeGreaterThan(1e-3)
    if (found.largestDropped !== undefined) expect(found.largestDropped).toBeLessThan(1e-13)
  })

  it('1×1×1: of 4 numbers one matters, and the group explains the rest', () => {
    expect(halfPlaneAt([1, 1, 1], 5)).toMatchObject({ parameters: 4, rank: 1, fibre: 3, group: 3 })
  })

  it('all entries on one geodesic: a rank as on the line, as sideways steps keep lengths to first order', () => {
    const a = Float64Array.of(0, 1, 0, 2, 0, 3)
    const b = Float64Array.of(0, 1.5, 0, 2.5)
    const found = equivalents('halfPlane', a, b, { rows: 3, inner: 1, columns: 2 })
    expect(found).toMatchObject({ rank: 4, fibre: 6, group: 3, verdict: 'clear' })
  })

  it('1e-11 off that geodesic: rank 6 or 4, float64 cannot tell, and it is said to be unclear', () => {
    const a = Float64Array.of(1e-11, 1, 0, 2, -1e-11, 3)
    const b = Float64Array.of(0, 1.5, 2e-11, 2.5)
    const found = equivalents('halfPlane', a, b, { rows: 3, inner: 1, columns: 2 })
    expect(found).toMatchObject({ rank: 6, verdict: 'unclear' })
  })

  it('a point that meets itself is refused with its place', () => {
    const of = Float64Array.of(1, 2)
    expect(() => equivalents('halfPlane', of, of, { rows: 1, inner: 1, columns: 1 })).toThrow(
      /^Entry \(1, 1\) of A and entry \(1, 1\) of B/,
    )
  })
})

describe('equivalents on the line', () => {
  it.each([3, 4, 5, 6, 8, 15])('n×1×n, n = %i: rank 2n - 1, fibre 1, which is the translation', (n) => {
    const { found } = lineAt([n, 1, n], n)
    expect(found).toMatchObject({ parameters: 2 * n, rank: 2 * n - 1, fibre: 1, group: 1, verdict: 'clear' })
  })

  it('20×3×20: fibre 3, group 3', () => {
    expect(lineAt([20, 3, 20], 7).found).toMatchObject({ parameters: 120, rank: 117, fibre: 3, group: 3 })
  })

  it.each([
    [3, 3, 3],
    [6, 6, 6],
    [6, 2, 6],
    [8, 2, 8],
    [12, 3, 12],
    [16, 4, 16],
    [20, 5, 20],
  ] as const)(
    '%i×%i×%i: the rank of exact elimination, for each of four orders of the numbers',
    (...shape) => {
      for (const seed of [1, 2, 3, 4]) {
        const { a, b, found } = lineAt(shape, seed)
        expect(found.rank).toBe(exactRank(a, b, shape))
        expect(found.verdict).toBe('clear')
        expect(found.fibre).toBeGreaterThanOrEqual(found.group)
      }
    },
  )
})
