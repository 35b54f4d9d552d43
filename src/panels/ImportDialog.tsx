import { useEffect, useState, type ReactNode } from 'react'
import { sizeOf } from '../document/document'
import { embeddingsFor } from '../document/embeddings'
import type { Matrix } from '../document/matrix'
import { isProblem, type Problem } from '../document/problem'
import { retitled } from '../document/title'
import { store } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { MatrixMeaning } from './MatrixMeaning'
import { ModelSource } from './ModelSource'
import { readFiles, type Import } from './readImport'

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
      <ModelSource
        hint="A document (.json), or a matrix (.csv, .tsv, .npy, .json); two files are A and B. Or drop them here."
        onRead={setRead}
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

function MatricesPreview({ matrices, onClose }: { matrices: readonly Matrix[]; onClose: () => void }) {
  const { document } = store.getState()
  return (
    <MatrixMeaning matrices={matrices} document={document} choices={embeddingsFor(matrices[0]!.numbers)}>
      {(made) => {
        if (isProblem(made)) return <Refusal {...made} />
        const open = () => {
          store.getState().open(retitled(made, store.getState().document))
          onClose()
        }
        return (
          <Offer onOpen={open}>
            {matrices.map(({ rows, columns }) => `${rows} × ${columns}`).join(' and ')} entries. Then A is{' '}
            {made.a.length} × {made.b.length} and B is {made.b.length} × {made.b[0]!.length},{' '}
            {made.space === 'line' ? 'on the real line' : 'in the upper half-plane'}.
          </Offer>
        )
      }}
    </MatrixMeaning>
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
