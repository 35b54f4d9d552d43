import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ExportItems = lazy(async () => ({ default: (await import('./ExportItems')).ExportItems }))
const ExportTensors = lazy(async () => ({ default: (await import('./ExportTensors')).ExportTensors }))
const FiguresDialog = lazy(async () => ({ default: (await import('./FiguresDialog')).FiguresDialog }))
const QrDialog = lazy(async () => ({ default: (await import('./QrDialog')).QrDialog }))

const dialogs = { figures: FiguresDialog, tensors: ExportTensors, qrCode: QrDialog }

export function ExportMenu() {
  const [open, setOpen] = useState<keyof typeof dialogs>()
  const Opened = open && dialogs[open]
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
      {Opened && (
        <Boundary>
          <Suspense>
            <Opened onClose={() => setOpen(undefined)} />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}
