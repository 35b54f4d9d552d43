import { useState } from 'react'
import { maxTypedSize, sizeOf, type Size } from '../document/document'
import { retitled } from '../document/title'
import { store, useApp } from '../store/store'
import { Icon } from '../ui/Icon'
import { Stepper } from '../ui/Stepper'
import { fetched } from '../ui/fetched'
import { Section } from './Section'

const EntriesDialog = fetched(async () => (await import('./EntriesDialog')).EntriesDialog)

const directions: readonly { name: keyof Size; label: string }[] = [
  { name: 'rows', label: 'Rows' },
  { name: 'inner', label: 'Inner' },
  { name: 'columns', label: 'Columns' },
]

async function step(name: keyof Size, by: 1 | -1) {
  const { resize } = await import('../document/edit')
  const { document, edit } = store.getState()
  const size = sizeOf(document)
  const next = size[name] + by
  if (next >= 1 && (next <= maxTypedSize || by < 0)) {
    edit(retitled(resize(document, { ...size, [name]: next }), document))
  }
}

/** The size of A and B, and the way to their entries. */
export function FactorsPanel() {
  const rows = useApp((state) => state.document.a.length)
  const inner = useApp((state) => state.document.b.length)
  const columns = useApp((state) => state.document.b[0]!.length)
  const isClassifier = useApp((state) => state.document.classifier !== null)
  const [isOpen, setOpen] = useState(false)
  const size = { rows, inner, columns }
  return (
    <Section
      name="factors"
      title="Factors"
      tab="model"
      aside={
        <>
          <span className="factors">
            <i className="mark-a" /> A {rows} × {inner}
          </span>
          <span className="factors">
            <i className="mark-b" /> B {inner} × {columns}
          </span>
          <button type="button" className="quiet" aria-label="Edit entries" onClick={() => setOpen(true)}>
            <Icon name="edit" />
          </button>
        </>
      }
    >
      {isClassifier ? (
        <p className="hint">A row for each input, a column for each prototype.</p>
      ) : (
        <div className="steppers">
          {directions.map(({ name, label }) => (
            <Stepper
              key={name}
              label={label}
              value={size[name]}
              min={1}
              max={Math.max(maxTypedSize, size[name])}
              onStep={(by) => void step(name, by)}
            />
          ))}
        </div>
      )}
      {isOpen && <EntriesDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}
