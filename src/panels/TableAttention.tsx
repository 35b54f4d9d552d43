import { store, useApp } from '../store/store'
import type { CellIndex } from '../ui/cell'
import { LiveChip } from '../ui/LiveChip'
import { LiveStatus } from '../ui/LiveText'
import { MatrixTable } from '../ui/MatrixTable'
import { BetaSlider } from './BetaSlider'
import { isGesture, live } from './live'
import { Section } from './Section'
import { weightChange, weightTables, weightVerdict } from './tableAttentionText'

const onSelect = (selection: CellIndex) => store.getState().edit({ selection })
const onPoint = (pointedCell: CellIndex | undefined) => {
  if (store.getState().pointedCell !== pointedCell) store.getState().set({ pointedCell })
}

/** What every query of a head without a task attends to, of all keys. */
export function TableAttention() {
  const rows = useApp((state) => state.document.a.length)
  const columns = useApp((state) => state.document.b[0]!.length)
  const size = { source: live, rows, columns, onSelect, onPoint }
  const isSmall = Math.max(rows, columns) <= 4
  return (
    <Section title="Attention" tab="product" aside={<LiveChip source={live} of={weightVerdict} />}>
      <p className="definition">
        weights = softmax(−<i>β C</i>) of each row, over all columns
      </p>
      <BetaSlider />
      <div
        className="tables"
        data-layout={isSmall || Math.max(rows, columns) > 8 ? 'pair' : 'stack'}
        data-columns={columns}
      >
        <div>
          <h3>before</h3>
          <MatrixTable label="Weights before" {...size} {...weightTables.before} />
        </div>
        <div>
          <h3>after</h3>
          <MatrixTable label="Weights after" {...size} {...weightTables.after} />
        </div>
      </div>
      <dl className="readings">
        <dt>Largest change</dt>
        <dd>
          <LiveStatus label="Largest change of a weight" source={live} of={weightChange} hush={isGesture} />
        </dd>
      </dl>
    </Section>
  )
}
