import type { Source } from './source'

/** What one cell of a live table says. */
export interface CellText {
  readonly text: string
  /** So many characters at its start are as before; the others are emphasised. */
  readonly same: number
}

/** How dark a cell of a heat map is, in [0, 1], and in which colour. */
export interface CellShade {
  readonly amount: number
  readonly tone: 'ink' | 'ok' | 'bad'
}

export type CellIndex = readonly [row: number, column: number]

/** A row or a column of cells that belong together. */
export type Band = { readonly row: number } | { readonly column: number }

export const isInBand = (band: Band | undefined, row: number, column: number): boolean =>
  band !== undefined && ('row' in band ? band.row === row : band.column === column)

export interface TableProps<S> {
  /** Accessible name. */
  label: string
  rows: number
  columns: number
  source: Source<S>
  text: (state: S, row: number, column: number) => CellText
  shade: (state: S, row: number, column: number) => CellShade
  /** The name of a cell, like c₁₂. */
  name: (row: number, column: number) => string
  selection: (state: S) => CellIndex
  /** The cells that are pointed out because of something outside the table. */
  band: (state: S) => Band | undefined
  onSelect: (cell: CellIndex) => void
  onPoint: (cell: CellIndex | undefined) => void
}

/** The cell an arrow key leads to; undefined for any other key. */
export function neighbour(
  key: string,
  [row, column]: CellIndex,
  { rows, columns }: { rows: number; columns: number },
): CellIndex | undefined {
  const clamp = (value: number, end: number) => Math.min(Math.max(value, 0), end - 1)
  switch (key) {
    case 'ArrowUp':
      return [clamp(row - 1, rows), column]
    case 'ArrowDown':
      return [clamp(row + 1, rows), column]
    case 'ArrowLeft':
      return [row, clamp(column - 1, columns)]
    case 'ArrowRight':
      return [row, clamp(column + 1, columns)]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, columns - 1]
    default:
      return undefined
  }
}
