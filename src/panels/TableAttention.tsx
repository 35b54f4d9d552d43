import { useMemo } from 'react'
import { tableReading, type TableReading } from '../document/attentionReading'
import { sizeOf } from '../document/document'
import { store, useApp, type AppState } from '../store/store'
import type { CellIndex } from '../ui/cell'
import { HeatTable } from '../ui/HeatTable'
import { LiveChip } from '../ui/LiveChip'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { betasText, changeText, verdictOf, weightText } from './attentionText'
import { live } from './live'
import { RuleOfBeta } from './RuleOfBeta'
import { Section } from './Section'

const of = (text: (reading: TableReading, state: AppState) => string) => (state: AppState) => {
  const reading = tableReading(state.document)
  return reading ? text(reading, state) : '–'
}
const verdict = ({ document }: AppState) => verdictOf(tableReading(document))
const change = of(changeText)
const nameOf = (row: number, column: number) => `q${row + 1} → k${column + 1}`

/** A weight may be small beside 1 and still be the largest of its row: shades are of the root. */
const tableOf = (which: 'before' | 'after') => {
  const at = ({ document }: AppState, row: number, column: number) =>
    tableReading(document)?.[which][row * sizeOf(document).columns + column] ?? 0
  return {
    source: live,
    name: nameOf,
    selection: ({ document }: AppState): CellIndex => document.selection,
    band: () => undefined,
    text: (state: AppState, row: number, column: number) => {
      const text = weightText(at(state, row, column))
      return { text, same: text.length }
    },
    shade: (state: AppState, row: number, column: number) => ({
      amount: Math.sqrt(at(state, row, column)),
      tone: 'ink' as const,
    }),
    onSelect: (selection: CellIndex) => store.getState().edit({ selection }),
    onPoint: (pointedCell: CellIndex | undefined) => {
      if (store.getState().pointedCell !== pointedCell) store.getState().set({ pointedCell })
    },
  }
}
const before = tableOf('before')
const after = tableOf('after')

/** A head that has no task: what every row attends to among all columns, before and after the move. */
export function TableAttention() {
  const rows = useApp(({ document }) => document.a.length)
  const columns = useApp(({ document }) => document.b[0]!.length)
  const row = useApp(({ document }) => document.selection[0])
  const betas = useMemo(
    () => of((reading) => betasText([reading.betasBefore[row] ?? NaN], [reading.betasAfter[row] ?? NaN])),
    [row],
  )
  const heaviest = useMemo(
    () =>
      of((reading) => {
        const [now, then] = [reading.before, reading.after].map((w) => heaviestOf(w, row, columns))
        return now === then ? now! : `${now} → ${then}`
      }),
    [row, columns],
  )
  return (
    <Section name="attention" title="Attention" tab="product" aside={<LiveChip source={live} of={verdict} />}>
      <p className="definition">
        weights = softmax(−<i>β C</i>) of each query over all keys
      </p>
      <RuleOfBeta />
      <div className="weight-tables">
        <div>
          <h3>before</h3>
          <HeatTable label="Weights before" rows={rows} columns={columns} {...before} />
        </div>
        <div>
          <h3>after</h3>
          <HeatTable label="Weights after" rows={rows} columns={columns} {...after} />
        </div>
      </div>
      <dl className="readings">
        <dt>q{row + 1} attends most to</dt>
        <dd>
          <LiveText source={live} of={heaviest} />
        </dd>
        <dt>
          <i>β</i> of q{row + 1}
        </dt>
        <dd>
          <LiveText source={live} of={betas} />
        </dd>
        <dt>Largest change</dt>
        <dd>
          <LiveStatus label="Largest change of a weight" source={live} of={change} />
        </dd>
      </dl>
    </Section>
  )
}

/** "k7 0.312" */
function heaviestOf(weights: Float64Array, row: number, columns: number): string {
  const own = weights.subarray(row * columns, (row + 1) * columns)
  const most = own.reduce((best, weight, n) => (weight > own[best]! ? n : best), 0)
  return `k${most + 1} ${weightText(own[most] ?? 0)}`
}
