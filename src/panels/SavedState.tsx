import { useEffect, useState } from 'react'
import { elementList } from '../document/element'
import { timeOf } from '../store/keeping'
import { readSaved, type Opened, type Saved } from '../store/savedStates'
import { savedWork } from '../store/storage'
import { store } from '../store/store'
import { classWords } from './elementWords'
import { previewPaths, previewSize } from './savedPreview'

interface Props {
  saved: Saved
  isElsewhere: boolean
  onDelete: () => void
  onOpened: () => void
}

/** One saved state, read when it is listed. */
export function SavedState({ saved, isElsewhere, onDelete, onOpened }: Props) {
  const [state, setState] = useState<Opened | 'unreadable'>()
  const { kind, id } = saved

  useEffect(() => {
    let isGone = false
    const show = (read: Opened | 'unreadable') => {
      if (!isGone) setState(read)
    }
    savedWork()
      .then((database) => readSaved(database, { kind, id }))
      .then((read) => show(read ?? 'unreadable'))
      .catch(() => show('unreadable'))
    return () => {
      isGone = true
    }
  }, [kind, id])

  const title = saved.title || 'Untitled'
  const time = timeOf(saved.at)
  const [rows, inner, columns] = saved.size
  const where = saved.space === 'line' ? 'real line' : 'upper half-plane'
  const isRead = state !== undefined && state !== 'unreadable'
  return (
    <li>
      {isRead ? <Preview of={state} /> : <span className="saved-preview" />}
      <div>
        <strong>{title}</strong>
        <span>
          {time}
          {isElsewhere && ', open in another tab'}
        </span>
        <span>
          {rows} × {inner} and {inner} × {columns}, {where}
          {isRead && `; ${elementText(state)}`}
          {state === 'unreadable' && '; it cannot be read any more'}
        </span>
      </div>
      <button
        type="button"
        aria-label={`Open ${title}, ${time}`}
        aria-disabled={!isRead}
        onClick={() => {
          if (!isRead) return
          open(state, `“${title}” is as it was ${time}. Undo brings back what was there before.`)
          onOpened()
        }}
      >
        Open
      </button>
      {!isElsewhere && (
        <button type="button" aria-label={`Delete ${title}, ${time}`} onClick={onDelete}>
          Delete
        </button>
      )}
    </li>
  )
}

function open({ document, origin, view }: Opened, notice: string): void {
  const { open: show, setView, set } = store.getState()
  set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
  show(document, origin)
  setView(view)
  set({ notice })
}

function elementText({ document }: Opened): string {
  return elementList(document) ? 'g for each inner index' : `g ${classWords({ document, column: 0 })}`
}

/** Where the entries are: those of A round, those of B diamonds. */
function Preview({ of: { document } }: { of: Opened }) {
  const { a, b } = previewPaths(document)
  return (
    <svg
      className="saved-preview"
      viewBox={`0 0 ${previewSize.width} ${previewSize.height}`}
      aria-hidden="true"
    >
      <path className="saved-a" d={a} />
      <path className="saved-b" d={b} />
    </svg>
  )
}
