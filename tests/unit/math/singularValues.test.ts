import { describe, expect, it } from 'vitest'
import { singularValues } from '../../../src/math/singularValues'

const matrix = (...rows: readonly (readonly number[])[]) =>
  [Float64Array.from(rows.flat()), rows.length, rows[0]!.length] as const
const transposed = (m: Float64Array, rows: number, columns: number) =>
  [m.map((_, n) => m[(n % rows) * columns + Math.floor(n / rows)]!), columns, rows] as const

/** The error that is claimed. */
const bound = (rows: number, columns: number, largest: number) =>
  4 * Math.max(rows, columns) * Number.EPSILON * largest

function expectValues(of: readonly [Float64Array, number, number], values: readonly number[]): void {
  const found = singularValues(...of)
  expect(found.length).toBe(values.length)
  const error = Math.max(...values.map((value, k) => Math.abs(value - found[k]!)))
  expect(error).toBeLessThanOrEqual(bound(of[1], of[2], values[0]!))
}

const hilbert = (n: number) =>
  matrix(...Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => 1 / (i + j + 1))))

describe('singularValues', () => {
  it('diagonal matrices, in any order and with signs', () => {
    expectValues(matrix([0, -7, 0], [2, 0, 0], [0, 0, 5]), [7, 5, 2])
    expectValues(matrix([0, 3, 0, 0], [0, 0, 0, -4]), [4, 3])
  })

  it('[3 0; 4 5]: √45 and √5; [1 2; 2 4] has rank 1', () => {
    expectValues(matrix([3, 0], [4, 5]), [Math.sqrt(45), Math.sqrt(5)])
    expectValues(matrix([1, 2], [2, 4]), [5, 0])
  })

  it('rows (1 1 1), then δ times the identity: √(3 + δ²), δ, δ, where MᵀM would lose δ = 1e-9', () => {
    const delta = 1e-9
    const lauchli = matrix([1, 1, 1], [delta, 0, 0], [0, delta, 0], [0, 0, delta])
    expect(3 + delta ** 2).toBe(3)
    expectValues(lauchli, [Math.sqrt(3), delta, delta])
    expectValues(transposed(...lauchli), [Math.sqrt(3), delta, delta])
  })

  it('Hilbert matrices of 5 and 10 rows as float64 holds them, by eigenvalues to 60 digits', () => {
    expectValues(
      hilbert(5),
      [
        1.5670506910982307, 0.20853421861101334, 0.011407491623419802, 0.00030589804015118543,
        3.287928772175816e-6,
      ],
    )
    expectValues(
      hilbert(10),
      [
        1.7519196702651775, 0.3429295484835091, 0.035741816271639234, 0.0025308907686700287,
        0.0001287496142763734, 4.729689293190096e-6, 1.2289677387429186e-7, 2.1474388217975423e-9,
        2.266745550381073e-11, 1.0932524334974552e-13,
      ],
    )
  })

  it('is the length of a single row or column, and leaves the matrix as it was', () => {
    const row = matrix([2, 3, 6])
    expectValues(row, [7])
    expectValues(transposed(...row), [7])
    expect([...row[0]]).toEqual([2, 3, 6])
  })

  it('any scale: squares of the entries need not be numbers', () => {
    for (const scale of [2 ** 1000, 2 ** -1000]) {
      expectValues(matrix([3 * scale, 0], [4 * scale, 5 * scale]), [
        Math.sqrt(45) * scale,
        Math.sqrt(5) * scale,
      ])
    }
    expectValues(matrix([1e300, 0], [0, 1e-320]), [1e300, 0])
    expect([...singularValues(...matrix([5e-324]))]).toEqual([5e-324])
  })

  it('zeros give 0', () => {
    expect([...singularValues(...matrix([0, 0, 0], [0, 0, 0]))]).toEqual([0, 0])
    expectValues(matrix([0, 0, 0], [0, 2, 0], [0, 0, 0]), [2, 0, 0])
  })

  it('refuses what is no matrix', () => {
    expect(() => singularValues(new Float64Array(5), 2, 3)).toThrow(/holds 5 numbers, 2 × 3 needs 6/)
    expect(() => singularValues(Float64Array.of(1, NaN), 1, 2)).toThrow(/not finite/)
    expect(() => singularValues(Float64Array.of(1, Infinity), 1, 2)).toThrow(/not finite/)
  })
})
