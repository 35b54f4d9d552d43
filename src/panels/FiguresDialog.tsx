import { Dialog } from '../ui/Dialog'
import { FilmExport } from './FilmExport'
import { MatrixExport } from './MatrixExport'
import { PictureExport } from './PictureExport'
import { PythonExport } from './PythonExport'
import './tensors.css'
import './figuresDialog.css'

/** What can be taken away from the page: pictures, animations, matrices, and a check of the invariance. */
export function FiguresDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Figures and data" className="figures" onClose={onClose}>
      <div className="sides">
        <PictureExport />
        <FilmExport />
        <MatrixExport />
        <PythonExport />
      </div>
      <p className="hint">
        Every file says in its metadata or in a comment which g it was made with, and the link of this state.
        A .npy file has room for neither.
      </p>
    </Dialog>
  )
}
