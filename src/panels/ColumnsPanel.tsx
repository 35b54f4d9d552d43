import { useEffect } from 'react'
import { elementList } from '../document/element'
import { store, useApp } from '../store/store'
import { Icon } from '../ui/Icon'
import { Segmented } from '../ui/Segmented'
import { ColumnChoice } from './ColumnChoice'
import { moveColumn, resetAll, setElementPerIndex } from './columnEdits'
import { EquivalentsCount } from './EquivalentsCount'
import { Section } from './Section'
import './columns.css'

const choices = [
  { value: 'all', label: 'Same for all' },
  { value: 'each', label: 'One for each' },
] as const

/** The inner indices: who has which element, their order, and how much freedom they give. */
export function ColumnsPanel() {
  const inner = useApp(({ document }) => document.b.length)
  const isList = useApp(({ document }) => elementList(document) !== undefined)
  const chosen = useApp(({ column }) => column)
  const column = Math.min(chosen, inner - 1)

  // Undo or a new size may leave fewer inner indices than the chosen one needs.
  useEffect(() => {
    if (column !== chosen) store.getState().set({ column })
  }, [column, chosen])

  return (
    <Section
      name="columns"
      title="Inner indices"
      tab="element model"
      folds={isList ? 'open' : 'closed'}
      aside={
        isList && (
          <button type="button" className="quiet" onClick={resetAll} title="Every element to the identity">
            <Icon name="reset" /> Reset all
          </button>
        )
      }
    >
      {inner === 1 ? (
        <p className="hint">There is one: one element, and no order to change.</p>
      ) : (
        <>
          <Segmented
            label="Elements"
            options={choices}
            value={isList ? 'each' : 'all'}
            onChange={(value) => setElementPerIndex(value === 'each')}
          />
          <ColumnChoice inner={inner} column={column} isColoured={isList} />
          <output className="hint" aria-label="Place">
            column {column + 1} of A, row {column + 1} of B
          </output>
          <div className="column-order" role="group" aria-label="Order of inner indices">
            <button type="button" aria-disabled={column === 0} onClick={() => moveColumn(-1)}>
              Move earlier
            </button>
            <button type="button" aria-disabled={column === inner - 1} onClick={() => moveColumn(1)}>
              Move later
            </button>
          </div>
        </>
      )}
      <EquivalentsCount />
    </Section>
  )
}
