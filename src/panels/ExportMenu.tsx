import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'
import type { ExportDialogName } from './ExportDialog'

const ExportItems = lazy(async () => ({ default: (await import('./ExportItems')).ExportItems }))
const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }))

export function ExportMenu() {
  const [open, setOpen] = useState<ExportDialogName>()
  return (
    <>
      <Menu
        label="Export"
        button={
          <>
            <Icon name="export" /> <span className="wide">Export</span>
          </>
        }
      >
        <Boundary>
          <Suspense>
            <ExportItems onOpen={setOpen} />
          </Suspense>
        </Boundary>
      </Menu>
      {open && (
        <Boundary>
          <Suspense>
            <ExportDialog name={open} onClose={() => setOpen(undefined)} />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}
