import { derive } from '../document/derive'
import type { FactorName } from '../document/document'
import { documentFile } from '../document/documentJson'
import { matrixCsv, matrixFromFactor, productCsv } from '../document/export'
import { writeNpy } from '../document/npy'
import { factorFromPacked } from '../document/packedFactor'
import { store } from '../store/store'
import { download } from '../ui/download'
import { fileStem } from '../document/fileStem'

export type Through = 'base' | 'moved'
export type Format = 'csv' | 'npy'

/** The title as a file name. */
export const stem = () => fileStem(store.getState().document.title)

export function exportDocument(): void {
  const { document, view } = store.getState()
  download(`${stem()}.json`, documentFile(document, view), 'application/json')
}

export function exportFactor(name: FactorName, through: Through, format: Format): void {
  const { document } = store.getState()
  const { size, stride, moved } = derive(document)
  const columns = name === 'a' ? size.inner : size.columns
  const factor = through === 'base' ? document[name] : factorFromPacked(moved[name], columns, stride)
  const file = `${stem()}-${name}${through === 'base' ? '' : '-moved'}.${format}`
  if (format === 'csv') download(file, matrixCsv(factor), 'text/csv')
  else download(file, writeNpy(matrixFromFactor(factor)), 'application/octet-stream')
}

export function exportProduct(which: 'before' | 'after'): void {
  const derived = derive(store.getState().document)
  download(`${stem()}-product-${which}.csv`, productCsv(derived[which], derived.size.columns), 'text/csv')
}
