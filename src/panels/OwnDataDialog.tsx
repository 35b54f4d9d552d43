import { useMemo, useState, type DragEvent } from 'react'
import { usualPerClass } from '../document/classifierPlans'
import { decodeText } from '../document/files'
import { parseNumber } from '../document/number'
import { ownSource, readOwnTable, type OwnTable } from '../document/ownData'
import { isProblem, problem, type Problem } from '../document/problem'
import { Dialog } from '../ui/Dialog'
import { beginClassifier, type ClassifierChoice } from './beginClassifier'
import { ClassifierChoices } from './ClassifierChoices'

const mostBytes = 2 ** 21

/** Rows of one's own with a label each, as a classifier. Nothing changes before "Open". */
export function OwnDataDialog({ onClose }: { onClose: () => void }) {
  const [table, setTable] = useState<OwnTable | Problem>()
  const [reads, setReads] = useState(0)
  const take = (next: OwnTable | Problem | undefined) => {
    setTable(next)
    setReads((count) => count + 1)
  }
  const read = async (file: File | undefined) => {
    if (file) take(await readFile(file))
  }
  // A file that is dropped here is for this dialog, not for the page.
  const onDrop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    void read(event.dataTransfer.files[0])
  }
  return (
    <Dialog title="A classifier of your own data" onClose={onClose}>
      <div className="own-data" onDrop={onDrop}>
        <label className="drop">
          <input
            type="file"
            accept=".csv,.tsv,.txt"
            aria-label="File"
            onChange={(event) => void read(event.target.files?.[0])}
          />
          <span className="hint">
            A row for each point: numbers and a label, as text or as a number. A first row of names is
            understood. Or drop the file here.
          </span>
        </label>
        <textarea
          aria-label="Pasted rows"
          placeholder={'or paste:\nx, y, label\n1.2, 0.5, left\n-0.3, 2, right'}
          rows={5}
          onChange={(event) => {
            const text = event.target.value
            take(text.trim() === '' ? undefined : readOwnTable(text))
          }}
        />
        {isProblem(table) && <Refusal {...table} />}
        {table && !isProblem(table) && <Offer key={reads} table={table} onClose={onClose} />}
      </div>
    </Dialog>
  )
}

async function readFile(file: File): Promise<OwnTable | Problem> {
  if (file.size > mostBytes) return problem(`"${file.name}" is larger than 2 MB of text`)
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  return isProblem(text) ? text : readOwnTable(text)
}

function Refusal({ problem }: Problem) {
  return (
    <p className="problem" role="alert">
      {problem.charAt(0).toUpperCase() + problem.slice(1)}. The document stays as it is.
    </p>
  )
}

function Offer({ table, onClose }: { table: OwnTable; onClose: () => void }) {
  const [label, setLabel] = useState<number | undefined>(table.isClear ? table.label : undefined)
  const [heldOut, setHeldOut] = useState('1/3')
  const [seed, setSeed] = useState('1')
  const [choice, setChoice] = useState<ClassifierChoice>({
    space: 'halfPlane',
    perClass: usualPerClass('own', 'halfPlane'),
    rule: 'learned',
  })
  const [refused, setRefused] = useState<Problem>()
  const source = useMemo(
    () => (label === undefined ? undefined : sourceFrom(table, label, heldOut, seed)),
    [table, label, heldOut, seed],
  )
  const made = source && !isProblem(source) ? source : undefined
  const open = () => {
    if (!made) return
    const reason = beginClassifier('own', made, choice)
    if (reason) setRefused(reason)
    else onClose()
  }
  return (
    <>
      <div className="own-choices">
        <label>
          Labels are in
          <select
            value={label ?? ''}
            onChange={(event) => setLabel(event.target.value === '' ? undefined : Number(event.target.value))}
          >
            {label === undefined && <option value="">which column?</option>}
            {table.names.map((name, column) => (
              <option key={column} value={column}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Part held out
          <input type="text" value={heldOut} onChange={(event) => setHeldOut(event.target.value)} />
        </label>
        <label>
          Seed of the split
          <input
            type="text"
            inputMode="numeric"
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
          />
        </label>
      </div>
      {isProblem(source) && <Refusal {...source} />}
      {made && (
        <>
          <ClassifierChoices
            choice={choice}
            classes={made.classes.length}
            usual={(space) => usualPerClass('own', space)}
            onChange={setChoice}
          />
          {refused && <Refusal {...refused} />}
          <div className="offer">
            <p>
              {made.train.rows.length} rows train and {made.heldOut.rows.length} are held out,{' '}
              {made.classes.length} classes: {made.classes.join(', ')}.{' '}
              {meaning(made.train.rows[0]!.length, choice)}
            </p>
            <button type="button" className="primary" onClick={open}>
              Open
            </button>
          </div>
        </>
      )}
    </>
  )
}

/** How the numbers of a row become points. */
function meaning(columns: number, { space }: ClassifierChoice): string {
  if (space === 'line') return `Each row becomes ${columns} numbers, scaled to mean 0 and deviation 1.`
  return columns === 2
    ? 'Each row, scaled to mean 0 and deviation 1, is read as polar coordinates about i.'
    : `Each of the ${columns} numbers x, scaled to mean 0 and deviation 1, becomes the point x + i.`
}

function sourceFrom(table: OwnTable, label: number, heldOut: string, seed: string) {
  const part = parseNumber(heldOut)
  if (isProblem(part)) return problem(`Part held out: ${part.problem}`)
  if (!/^\d{1,9}$/.test(seed.trim())) return problem('The seed must be a whole number, at least 0')
  return ownSource(table, label, { heldOut: part, seed: Number(seed) })
}
