import { checkMatrixSize, cellName, type Matrix } from './matrix'
import { parseComplex, parseNumber } from './number'
import { maxFileSize } from './document'
import type { Complex } from './expression'
import { isProblem, problem, type Problem } from './problem'

export type Separator = '\t' | ';' | ',' | 'space'

/**
 * A table of numbers or of a + bi: .csv, .tsv, or what a spreadsheet puts on the clipboard. The separator is
 * a tab, else a semicolon, else a comma, else spaces; with the first two a decimal comma is understood.
 */
export function parseTable(text: string): Matrix | Problem {
  const long = checkTextLength(text)
  if (long) return long
  const plain = trimmed(text)
  if (plain === '') return problem('there is no number in it')
  const separator = separatorOf(plain)
  const cells = separator === 'space' ? splitSpaces(plain) : splitCells(plain, separator, maxFileSize)
  if (isProblem(cells)) return cells
  const columns = cells[0]!.length
  for (const [k, row] of cells.entries()) {
    if (row.length === columns) continue
    return problem(`row ${k + 1} has ${row.length} cells, row 1 has ${columns}`)
  }
  const size = checkMatrixSize(cells.length, columns)
  if (size) return size
  const values = readCells(cells, separator)
  return isProblem(values) ? values : { rows: cells.length, columns, ...values }
}

/** The cells of a table as texts, by the same separators; at spaces every word is a cell. Lines without any are left out. */
export function splitTable(
  text: string,
  mostRows: number,
): { cells: string[][]; lines: number[]; separator: Separator } | Problem {
  const plain = trimmed(text)
  const separator = separatorOf(plain)
  const all = separator === 'space' ? splitWords(plain, mostRows) : splitCells(plain, separator, mostRows)
  if (isProblem(all)) return all
  const isFilled = (row: readonly string[]) => row.some((cell) => cell !== '')
  const lines = all.flatMap((row, n) => (isFilled(row) ? [n + 1] : []))
  if (lines.length > mostRows) return problem(`more than ${mostRows} rows`)
  return { cells: all.filter(isFilled), lines, separator }
}

/** As expressions of 200 characters, 64 × 64 entries have less. */
const mostCharacters = 2 ** 20

/** What keeps a pasted or dropped text from being looked at. */
export function checkTextLength(text: string): Problem | undefined {
  return text.length > mostCharacters ? problem(`more than ${mostCharacters} characters`) : undefined
}

/** With a tab or a semicolon between cells a comma may be a decimal one. */
export const hasDecimalComma = (separator: Separator): boolean => separator === '\t' || separator === ';'

/** Without the lines before the numbers that say where they are from, as Moduli and NumPy write them. */
const trimmed = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .replace(/^(?:#[^\r\n]*(?:\r\n|\r|\n))+/, '')
    .trimEnd()

function separatorOf(text: string): Separator {
  const unquoted = text.replace(/"[^"]*"/g, '')
  return (['\t', ';', ','] as const).find((sign) => unquoted.includes(sign)) ?? 'space'
}

/** Split at spaces only where each piece is a number: "1 + 2i" in a line of its own is one cell. */
function splitSpaces(text: string): string[][] | Problem {
  if (text.split('\n', tooMany).length === tooMany) return checkMatrixSize(tooMany, 1)!
  const lines = linesOf(text)
  const pieces = lines.map(wordsOf)
  const longest = pieces.reduce((most, line) => Math.max(most, line.length), 0)
  if (longest > tooMany) return checkMatrixSize(lines.length, tooMany)!
  return pieces.map((line) =>
    line.every((piece) => !isProblem(parseComplex(piece))) ? line : [line.join(' ')],
  )
}

/** Rows or columns of a table that is far too large; it does not matter by how much. */
const tooMany = 1000

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/)

/** Blank lines count little, but not nothing. */
const linesOfARow = 8

function splitWords(text: string, mostRows: number): string[][] | Problem {
  const lines = text.split('\n', linesOfARow * mostRows + 1)
  return lines.length > linesOfARow * mostRows
    ? problem(`more than ${mostRows} rows`)
    : linesOf(text).map(wordsOf)
}

const wordsOf = (line: string): string[] => (line === '' ? [''] : line.replace(/"/g, '').trim().split(/\s+/))

function splitCells(text: string, separator: string, mostRows: number): string[][] | Problem {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows[rows.length - 1]!.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]!
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++
      endCell()
      rows.push([])
    } else cell += sign
    if (rows.length > mostRows) return problem(`more than ${mostRows} rows`)
  }
  if (isQuoted) return problem(`row ${rows.length}: a quotation mark is never closed`)
  endCell()
  return rows
}

function readCells(cells: string[][], separator: Separator): Pick<Matrix, 'numbers' | 'values'> | Problem {
  const mayBeDecimal = hasDecimalComma(separator)
  const hasPoint = cells.some((row) => row.some((cell) => cell.includes('.')))
  const found: Complex[] = []
  for (const [k, row] of cells.entries()) {
    for (const [i, cell] of row.entries()) {
      const comma = mayBeDecimal && cell.includes(',')
      if (comma && hasPoint)
        return problem(`${cellName(k, i)}: both "." and "," are used, so neither is clear`)
      const text = comma ? cell.replace(/(\d),(\d)/g, '$1.$2') : cell
      const value = /[ij]/i.test(text) ? parseComplex(text) : parseNumber(text)
      if (isProblem(value)) return problem(`${cellName(k, i)}: ${value.problem}`)
      found.push(typeof value === 'number' ? [value, 0] : value)
    }
  }
  const isComplex = found.some(([, im]) => im !== 0)
  return isComplex
    ? { numbers: 2, values: Float64Array.from(found.flat()) }
    : { numbers: 1, values: Float64Array.from(found, ([re]) => re) }
}
