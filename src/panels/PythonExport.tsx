import { copyText } from './copyText'
import { pythonNow, savePython } from './matrixSaving'
import { SaidLine } from './SaidLine'
import { useSaving } from './useSaving'

/** The invariance as a script that others can run. */
export function PythonExport() {
  const { said, isBusy, save } = useSaving()
  return (
    <fieldset className="side">
      <legend>Python</legend>
      <p className="hint">
        A script that needs NumPy only: it has A, B and g exactly, computes the product before and after,
        prints the largest change with its rounding bound, and fails if rounding does not explain it.
      </p>
      <div className="offer">
        <button type="button" className="primary" disabled={isBusy} onClick={() => void save(savePython)}>
          Save script
        </button>
        <button type="button" onClick={() => void save(() => copyText(pythonNow()))}>
          Copy script
        </button>
      </div>
      <SaidLine label="Saved script" said={said} />
    </fieldset>
  )
}
