import { useEffect, useState, type ReactNode } from 'react'
import { sizeOf, type FactorName } from '../document/document'
import { embeddingsFor } from '../document/embeddings'
import type { Matrix } from '../document/matrix'
import { isProblem, type Problem } from '../document/problem'
import { retitled } from '../document/title'
import { store } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { Segmented } from '../ui/Segmented'
import { readFiles, readText, withMatrices, type Import } from './readImport'

interface Props {
  /** Files that were dropped on the page. */
  files: readonly File[]
  onClose: () => void
}

/** Files or pasted text, what they hold, and how it becomes points. Nothing changes before "Open". */
export function ImportDialog({ files, onClose }: Props) {
  const [read, setRead] = useState<Import | Problem>()

  useEffect(() => {
    if (files.length === 0) return
    let isCurrent = true
    void readFiles(files).then((result) => isCurrent && setRead(result))
    return () => {
      isCurrent = false
    }
  }, [files])

  return (
    <Dialog title="Import" onClose={onClose}>
      <label className="drop">
        <input
          type="file"
          multiple
          accept=".json,.csv,.tsv,.txt,.npy"
          aria-label="Files"
          onChange={(event) => void readFiles([...(event.target.files ?? [])]).then(setRead)}
        />
        <span className="hint">
          A document (.json), or a matrix (.csv, .tsv, .npy, .json); two files are A and B. Or drop them here.
        </span>
      </label>
      <textarea
        aria-label="Pasted numbers or JSON"
        placeholder={'or paste: 1 2 3 · 0.5+1.2i · cells of a spreadsheet · [[…]]'}
        rows={4}
        onChange={(event) =>
          setRead(event.target.value.trim() === '' ? undefined : readText(event.target.value))
        }
      />
      {read !== undefined && <Preview read={read} onClose={onClose} />}
    </Dialog>
  )
}

function Preview({ read, onClose }: { read: Import | Problem; onClose: () => void }) {
  if (isProblem(read)) return <Refusal {...read} />
  if (read.kind === 'matrices') return <MatricesPreview matrices={read.matrices} onClose={onClose} />
  const { document } = read
  const { rows, inner, columns } = sizeOf(document)
  const open = () => {
    store.getState().open(document)
    onClose()
  }
  return (
    <Offer onOpen={open}>
      {document.title === '' ? 'A document' : `“${document.title}”`}: A {rows} × {inner}, B {inner} ×{' '}
      {columns}, {document.space === 'line' ? 'on the real line' : 'in the upper half-plane'}.
    </Offer>
  )
}

const factors: readonly { value: FactorName; label: string }[] = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

function MatricesPreview({ matrices, onClose }: { matrices: readonly Matrix[]; onClose: () => void }) {
  const choices = embeddingsFor(matrices[0]!.numbers)
  const space = store.getState().document.space
  const usual = choices.find((choice) => choice.space === space) ?? choices[0]!
  const [name, setName] = useState(usual.name)
  const [factor, setFactor] = useState<FactorName>('a')
  const embedding = choices.find((choice) => choice.name === name) ?? usual
  const made = withMatrices(store.getState().document, matrices, factor, embedding)
  const open = () => {
    if (isProblem(made)) return
    store.getState().open(retitled(made, store.getState().document))
    onClose()
  }
  return (
    <>
      {matrices.length === 1 && (
        <div className="choice">
          Into <Segmented label="Factor" options={factors} value={factor} onChange={setFactor} />
        </div>
      )}
      <label className="choice">
        The numbers are
        <select value={embedding.name} onChange={(event) => setName(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.name} value={choice.name}>
              {choice.label}
            </option>
          ))}
        </select>
      </label>
      {isProblem(made) ? (
        <Refusal {...made} />
      ) : (
        <Offer onOpen={open}>
          {matrices.map(({ rows, columns }) => `${rows} × ${columns}`).join(' and ')} entries. Then A is{' '}
          {made.a.length} × {made.b.length} and B is {made.b.length} × {made.b[0]!.length},{' '}
          {made.space === 'line' ? 'on the real line' : 'in the upper half-plane'}.
        </Offer>
      )}
    </>
  )
}

function Refusal({ problem }: Problem) {
  return (
    <p className="problem" role="alert">
      {problem}. The document stays as it is.
    </p>
  )
}

function Offer({ children, onOpen }: { children: ReactNode; onOpen: () => void }) {
  return (
    <div className="offer">
      <p>{children}</p>
      <button type="button" className="primary" onClick={onOpen}>
        Open
      </button>
    </div>
  )
}
