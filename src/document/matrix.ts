import { maxFileSize } from './document'
import { problem, type Problem } from './problem'

/** Numbers as a file holds them, before it is said what they mean. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  /** Numbers an entry: 1 real, 2 a pair or a complex number, 3 a point of space. */
  readonly numbers: 1 | 2 | 3
  /** (rows, columns, numbers) row-major. */
  readonly values: Float64Array
}

export function checkMatrixSize(rows: number, columns: number): Problem | undefined {
  const isSize = (count: number) => Number.isInteger(count) && count >= 1 && count <= maxFileSize
  if (isSize(rows) && isSize(columns)) return undefined
  return problem(`a matrix has 1 to ${maxFileSize} rows and columns, this one is ${rows} × ${columns}`)
}

/** "row 2, column 3": counted from 1, as on screen. */
export function cellName(row: number, column: number): string {
  return `row ${row + 1}, column ${column + 1}`
}
