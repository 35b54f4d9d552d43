import type { Document, Entry, Factor, FactorName } from '../document/document'
import { entryName } from '../document/names'
import { parseEntry } from '../document/number'
import { isProblem, problem, type Problem } from '../document/problem'
import { checkTextLength } from '../document/table'

/** The factor with cells copied from a spreadsheet laid over it from one entry on; all of them or none. */
export function pasteInto(
  document: Document,
  name: FactorName,
  row: number,
  column: number,
  text: string,
): Factor | Problem {
  const factor = document[name]
  const long = checkTextLength(text)
  if (long) return long
  const lines = text.replace(/\r/g, '').trimEnd().split('\n')
  const cells = lines.slice(0, factor.length + 1).map((line) => line.split('\t'))
  const width = cells.reduce((most, line) => Math.max(most, line.length), 0)
  if (row + lines.length > factor.length || column + width > factor[0]!.length) {
    const size = `${name.toUpperCase()} is ${factor.length} × ${factor[0]!.length}`
    return problem(
      `${lines.length} × ${width} cells do not fit from ${entryName(name, row, column)} on: ${size}.`,
    )
  }
  const filled = factor.map((line) => [...line])
  for (const [k, line] of cells.entries()) {
    for (const [i, cell] of line.entries()) {
      if (cell.trim() === '') continue
      const entry: Entry | Problem = parseEntry(cell, document.space)
      if (isProblem(entry)) return problem(`${entryName(name, row + k, column + i)}: ${entry.problem}`)
      filled[row + k]![column + i] = entry
    }
  }
  return filled
}
