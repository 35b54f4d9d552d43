import type { DragEvent } from 'react'
import type { Problem } from '../document/problem'
import { readFiles, readText, type Import } from './readImport'

interface Props {
  hint: string
  /** What was read, or why not; undefined when the text was taken away. */
  onRead: (read: Import | Problem | undefined) => void
}

/** Files that are chosen or dropped, or pasted text: read and not yet taken. */
export function ModelSource({ hint, onRead }: Props) {
  const read = (files: readonly File[]) => void readFiles(files).then(onRead)
  // A file that is dropped here is for this source, not for the page.
  const onDrop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    read([...event.dataTransfer.files])
  }
  return (
    <div onDrop={onDrop}>
      <label className="drop">
        <input
          type="file"
          multiple
          accept=".json,.csv,.tsv,.txt,.npy,.safetensors"
          aria-label="Files"
          onChange={(event) => read([...(event.target.files ?? [])])}
        />
        <span className="hint">{hint}</span>
      </label>
      <textarea
        aria-label="Pasted numbers or JSON"
        placeholder={'or paste: 1 2 3 · 0.5+1.2i · cells of a spreadsheet · [[…]]'}
        rows={4}
        onChange={(event) =>
          onRead(event.target.value.trim() === '' ? undefined : readText(event.target.value))
        }
      />
    </div>
  )
}
