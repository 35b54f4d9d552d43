import { labelled, stratifiedSplit, type Labelled } from '../learning/data/labelled'
import {
  maxClasses,
  maxClassName,
  maxDataColumns,
  maxHeldOut,
  maxInputs,
  type LabelledRows,
  type LabelledSource,
} from './document'
import { isProblem, problem, quoted, type Problem } from './problem'
import { checkTextLength, hasDecimalComma, splitTable } from './table'

/** A table of one's own, before it is said which column holds the labels. */
export interface OwnTable {
  /** One for each column: from the first line, if it holds names and no numbers, else "column 1", … */
  readonly names: readonly string[]
  readonly cells: readonly (readonly string[])[]
  /** The line of the text that each row of cells was in, from 1. */
  readonly lines: readonly number[]
  /** The column that the labels are most likely in, and whether there is no doubt. */
  readonly label: number
  readonly isClear: boolean
  /** A comma in a number is a decimal one. */
  readonly hasDecimalComma: boolean
}

/** How rows of one's own are split. */
export interface OwnSplit {
  /** The part that is held out, in (0, 1). */
  readonly heldOut: number
  readonly seed: number
}

type OwnSource = Extract<LabelledSource, { kind: 'own' }>

const mostRows = maxInputs + maxHeldOut
/** Squares of larger numbers have no sum in float64. */
const largest = 1e150

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/
/** What programs write where a number is missing or has overflowed: no name, and no number either. */
const noNumber = /^(?:|[+-]?(?:nan|inf|infinity|na|n\/a|null|none|missing|\?|-))$/i
const usualLabel = /^(?:class|classes|label|labels|target|species|category|group|kind|type|y)$/i

/** A pasted or dropped table of numbers with a column of labels, by the separators of `table.ts`. */
export function readOwnTable(text: string): OwnTable | Problem {
  const long = checkTextLength(text)
  if (long) return long
  const zero = text.indexOf('\0')
  if (zero >= 0) return problem(`character ${zero + 1} is no text: this is a file of another kind`)
  const table = splitTable(text, mostRows + 1)
  if (isProblem(table)) return table
  const { cells, lines } = table
  if (cells.length === 0) return problem('There is no row in it')
  const width = cells[0]!.length
  const other = cells.findIndex((row) => row.length !== width)
  if (other >= 0) {
    const count = cells[other]!.length
    return problem(
      `row ${lines[other]} has ${count} ${count === 1 ? 'cell' : 'cells'}, row ${lines[0]} has ${width}`,
    )
  }
  if (width < 2) return problem('each row needs numbers and a label, and there is one column only')
  const comma = hasDecimalComma(table.separator)
  const hasNames = isHeader(cells, comma)
  const rows = hasNames ? cells.slice(1) : cells
  if (rows.length > mostRows) return problem(`more than ${mostRows} rows`)
  if (rows.length < 3)
    return problem(
      `${rows.length === 1 ? 'there is 1 row' : `there are ${rows.length} rows`}: at least 3 are needed, two to train with and one to hold out`,
    )
  const names = cells[0]!.map((name, column) => (hasNames && name !== '' ? name : `column ${column + 1}`))
  const texts = names.flatMap((_, column) => (isTextual(rows, column, comma) ? [column] : []))
  const named = hasNames ? names.findIndex((name) => usualLabel.test(name)) : -1
  const label = texts.length === 1 ? texts[0]! : named >= 0 ? named : (texts.at(-1) ?? width - 1)
  return {
    names,
    cells: rows,
    lines: hasNames ? lines.slice(1) : lines,
    label,
    isClear: texts.length === 1 || named >= 0,
    hasDecimalComma: comma,
  }
}

const plainNumber = (cell: string, comma: boolean) => (comma ? cell.replace(/^([^,.]*),/, '$1.') : cell)
const isDecimal = (cell: string, comma: boolean) => decimal.test(plainNumber(cell, comma))

