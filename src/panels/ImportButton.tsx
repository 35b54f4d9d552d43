import { useEffect, useState } from 'react'
import { Icon } from '../ui/Icon'
import { fetched } from '../ui/fetched'

const ImportDialog = fetched(async () => (await import('./ImportDialog')).ImportDialog)

/** Opens the import; so does a file that is dropped anywhere on the page. */
export function ImportButton() {
  const [files, setFiles] = useState<readonly File[]>()

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onDragOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setFiles([...event.dataTransfer!.files])
    }
    addEventListener('dragover', onDragOver)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDragOver)
      removeEventListener('drop', onDrop)
    }
  }, [])

  return (
    <>
      <button type="button" aria-label="Import" onClick={() => setFiles([])}>
        <Icon name="import" /> <span className="wide">Import</span>
      </button>
      {files !== undefined && <ImportDialog files={files} onClose={() => setFiles(undefined)} />}
    </>
  )
}
