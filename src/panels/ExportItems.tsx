import type { FactorName } from '../document/document'
import { store } from '../store/store'
import { MenuItem } from '../ui/Menu'
import type { ExportDialogName } from './ExportDialog'
import type * as files from './exportFiles'

type Files = typeof files

function save(how: (files: Files) => void): void {
  import('./exportFiles').then(how).catch((error: unknown) => {
    store.getState().set({ notice: `Nothing was exported: ${String(error)}.` })
  })
}

const factors: readonly { name: FactorName; through: files.Through; label: string }[] = [
  { name: 'a', through: 'base', label: 'A, base' },
  { name: 'b', through: 'base', label: 'B, base' },
  { name: 'a', through: 'moved', label: 'A, moved' },
  { name: 'b', through: 'moved', label: 'B, moved' },
]
const formats: readonly files.Format[] = ['csv', 'npy']
const products = ['before', 'after'] as const

/** What can be saved as a file. */
export function ExportItems({ onOpen }: { onOpen: (dialog: ExportDialogName) => void }) {
  return (
    <>
      <MenuItem onSelect={() => onOpen('qrCode')}>QR code of the link …</MenuItem>
      <MenuItem onSelect={() => onOpen('embed')}>Embed code …</MenuItem>
      <MenuItem onSelect={() => onOpen('figures')}>Figures and data …</MenuItem>
      <MenuItem onSelect={() => save((files) => files.exportDocument())}>Document, .json</MenuItem>
      {factors.map(({ name, through, label }) => (
        <div key={label} role="group" aria-label={label} className="menu-row">
          <span>{label}</span>
          {formats.map((format) => (
            <MenuItem
              key={format}
              label={`${label}, .${format}`}
              onSelect={() => save((files) => files.exportFactor(name, through, format))}
            >
              .{format}
            </MenuItem>
          ))}
        </div>
      ))}
      <MenuItem onSelect={() => onOpen('tensors')}>Moved tensors, .safetensors …</MenuItem>
      {products.map((which) => (
        <MenuItem key={which} onSelect={() => save((files) => files.exportProduct(which))}>
          Product {which}, .csv
        </MenuItem>
      ))}
    </>
  )
}
