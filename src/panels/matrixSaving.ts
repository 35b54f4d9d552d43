import { commentedCsv, matricesJson, matricesLatex, type Digits } from '../document/matrixFiles'
import { writeNpy } from '../document/npy'
import { matricesNpz } from '../document/npz'
import { pythonCheck } from '../document/pythonCheck'
import { takenMatrices, type TakenMatrix } from '../document/takenMatrices'
import { store } from '../store/store'
import { download } from '../ui/download'
import { stem } from './exportFiles'
import { factsNow } from './pictureFiles'

export type MatrixFormat = 'latex' | 'csv' | 'npy' | 'npz' | 'json'
export type MatrixChoice = TakenMatrix['id'] | 'all'

/** Of LaTeX. */
export function latexNow(which: MatrixChoice, digits: Digits): string {
  return matricesLatex(chosen(which), digits, factsNow())
}

/** Saves one matrix, or all of them where the format can hold them; returns what to say of it. */
export function saveMatrices(which: MatrixChoice, format: MatrixFormat, digits: Digits): string {
  const { document } = store.getState()
  const name = `${stem()}-${which === 'all' ? 'matrices' : which}.${format === 'latex' ? 'tex' : format}`
  const matrices = chosen(which)
  if (format === 'latex') download(name, latexNow(which, digits), 'text/x-tex')
  else if (format === 'npz') download(name, matricesNpz(matrices, factsNow()), 'application/zip')
  else if (format === 'json') download(name, matricesJson(document, matrices, factsNow()), 'application/json')
  else {
    const [first] = matrices
    if (matrices.length !== 1 || !first) throw new Error(`a .${format} file holds one matrix: choose which`)
    if (format === 'csv') download(name, commentedCsv(first.matrix, factsNow()), 'text/csv')
    else download(name, writeNpy(first.matrix), 'application/octet-stream')
  }
  return `Saved ${name}.`
}

const chosen = (which: MatrixChoice) =>
  takenMatrices(store.getState().document).filter(({ id }) => which === 'all' || id === which)

export const pythonNow = (): string => pythonCheck(store.getState().document, factsNow())

export function savePython(): string {
  const name = `${stem()}-check.py`
  download(name, pythonNow(), 'text/x-python')
  return `Saved ${name}.`
}
