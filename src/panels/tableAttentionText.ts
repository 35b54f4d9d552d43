import { tableReading, type TableReading } from '../document/attentionReading'
import { remembered } from '../document/derive'
import { sizeOf } from '../document/document'
import type { AppState } from '../store/store'
import type { CellIndex, CellShade, CellText } from '../ui/cell'
import type { ChipText } from '../ui/LiveChip'
import { weightText } from './attentionText'
import { figure } from './figures'

/** Beyond this bound nothing can be said of a weight. */
const telling = 1e-3

const weightAt = ({ document }: AppState, which: 'before' | 'after', row: number, column: number): number =>
  tableReading(document)?.[which][row * sizeOf(document).columns + column] ?? 0

/** Of 64 keys each gets little: what is darkest is the heaviest weight of both tables. */
const heaviest = remembered((reading: TableReading) => Math.max(...reading.before, ...reading.after))

const tableOf = (which: 'before' | 'after') => ({
  selection: ({ document }: AppState): CellIndex => document.selection,
  band: () => undefined,
  name: (row: number, column: number) => `q${row + 1} → k${column + 1}`,
  text: (state: AppState, row: number, column: number): CellText => {
    const text = weightText(weightAt(state, which, row, column))
    return { text, same: text.length }
  },
  shade: (state: AppState, row: number, column: number): CellShade => {
    const reading = tableReading(state.document)
    const amount = reading ? weightAt(state, which, row, column) / heaviest(reading) : 0
    return { amount, tone: 'ink' }
  },
})

/** The weights of each query over all keys, before and after the move. */
export const weightTables = { before: tableOf('before'), after: tableOf('after') }

const of = (text: (reading: TableReading) => string) => (state: AppState) => {
  const reading = tableReading(state.document)
  return reading ? text(reading) : '–'
}

export const weightChange = of(
  ({ largestChange, bound }) => `${figure(largestChange)}, rounding explains ${figure(Math.min(bound, 1))}`,
)

export function weightVerdict({ document }: AppState): ChipText {
  const reading = tableReading(document)
  if (!reading) return { text: '–', tone: 'g' }
  if (reading.bound > telling) return { text: 'float64 cannot tell', tone: 'bad' }
  return reading.largestChange <= reading.bound
    ? { text: 'unchanged', tone: 'ok' }
    : { text: 'changed', tone: 'bad' }
}
