import { useState } from 'react'
import { maxTypedSize, sizeOf, type Size, type SpaceName } from '../document/document'
import { randomSeeds } from '../document/linkRandom1'
import { parseNumber } from '../document/number'
import { problem } from '../document/problem'
import { randomMatrices } from '../document/randomMatrices'
import { store } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { Segmented } from '../ui/Segmented'
import { Stepper } from '../ui/Stepper'
import { FormNumber } from './FormNumber'

const spaces = [
  { value: 'halfPlane', label: 'Half-plane' },
  { value: 'line', label: 'Real line' },
] as const

const directions: readonly { name: keyof Size; label: string }[] = [
  { name: 'rows', label: 'Rows' },
  { name: 'inner', label: 'Inner' },
  { name: 'columns', label: 'Columns' },
]

const clamped = (value: number) => Math.min(Math.max(value, 1), maxTypedSize)

/** Makes matrices from a seed, of the size and in the space that are open unless others are chosen. */
export function RandomDialog({ onClose }: { onClose: () => void }) {
  const [space, setSpace] = useState<SpaceName>(() => store.getState().document.space)
  const [seed, setSeed] = useState(1)
  const [size, setSize] = useState<Size>(() => {
    const { rows, inner, columns } = sizeOf(store.getState().document)
    return { rows: clamped(rows), inner: clamped(inner), columns: clamped(columns) }
  })
  const draw = () => {
    const { open, set } = store.getState()
    set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
    open(randomMatrices(space, size, seed))
    onClose()
  }
  return (
    <Dialog title="Random matrices" onClose={onClose}>
      <Segmented label="Space of the matrices" options={spaces} value={space} onChange={setSpace} />
      <div className="steppers">
        {directions.map(({ name, label }) => (
          <Stepper
            key={name}
            label={label}
            value={size[name]}
            min={1}
            max={maxTypedSize}
            onStep={(by) => setSize((now) => ({ ...now, [name]: clamped(now[name] + by) }))}
          />
        ))}
      </div>
      <div className="form">
        <FormNumber
          label="Seed"
          value={seed}
          parse={parseNumber}
          onCommit={(value) => {
            if (!(Number.isInteger(value) && value >= 0 && value < randomSeeds))
              return problem(`A seed is a whole number, 0 to ${randomSeeds - 1}`)
            setSeed(value)
            return undefined
          }}
        />
      </div>
      <div className="offer">
        <p className="hint">
          {space === 'line'
            ? 'Normal numbers of deviation 2, to three decimals.'
            : 'Points alike in all directions from i, to three decimals.'}{' '}
          Their link holds the seed until an entry is changed.
        </p>
        <button type="button" className="primary" onClick={draw}>
          Open
        </button>
      </div>
    </Dialog>
  )
}
