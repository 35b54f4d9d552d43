import { NumberTable } from './NumberTable'
import type { TableProps } from './cell'
import { fetched } from './fetched'

const HeatTable = fetched(async () => (await import('./HeatTable')).HeatTable) as typeof NumberTable

/** Beyond this many rows or columns a table of numbers cannot be read at a glance. */
const mostNumbers = 8

/** A live matrix: its numbers, or a heat map with the number of the cell that is pointed at. */
export function MatrixTable<S>(props: TableProps<S>) {
  const Table = Math.max(props.rows, props.columns) <= mostNumbers ? NumberTable : HeatTable
  return <Table key={`${props.rows}×${props.columns}`} {...props} />
}
