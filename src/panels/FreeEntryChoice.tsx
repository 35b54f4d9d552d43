import type { FactorName, FreeEntry } from '../document/document'
import { store, useApp } from '../store/store'

const setFree = (free: FreeEntry) => store.getState().edit({ free })

/** Which entry the loss is drawn over: three short lists, as a factor may have 64 × 64 entries. */
export function FreeEntryChoice() {
  const { factor, row, column } = useApp((state) => state.document.free)
  const rows = useApp((state) => state.document[factor].length)
  const columns = useApp((state) => state.document[factor][0]!.length)
  return (
    <span className="free" role="group" aria-label="Free entry">
      <span className="hint">over</span>
      <select
        aria-label="Free entry: factor"
        value={factor}
        onChange={(event) => setFree(inside({ factor: event.target.value as FactorName, row, column }))}
      >
        <option value="a">a</option>
        <option value="b">b</option>
      </select>
      <IndexSelect
        label="Free entry: row"
        count={rows}
        value={row}
        onChange={(next) => setFree({ factor, row: next, column })}
      />
      <IndexSelect
        label="Free entry: column"
        count={columns}
        value={column}
        onChange={(next) => setFree({ factor, row, column: next })}
      />
    </span>
  )
}

function inside({ factor, row, column }: FreeEntry): FreeEntry {
  const entries = store.getState().document[factor]
  return { factor, row: Math.min(row, entries.length - 1), column: Math.min(column, entries[0]!.length - 1) }
}

interface IndexProps {
  label: string
  count: number
  value: number
  onChange: (value: number) => void
}

function IndexSelect({ label, count, value, onChange }: IndexProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {Array.from({ length: count }, (_, n) => (
        <option key={n} value={n}>
          {n + 1}
        </option>
      ))}
    </select>
  )
}
