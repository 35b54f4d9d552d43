import { useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { fetched } from '../ui/fetched'
import { Boundary } from './Boundary'
import type { ExportDialogName } from './ExportDialog'

const ExportItems = fetched(async () => (await import('./ExportItems')).ExportItems)
const ExportDialog = fetched(async () => (await import('./ExportDialog')).ExportDialog)

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
          <ExportItems onOpen={setOpen} />
        </Boundary>
      </Menu>
      {open && (
        <Boundary>
          <ExportDialog name={open} onClose={() => setOpen(undefined)} />
        </Boundary>
      )}
    </>
  )
}
