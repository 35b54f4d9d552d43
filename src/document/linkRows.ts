import { maxFileSize, maxInputs, type Entry, type Factor, type SpaceName } from './document'
import { isSmall, shortest, type Rows } from './linkPack'
import { formatNumber, isPlainNumber, parseEntry, parseNumber } from './number'
import { isProblem, problem, type Problem } from './problem'

/** Rows of numbers in a link: by ";" and ",", or packed. */

/** Rows of numbers that are not written with digits; undefined for any other text. Version 0 has none. */
export type Unpack = (text: string) => number[][] | Problem | undefined

/** Most rows, and most entries of one, that are worth reading. */
export interface Limits {
  readonly rows: number
  readonly columns: number
}

/** Formulas as 1/3 or sqrt(2) in one list; each takes a microsecond or two. */
const maxFormulas = 1000

/** 0 and -0 are one number of a document. */
export const noMinus = (x: number) => x + 0

export const numbers = (values: readonly number[]): string => values.map(formatNumber).join(',')

/** With the digits that a person can read where they are few. */
export function rowsText(rows: Rows): string {
  const plain = rows.map(numbers).join(';')
  if (isSmall(rows)) return plain
  return shortest(
    plain,
    rows.map((row) => row.map(noMinus)),
  )
}

export function readNumberRows(text: string, unpack: Unpack, limits: Limits): number[][] | Problem {
  return unpack(text) ?? readRows(text, parseNumber, limits)
}

export function readFactorText(text: string, space: SpaceName, unpack: Unpack): Factor | Problem {
  const rows = unpack(text)
  if (rows !== undefined) return isProblem(rows) || space === 'line' ? rows : pointRows(rows)
  const counts = text.split(';').map((line) => line.split(',', maxFileSize + 1).length)
  const other = counts.findIndex((count) => count !== counts[0])
  if (other > 0) {
    const entries = `${counts[other]} ${counts[other] === 1 ? 'entry' : 'entries'}`
    return problem(`row ${other + 1} has ${entries}, row 1 has ${counts[0]}`)
  }
  return readRows<Entry>(text, (entry) => parseEntry(entry, space), { rows: maxInputs, columns: maxFileSize })
}

function pointRows(rows: readonly (readonly number[])[]): Factor | Problem {
  if (rows.some((row) => row.length % 2 === 1)) return problem('a point is two numbers, and one is left over')
  return rows.map((row) =>
    Array.from({ length: row.length / 2 }, (_, i): Entry => [row[2 * i]!, row[2 * i + 1]!]),
  )
}

/** Counts first, so that nothing is read of what has too many rows or entries. */
export function readRows<T>(
  text: string,
  read: (entry: string) => T | Problem,
  limits: Limits,
): T[][] | Problem {
  const lines = text.split(';', limits.rows + 1)
  if (lines.length > limits.rows) return problem(`has more than ${limits.rows} rows`)
  const cells = lines.map((line) => line.split(',', limits.columns + 1))
  const long = cells.findIndex((row) => row.length > limits.columns)
  if (long >= 0) return problem(`row ${long + 1} has more than ${limits.columns} entries`)
  const rows: T[][] = []
  let formulas = 0
  for (const [k, row] of cells.entries()) {
    const values: T[] = []
    for (const entry of row) {
      if (!isPlainNumber(entry) && ++formulas > maxFormulas)
        return problem(`row ${k + 1}: more than ${maxFormulas} entries are formulas`)
      const value = read(entry)
      if (isProblem(value)) return problem(`row ${k + 1}, entry ${values.length + 1}: ${value.problem}`)
      values.push(value)
    }
    rows.push(values)
  }
  return rows
}
