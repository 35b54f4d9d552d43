import { useState } from 'react'
import { centreAt, centreAtMean } from '../document/centre'
import type { Document } from '../document/document'
import { elementList } from '../document/element'
import { centreAtFrame, movedEntries, type EntryAt } from '../document/frame'
import { entryName } from '../document/names'
import { isProblem, type Problem } from '../document/problem'
import { store, useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { fetched } from '../ui/fetched'
import type { OtherModel } from './otherModel'
import { Section } from './Section'
import './align.css'

const AlignDialog = fetched(async () => (await import('./AlignDialog')).AlignDialog)

/** More entries than this are too many for a list; then it is the free entry of the slice. */
const mostListed = 128

const nameOf = ({ factor, row, column }: EntryAt) => entryName(factor, row, column)

/** g becomes what brings something to the centre; or the sentence that says why it cannot. */
function apply(next: Document | Problem): void {
  const { edit, set } = store.getState()
  if (isProblem(next)) set({ notice: `Not centred: ${next.problem}.` })
  else edit({ element: next.element, time: next.time })
}

/** Gauge fixing: the isometries that bring an entry, the mean or the frame of the model to i, or those to another model. */
export function CentrePanel() {
  const isLine = useApp((state) => state.document.space === 'line')
  const isList = useApp((state) => elementList(state.document) !== undefined)
  const column = useApp((state) => state.column)
  const [scope, setScope] = useState<'all' | 'one'>('all')
  const [isOpen, setOpen] = useState(false)
  const [other, setOther] = useState<OtherModel>()
  const inner = isList && scope === 'one' ? column : undefined
  const { entry, choice } = useEntry(inner)
  const name = nameOf(entry)
  const centre = isLine ? '0' : 'i'
  const now = () => store.getState().document
  return (
    <Section name="centre" title="Centre and align" tab="element" folds="closed">
      {isList && (
        <Segmented
          label="What moves"
          options={[
            { value: 'all', label: 'All inner indices' },
            { value: 'one', label: `Only ${column + 1}` },
          ]}
          value={scope}
          onChange={setScope}
        />
      )}
      {choice}
      <div className="centring">
        <button
          type="button"
          onClick={() => apply(centreAt(now(), entry, inner === undefined ? undefined : 'own'))}
        >
          {name} to {centre}
        </button>
        <button type="button" onClick={() => apply(centreAtMean(now(), inner))}>
          Mean to {centre}
        </button>
        {!isLine && (
          <button type="button" className="whole" onClick={() => apply(centreAtFrame(now(), entry, inner))}>
            Mean to i, {name} straight up
          </button>
        )}
        <button type="button" className="whole" onClick={() => setOpen(true)}>
          Align to another model…
        </button>
      </div>
      {other && (
        <p className="hint">Another model is {other.from === 'held' ? 'held' : 'there'} to align to.</p>
      )}
      {isOpen && <AlignDialog other={other} onOther={setOther} onClose={() => setOpen(false)} />}
    </Section>
  )
}

/** The entry that is brought to the centre or above it: chosen, else the free one, among those that g acts on. */
function useEntry(inner: number | undefined) {
  const rows = useApp((state) => state.document.a.length)
  const count = useApp((state) => state.document.b.length)
  const columns = useApp((state) => state.document.b[0]!.length)
  const free = useApp((state) => state.document.free)
  useApp((state) => state.document.move)
  const [chosen, setChosen] = useState<string>()
  const entries = movedEntries(store.getState().document, inner)
  const named = (name: string | undefined) => entries.find((one) => nameOf(one) === name)
  const entry = named(chosen) ?? named(nameOf(free)) ?? entries[0]!
  const choice = count * (rows + columns) <= mostListed && (
    <label className="choice">
      Entry
      <select
        aria-label="Entry to centre"
        value={nameOf(entry)}
        onChange={(event) => setChosen(event.target.value)}
      >
        {entries.map((one) => (
          <option key={nameOf(one)}>{nameOf(one)}</option>
        ))}
      </select>
    </label>
  )
  return { entry, choice }
}
