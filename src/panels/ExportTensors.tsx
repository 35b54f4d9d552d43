import { useMemo, useState } from 'react'
import { derive } from '../document/derive'
import { columnsProblem, movedTensors, namesFor, originIn, type Form } from '../document/exportTensors'
import { isProblem } from '../document/problem'
import { shownName } from '../document/tensorNames'
import { store, useApp } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { Segmented } from '../ui/Segmented'
import { saveNpy, saveNpyMetadata, saveSafetensors } from './exportTensorFiles'
import { figure } from './figures'
import './tensors.css'

const formats = [
  { value: 'safetensors', label: '.safetensors' },
  { value: 'npy', label: '.npy' },
] as const
const types = [
  { value: 'F64', label: 'float64' },
  { value: 'F32', label: 'float32' },
] as const

/** The moved tables Q and K as tensors, with g beside them. */
export function ExportTensors({ onClose }: { onClose: () => void }) {
  const document = useApp((state) => state.document)
  const origin = originIn(
    document,
    useApp((state) => state.origin),
  )
  const [format, setFormat] = useState<'safetensors' | 'npy'>(origin?.format ?? 'safetensors')
  const [as, setAs] = useState<Form['as']>('points')
  const [type, setType] = useState<Form['type']>('F64')
  const noColumns = columnsProblem(origin)
  const form: Form = { as, type: format === 'npy' ? 'F64' : type }
  const made = useMemo(
    () => movedTensors(document, origin, { as: form.as, type: form.type }),
    [document, origin, form.as, form.type],
  )
  const names = namesFor(origin)
  const numbers = document.space === 'line' ? 'numbers of the line' : 'points x, y'
  return (
    <Dialog title="Export moved tensors" onClose={onClose}>
      <div className="choice">
        Format <Segmented label="Format" options={formats} value={format} onChange={setFormat} />
      </div>
      <div className="choice">
        Entries{' '}
        {noColumns ? (
          numbers
        ) : (
          <Segmented
            label="Entries"
            options={[
              { value: 'points', label: numbers },
              { value: 'columns', label: 'as they came' },
            ]}
            value={as}
            onChange={setAs}
          />
        )}
      </div>
      {noColumns && origin && <p className="hint">Not as columns: {noColumns.problem}.</p>}
      {format === 'safetensors' && (
        <div className="choice">
          Numbers <Segmented label="Numbers" options={types} value={type} onChange={setType} />
        </div>
      )}
      {isProblem(made) ? (
        <p className="problem" role="alert">
          {made.problem}. Nothing can be exported so.
        </p>
      ) : (
        <>
          <p>
            {(['q', 'k'] as const).map((side, n) => (
              <span key={side} className="line">
                {shownName(names[n]!)}, {(n === 0 ? made.qShape : made.kShape).join(' × ')}
              </span>
            ))}
          </p>
          <p role="status" aria-label="Written product">
            {changeWords(made.largestChange, derive(document).bound, form, document.move)}
          </p>
          {format === 'safetensors' ? (
            <div className="offer">
              <p>g is in the metadata of the file.</p>
              <button
                type="button"
                className="primary"
                onClick={() => saveSafetensors(store.getState(), form)}
              >
                Save
              </button>
            </div>
          ) : (
            <div className="offer">
              <p>A .npy file holds one array and no metadata: Q, K and g are three files.</p>
              {(['q', 'k'] as const).map((side) => (
                <button key={side} type="button" onClick={() => saveNpy(store.getState(), form, side)}>
                  Save {side.toUpperCase()}
                </button>
              ))}
              <button type="button" onClick={() => saveNpyMetadata(store.getState(), form)}>
                Save g
              </button>
            </div>
          )}
        </>
      )}
    </Dialog>
  )
}

function changeWords(change: number, bound: number, { type }: Form, move: 'both' | 'a' | 'b'): string {
  const within = change === 0 ? 'is exactly' : `differs by at most ${figure(change)} from`
  const product = `C of the written numbers ${within} the base product`
  if (move !== 'both')
    return `${product}: only ${move === 'a' ? 'Q' : 'K'} is moved, so this is another model.`
  if (change <= bound) return `${product}; rounding explains ${figure(bound)}.`
  return type === 'F32'
    ? `${product}: rounding to float32 changes it, float64 keeps it.`
    : `${product}, more than the ${figure(bound)} that the rounding of the move explains.`
}
