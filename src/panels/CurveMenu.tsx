import { store } from '../store/store'
import { useTraining } from '../store/training'
import { Icon } from '../ui/Icon'
import { Menu, MenuItem } from '../ui/Menu'
import type { CurveFormat } from './curveFiles'

const items: readonly { readonly format: CurveFormat; readonly text: string }[] = [
  { format: 'csv', text: 'Histories of all runs, .csv' },
  { format: 'json', text: 'Histories of all runs, .json' },
  { format: 'svg', text: 'Curve, .svg' },
  { format: 'png', text: 'Curve, .png' },
]

function save(format: CurveFormat): void {
  import('./curveFiles')
    .then((files) => files.saveCurve(format))
    .catch((error: unknown) => {
      store.getState().set({ notice: `Nothing was exported: ${String(error)}.` })
    })
}

/** What was seen of the runs, as files. */
export function CurveMenu() {
  const isThere = useTraining(({ runs, controls }) => runs.length + controls.length > 0)
  if (!isThere) return null
  return (
    <Menu label="Save the curve" className="quiet" button={<Icon name="export" />}>
      {items.map(({ format, text }) => (
        <MenuItem key={format} onSelect={() => save(format)}>
          {text}
        </MenuItem>
      ))}
    </Menu>
  )
}
