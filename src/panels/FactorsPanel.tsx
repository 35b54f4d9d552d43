import { lazy, Suspense, useState } from 'react'
import { maxTypedSize, type Size } from '../document/document'
import { useApp } from '../store/store'
import { Stepper } from '../ui/Stepper'
import { resize } from './resize'
import { Section } from './Section'

const EntriesDialog = lazy(async () => ({ default: (await import('./EntriesDialog')).EntriesDialog }))

const directions: readonly { name: keyof Size; label: string }[] = [
  { name: 'rows', label: 'Rows' },
  { name: 'inner', label: 'Inner' },
  { name: 'columns', label: 'Columns' },
]

/** The size of A and B, and the way to their entries. */
export function FactorsPanel() {
  const rows = useApp((state) => state.document.a.length)
  const inner = useApp((state) => state.document.b.length)
  const columns = useApp((state) => state.document.b[0]!.length)
  const [isOpen, setOpen] = useState(false)
  const size = { rows, inner, columns }
  return (
    <Section
      title="Factors"
      tab="model"
      aside={
        <button type="button" className="quiet" onClick={() => setOpen(true)}>
          Edit entries…
        </button>
      }
    >
      <p className="factors">
        <span>
          <i className="mark-a" /> <b>A</b> {rows} × {inner}
        </span>
        <span>
          <i className="mark-b" /> <b>B</b> {inner} × {columns}
        </span>
        <span className="base">
          <i className="mark-base" /> base
        </span>
      </p>
      <div className="steppers">
        {directions.map(({ name, label }) => (
          <Stepper
            key={name}
            label={label}
            value={size[name]}
            min={1}
            max={Math.max(maxTypedSize, size[name])}
            onChange={(value) => resize({ ...size, [name]: value })}
          />
        ))}
      </div>
      {isOpen && (
        <Suspense>
          <EntriesDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}