/** Names stand above the numbers: no number is among them, and below one of them nearly all is numbers. */
function isHeader(cells: readonly (readonly string[])[], comma: boolean): boolean {
  const [first, ...rest] = cells
  if (rest.length === 0 || first!.some((cell) => isDecimal(cell, comma) || /^[+-]?(?:nan|inf)/i.test(cell)))
    return false
  return first!.some((cell, column) => cell !== '' && !isTextual(rest, column, comma))
}

/** Whether most cells of a column are neither numbers nor the signs of a missing one. */
function isTextual(rows: readonly (readonly string[])[], column: number, comma: boolean): boolean {
  const texts = rows.filter((row) => !isDecimal(row[column]!, comma) && !noNumber.test(row[column]!))
  return 2 * texts.length > rows.length
}

/** The rows with their labels, split for a classifier: the same for the same seed. */
export function ownSource(table: OwnTable, label: number, split: OwnSplit): OwnSource | Problem {
  const { cells, lines, names } = table
  if (!Number.isInteger(label) || label < 0 || label >= names.length) return problem('no column is the label')
  const width = names.length - 1
  if (width > maxDataColumns)
    return problem(`there are ${width} columns of numbers; at most ${maxDataColumns} are read`)
  const rows: number[][] = []
  for (const [n, row] of cells.entries()) {
    const numbers: number[] = []
    for (const [column, cell] of row.entries()) {
      if (column === label) continue
      const value = Number(plainNumber(cell, table.hasDecimalComma))
      if (!isDecimal(cell, table.hasDecimalComma) || !Number.isFinite(value)) {
        const what = cell === '' ? 'is empty' : `is ${quoted(cell)}, which is no finite number`
        return problem(`row ${lines[n]}, column ${column + 1}${nameOf(names, column)} ${what}`)
      }
      if (Math.abs(value) > largest)
        return problem(
          `row ${lines[n]}, column ${column + 1}${nameOf(names, column)} is ${quoted(cell)}, beyond 1e150`,
        )
      numbers.push(value + 0)
    }
    rows.push(numbers)
  }
  const labels = cells.map((row) => row[label]!)
  const unnamed = labels.findIndex((name) => name === '' || name.length > maxClassName || odd.test(name))
  if (unnamed >= 0) {
    const cell = labels[unnamed]!
    const what = cell === '' ? 'is empty' : `${quoted(cell)} is no name of at most ${maxClassName} characters`
    return problem(`row ${lines[unnamed]}, column ${label + 1}: the label ${what}`)
  }
  const classes = new Set(labels)
  if (classes.size > maxClasses) {
    return problem(
      `the column ${quoted(names[label]!)} has ${classes.size} different labels; at most ${maxClasses} classes are told apart`,
    )
  }
  return splitOf(rows, labels, split)
}

const odd = /[\p{Cc}\p{Cs}]/u

const nameOf = (names: readonly string[], column: number) =>
  names[column] === `column ${column + 1}` ? '' : ` (${names[column]})`

function splitOf(rows: number[][], labels: string[], { heldOut, seed }: OwnSplit): OwnSource | Problem {
  if (!(heldOut > 0 && heldOut < 1))
    return problem(`the part held out is ${heldOut}; it lies between 0 and 1`)
  try {
    const { train, heldOut: rest } = stratifiedSplit(labelled(rows, labels), 1 - heldOut, seed)
    if (train.count > maxInputs)
      return problem(`${train.count} rows would train, at most ${maxInputs} can: hold out a larger part`)
    if (rest.count > maxHeldOut)
      return problem(
        `${rest.count} rows would be held out, at most ${maxHeldOut} can be: hold out a smaller part`,
      )
    return { kind: 'own', classes: train.classes, train: asRows(train), heldOut: asRows(rest) }
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message)
    throw error
  }
}

function asRows({ count, columns, values, labels }: Labelled): LabelledRows {
  return {
    rows: Array.from({ length: count }, (_, n) => [...values.subarray(n * columns, (n + 1) * columns)]),
    labels: [...labels],
  }
}
