import { useState } from 'react'
import type { Digits } from '../document/matrixFiles'
import { takenMatrices } from '../document/takenMatrices'
import { useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { copyText } from './copyText'
import { latexNow, saveMatrices, type MatrixChoice, type MatrixFormat } from './matrixSaving'
import { SaidLine } from './SaidLine'
import { useSaving } from './useSaving'

const formats = [
  { value: 'latex', label: 'LaTeX' },
  { value: 'csv', label: '.csv' },
  { value: 'npy', label: '.npy' },
  { value: 'npz', label: '.npz' },
  { value: 'json', label: '.json' },
] as const
const digitsOf = { three: 3, five: 5, all: 'all' } as const satisfies Record<string, Digits>
const roundings = [
  { value: 'three', label: '3 digits' },
  { value: 'five', label: '5 digits' },
  { value: 'all', label: 'all' },
] as const

/** A, B, moved A, moved B and the product, as numbers. */
export function MatrixExport() {
  const document = useApp((state) => state.document)
  const [which, setWhich] = useState<MatrixChoice>('all')
  const [format, setFormat] = useState<MatrixFormat>('latex')
  const [rounding, setRounding] = useState<keyof typeof digitsOf>('three')
  const { said, isBusy, save } = useSaving()
  const digits = digitsOf[rounding]
  const isOne = format === 'csv' || format === 'npy'
  const matrices = takenMatrices(document)
  const used = isOne && which === 'all' ? 'a' : which
  return (
    <fieldset className="side">
      <legend>Matrices</legend>
      <div className="choice">
        Format <Segmented label="Matrix format" options={formats} value={format} onChange={setFormat} />
      </div>
      <label className="choice">
        Of{' '}
        <select
          aria-label="Matrix"
          value={used}
          onChange={(event) => setWhich(event.target.value as MatrixChoice)}
        >
          {!isOne && <option value="all">all six</option>}
          {matrices.map(({ id, label, matrix: { rows, columns } }) => (
            <option key={id} value={id}>
              {label}, {rows} × {columns}
            </option>
          ))}
        </select>
      </label>
      {format === 'latex' && (
        <div className="choice">
          Digits <Segmented label="Digits" options={roundings} value={rounding} onChange={setRounding} />
        </div>
      )}
      <p className="hint">{words[format]}</p>
      <div className="offer">
        <button
          type="button"
          className="primary"
          disabled={isBusy}
          onClick={() => void save(() => saveMatrices(used, format, digits))}
        >
          Save matrices
        </button>
        {format === 'latex' && (
          <button type="button" onClick={() => void save(() => copyText(latexNow(used, digits)))}>
            Copy LaTeX
          </button>
        )}
      </div>
      <SaidLine label="Saved matrices" said={said} />
    </fieldset>
  )
}

const words: Readonly<Record<MatrixFormat, string>> = {
  latex: 'pmatrix of amsmath; g and the link are comments.',
  csv: 'One matrix, exact; g and the link are lines that begin with #, which Moduli, NumPy and R leave out.',
  npy: 'One matrix, exact: complex128 for points, float64 for numbers. There is no room for g or the link; .npz has it.',
  npz: 'The same arrays in one file for numpy.load, with “about”: g and the link as a text of JSON.',
  json: 'Exact numbers with g, the link, the largest change and its rounding bound.',
}
