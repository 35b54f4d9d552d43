import { useState, type ClipboardEvent } from 'react'
import { maxTypedSize, type Entry, type Factor, type FactorName } from '../document/document'
import { setEntry } from '../document/edit'
import { entryName } from '../document/names'
import { formatEntry, parseEntry } from '../document/number'
import { isProblem } from '../document/problem'
import { store, useApp, type AppState } from '../store/store'
import { editEntries } from '../store/telling'
import { Dialog } from '../ui/Dialog'
import { NumberField } from '../ui/NumberField'
import { live } from './live'
import { pasteInto } from './pasteInto'

const factors: readonly FactorName[] = ['a', 'b']

const factorChange = (name: FactorName, factor: Factor) => (name === 'a' ? { a: factor } : { b: factor })

/** Every entry as a field; cells copied from a spreadsheet fill as many as they are. */
export function EntriesDialog({ onClose }: { onClose: () => void }) {
  const space = useApp((state) => state.document.space)
  const [problem, setProblem] = useState<string>()

  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    const field = (event.target as Element).closest<HTMLElement>('[data-factor]')
    if (!field || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const { factor, row, column } = field.dataset
    const name = factor as FactorName
    const filled = pasteInto(store.getState().document, name, Number(row), Number(column), text)
    const refused = isProblem(filled) ? filled : editEntries(factorChange(name, filled))
    setProblem(refused?.problem)
  }

  return (
    <Dialog title="Entries" onClose={onClose}>
      <p className="hint">
        {space === 'line'
          ? 'A number: 1.5, 1e-9, 1/3, sqrt(2), pi.'
          : 'A point a+bi with b > 0: 0.5+1.2i, 1/3+sqrt(2)i, 1e-9i.'}{' '}
        Cells copied from a spreadsheet fill the fields from the focused one on.
      </p>
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div onPaste={onPaste} className="factor-grids">
        {factors.map((factor) => (
          <FactorGrid key={factor} factor={factor} />
        ))}
      </div>
    </Dialog>
  )
}

function FactorGrid({ factor }: { factor: FactorName }) {
  const height = useApp((state) => state.document[factor].length)
  const width = useApp((state) => state.document[factor][0]!.length)
  const isTooLarge = Math.max(height, width) > maxTypedSize
  return (
    <div>
      <h3>
        <i className={`mark-${factor}`} /> {factor.toUpperCase()} {height} × {width}
      </h3>
      {isTooLarge ? (
        <p className="hint">Too large to be typed: take it out as CSV, change it there, and import it.</p>
      ) : (
        <div className="grid-scroll">
          <div className="grid" style={{ gridTemplateColumns: `repeat(${width}, var(--cell))` }}>
            {Array.from({ length: height * width }, (_, n) => (
              <EntryField key={n} factor={factor} row={Math.floor(n / width)} column={n % width} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

function EntryField({ factor, row, column }: { factor: FactorName; row: number; column: number }) {
  const of = ({ document }: AppState) => {
    const entry = document[factor][row]?.[column]
    return entry === undefined ? '' : formatEntry(entry)
  }
  const commit = (entry: Entry) => {
    const next = setEntry(store.getState().document, factor, row, column, entry)
    return editEntries(factorChange(factor, next[factor]))
  }
  return (
    <span data-factor={factor} data-row={row} data-column={column}>
      <NumberField
        label={entryName(factor, row, column)}
        source={live}
        short={of}
        exact={of}
        parse={(text) => parseEntry(text, store.getState().document.space)}
        onCommit={commit}
        inputMode="text"
      />
    </span>
  )
}
