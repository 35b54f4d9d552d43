import { useState } from 'react'
import { derive } from '../document/derive'
import type { Target } from '../document/document'
import { freezeTarget } from '../document/edit'
import { formatNumber, parseNumber } from '../document/number'
import { store, useApp, type AppState } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { LiveText } from '../ui/LiveText'
import { NumberField } from '../ui/NumberField'
import { Segmented } from '../ui/Segmented'
import { live } from './live'

type Kind = 'base' | 'fixed' | 'random'

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'base', label: 'Base product' },
  { value: 'fixed', label: 'Fixed' },
  { value: 'random', label: 'Random' },
]

const kindOf = (target: Target): Kind => (target === 'base' ? 'base' : 'seed' in target ? 'random' : 'fixed')
const setTarget = (target: Target) => store.getState().edit({ target })

/** C* stays as it is now, whatever becomes of the entries. */
function freeze() {
  const { document, edit } = store.getState()
  edit(freezeTarget(document, derive(document).target))
}

function choose(kind: Kind) {
  if (kind === 'fixed') freeze()
  else setTarget(kind === 'base' ? 'base' : { seed: 1 })
}

/** What the loss compares the product with. */
export function TargetChoice() {
  const kind = useApp((state) => kindOf(state.document.target))
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="target">
      <h3>
        Target <i>C*</i>
      </h3>
      <Segmented label="Target" options={kinds} value={kind} onChange={choose} />
      {kind === 'fixed' && (
        <button type="button" className="quiet" onClick={() => setOpen(true)}>
          Edit numbers…
        </button>
      )}
      {kind === 'random' && (
        <label className="choice">
          Seed{' '}
          <NumberField
            label="Seed"
            source={live}
            short={seed}
            exact={seed}
            parse={parseSeed}
            onCommit={setSeed}
          />
        </label>
      )}
      {kind === 'base' && <LiveText source={live} of={baseWords} className="hint" />}
      {isOpen && <TargetDialog onClose={() => setOpen(false)} />}
    </div>
  )
}

const baseWords = () => 'Of the base entries: loss 0 on the whole orbit.'

function seed({ document: { target } }: AppState): string {
  return typeof target === 'object' && 'seed' in target ? String(target.seed) : ''
}

function parseSeed(text: string) {
  const value = parseNumber(text)
  if (typeof value !== 'number') return value
  const isSeed = Number.isInteger(value) && value >= 0 && value < 2 ** 32
  return isSeed ? value : { problem: 'a seed is a whole number from 0 to 4294967295' }
}

function setSeed(value: number) {
  setTarget({ seed: value })
  return undefined
}

function TargetDialog({ onClose }: { onClose: () => void }) {
  const rows = useApp((state) => state.document.a.length)
  const columns = useApp((state) => state.document.b[0]!.length)
  return (
    <Dialog title="Target C*" onClose={onClose}>
      <div className="grid-scroll">
        <div className="grid" style={{ gridTemplateColumns: `repeat(${columns}, var(--cell))` }}>
          {Array.from({ length: rows * columns }, (_, n) => (
            <TargetField key={n} row={Math.floor(n / columns)} column={n % columns} />
          ))}
        </div>
      </div>
    </Dialog>
  )
}

function TargetField({ row, column }: { row: number; column: number }) {
  const of = ({ document }: AppState) => {
    const { target, size } = derive(document)
    return formatNumber(target[row * size.columns + column] ?? 0)
  }
  const commit = (value: number) => {
    const { document, edit } = store.getState()
    const { target, size } = derive(document)
    edit(freezeTarget(document, target.with(row * size.columns + column, value)))
    return undefined
  }
  return (
    <NumberField
      label={`Target, row ${row + 1}, column ${column + 1}`}
      source={live}
      short={of}
      exact={of}
      parse={parseNumber}
      onCommit={commit}
    />
  )
}
