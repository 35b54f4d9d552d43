import { store, useApp } from '../store/store'
import type { CellIndex } from '../ui/cell'
import { Formula } from '../ui/Formula'
import { LiveChip } from '../ui/LiveChip'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { MatrixTable } from '../ui/MatrixTable'
import { live } from './live'
import {
  changeWords,
  differenceChip,
  differencesWords,
  exactWords,
  isShort,
  tables,
  verdict,
} from './productText'
import { Section } from './Section'

const cells = {
  source: live,
  onSelect: (selection: CellIndex) => store.getState().edit({ selection }),
  onPoint: (pointedCell: CellIndex | undefined) => {
    if (store.getState().pointedCell !== pointedCell) store.getState().set({ pointedCell })
  },
}

/** Short numbers fit beside each other, and so do small pictures and those too high for their cells to be seen; others need the whole width. */
function layoutOf(size: number, isShort: boolean): 'pair' | 'narrow' | 'stack' {
  if (size <= 4 || (size > 8 && size <= 16) || size > 64) return 'pair'
  return size <= 8 && isShort ? 'narrow' : 'stack'
}

/** A ⊙ B of the base and of the moved entries, and what became of each entry. */
export function ProductPanel() {
  const rows = useApp((state) => state.document.a.length)
  const columns = useApp((state) => state.document.b[0]!.length)
  const layout = layoutOf(Math.max(rows, columns), useApp(isShort))
  const size = { ...cells, rows, columns }
  return (
    <Section
      name="product"
      title="Product A ⊙ B"
      tab="product"
      aside={<LiveChip source={live} of={verdict} />}
    >
      <p className="definition">
        <Formula name="metricProduct" />
      </p>
      <div className="tables" data-layout={layout} data-columns={columns}>
        <div>
          <h3>before</h3>
          <MatrixTable label="Product before" {...size} {...tables.before} />
        </div>
        <div>
          <h3>after</h3>
          <MatrixTable label="Product after" {...size} {...tables.after} />
        </div>
        <div className="difference">
          <h3>
            difference in rounding bounds <LiveChip source={live} of={differenceChip} />
          </h3>
          <MatrixTable label="Difference" {...size} {...tables.difference} />
        </div>
      </div>
      <dl className="readings">
        <dt>Largest change</dt>
        <dd>
          <LiveStatus label="Largest change" source={live} of={changeWords} />
        </dd>
        <dt>by differences</dt>
        <dd>
          <LiveText source={live} of={differencesWords} />
        </dd>
        <dt>exactly</dt>
        <dd>
          <LiveText source={live} of={exactWords} />
        </dd>
      </dl>
    </Section>
  )
}
