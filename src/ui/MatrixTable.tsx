import { lazy, Suspense } from 'react'
import { NumberTable } from './NumberTable'
import type { TableProps } from './cell'

const HeatTable = lazy(async () => ({
  default: (await import('./HeatTable')).HeatTable,
})) as typeof NumberTable

/** Beyond this many rows or columns a table of numbers cannot be read at a glance. */
const mostNumbers = 8

/** A live matrix: its numbers, or a heat map with the number of the cell that is pointed at. */
export function MatrixTable<S>(props: TableProps<S>) {
  const Table = Math.max(props.rows, props.columns) <= mostNumbers ? NumberTable : HeatTable
  return (
    <Suspense>
      <Table key={`${props.rows}×${props.columns}`} {...props} />
    </Suspense>
  )
}
