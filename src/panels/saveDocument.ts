import { store } from '../store/store'
import { download } from '../ui/download'

/** Hands out the document as a file, also where the part of the page that writes files is not to be had. */
export async function saveDocument(): Promise<void> {
  try {
    const { exportDocument } = await import('./exportFiles')
    exportDocument()
  } catch {
    download('moduli.json', JSON.stringify(store.getState().document), 'application/json')
  }
}
