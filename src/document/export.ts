import type { Factor } from './document'
import type { Matrix } from './matrix'
import { formatEntry, formatNumber } from './number'

/** What leaves the program, as text; every number reads back as the same float64. */

/** A factor as .csv: decimals on the line, a+bi in the half-plane. */
export function matrixCsv(factor: Factor): string {
  return csv(factor.map((row) => row.map(formatEntry)))
}

/** A packed product, (rows, columns), as .csv. */
export function productCsv(product: ArrayLike<number>, columns: number): string {
  const rows = Array.from({ length: product.length / columns }, (_, k) =>
    Array.from({ length: columns }, (__, l) => formatNumber(product[k * columns + l]!)),
  )
  return csv(rows)
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join(',')}\n`).join('')
}

/** A factor as writeNpy takes it. */
export function matrixFromFactor(factor: Factor): Matrix {
  const columns = factor[0]!.length
  const numbers = typeof factor[0]![0] === 'number' ? 1 : 2
  return { rows: factor.length, columns, numbers, values: Float64Array.from(factor.flat(2)) }
}
