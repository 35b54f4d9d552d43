import { useEffect, useState, type ReactNode } from 'react'
import { sizeOf } from '../document/document'
import { embeddingsFor } from '../document/embeddings'
import { ended } from '../document/fit'
import type { Lesson } from '../document/lesson'
import type { Matrix } from '../document/matrix'
import { isProblem, type Problem } from '../document/problem'
import { retitled } from '../document/title'
import { store } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { Segmented } from '../ui/Segmented'
import { MatrixMeaning } from './MatrixMeaning'
import { figure } from './figures'
import type { FromTensors } from './fromTensors'
import { ModelSource } from './ModelSource'
import { readFiles, type Import, type TensorFiles } from './readImport'
import { TensorChoice } from './TensorChoice'

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
        hint="A document or a lesson (.json), a matrix (.csv, .tsv, .npy, .json; two files are A and B), or a Q and a K of a model (.safetensors, .npy). Or drop them here."
        onRead={setRead}
      />
      {read !== undefined && <Preview read={read} onClose={onClose} />}
    </Dialog>
  )
}

function Preview({ read, onClose }: { read: Import | Problem; onClose: () => void }) {
  if (isProblem(read)) return <Refusal {...read} />
  if (read.kind === 'tensors') return <TensorsPreview files={read.files} onClose={onClose} />
  if (read.kind === 'matrices' && read.files) {
    return <ArraysPreview matrices={read.matrices} files={read.files} onClose={onClose} />
  }
  if (read.kind === 'matrices') return <MatricesPreview matrices={read.matrices} onClose={onClose} />
  if (read.kind === 'lesson') return <LessonPreview lesson={read.lesson} onClose={onClose} />
  const { document, view } = read
  const { rows, inner, columns } = sizeOf(document)
  const open = () => {
    store.getState().open(document)
    if (view) store.getState().setView(view)
    onClose()
  }
  return (
    <Offer onOpen={open}>
      {document.title === '' ? 'A document' : `“${document.title}”`}: A {rows} × {inner}, B {inner} ×{' '}
      {columns}, {document.space === 'line' ? 'on the real line' : 'in the upper half-plane'}.
    </Offer>
  )
}

function LessonPreview({ lesson, onClose }: { lesson: Lesson; onClose: () => void }) {
  const { title, steps, exercises } = lesson
  const open = async () => {
    const { openLessonHere } = await import('../store/lessonHere')
    onClose()
    const refused = openLessonHere(lesson)
    if (refused) store.getState().set({ notice: `“${title}” was not opened: ${refused.problem}.` })
  }
  return (
    <Offer onOpen={() => void open()}>
      The lesson “{title}” of {steps.length + exercises.length} steps. What you work on is put aside
      meanwhile.
    </Offer>
  )
}

function MatricesPreview({ matrices, onClose }: { matrices: readonly Matrix[]; onClose: () => void }) {
  const { document } = store.getState()
  return (
    <MatrixMeaning matrices={matrices} document={document} choices={embeddingsFor(matrices[0]!.numbers)}>
      {(made) => {
        if (isProblem(made)) return <Refusal {...made} />
        const end = ended(document, made)
        const open = () => {
          store.getState().open(retitled(made, store.getState().document))
          if (end) store.getState().set({ notice: `${end}.` })
          onClose()
        }
        return (
          <Offer onOpen={open}>
            {matrices.map(({ rows, columns }) => `${rows} × ${columns}`).join(' and ')} entries. Then A is{' '}
            {made.a.length} × {made.b.length} and B is {made.b.length} × {made.b[0]!.length},{' '}
            {made.space === 'line' ? 'on the real line' : 'in the upper half-plane'}.
            {end && ` ${end.replace('has ended', 'then ends')}.`}
          </Offer>
        )
      }}
    </MatrixMeaning>
  )
}

const meanings = [
  { value: 'factors', label: 'A and B' },
  { value: 'head', label: 'Q and K' },
] as const

/** Arrays of .npy files, which may be either. */
function ArraysPreview({
  matrices,
  files,
  onClose,
}: {
  matrices: readonly Matrix[]
  files: TensorFiles
  onClose: () => void
}) {
  const [meaning, setMeaning] = useState<'factors' | 'head'>('factors')
  return (
    <>
      <div className="choice">
        Open as <Segmented label="Open as" options={meanings} value={meaning} onChange={setMeaning} />
      </div>
      {meaning === 'factors' ? (
        <MatricesPreview matrices={matrices} onClose={onClose} />
      ) : (
        <TensorsPreview files={files} onClose={onClose} />
      )}
    </>
  )
}

function TensorsPreview({ files, onClose }: { files: TensorFiles; onClose: () => void }) {
  return (
    <TensorChoice files={files}>
      {(made) => {
        if (made === undefined) return <p className="hint">Reading …</p>
        if (isProblem(made)) return <Refusal {...made} />
        const open = () => {
          store.getState().open(made.document, made.origin)
          onClose()
        }
        return <Offer onOpen={open}>{describe(made)}</Offer>
      }}
    </TensorChoice>
  )
}

function describe({ document, read: { q, k } }: FromTensors): string {
  const { rows, inner, columns } = sizeOf(document)
  const numbers = [...q.values, ...k.values]
  const range = `${figure(Math.min(...numbers))} to ${figure(Math.max(...numbers))}`
  const where = document.space === 'line' ? 'on the real line' : 'in the upper half-plane'
  return `Numbers from ${range}, all finite. Then A = Q is ${rows} × ${inner} and B = Kᵀ is ${inner} × ${columns}, ${where}.`
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
