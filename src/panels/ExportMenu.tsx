import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ExportItems = lazy(async () => ({ default: (await import('./ExportItems')).ExportItems }))
const ExportTensors = lazy(async () => ({ default: (await import('./ExportTensors')).ExportTensors }))

const QrDialog = lazy(async () => ({ default: (await import('./QrDialog')).QrDialog }))

export function ExportMenu() {
  const [open, setOpen] = useState<'tensors' | 'qrCode'>()
  const close = () => setOpen(undefined)
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
            <ExportItems onTensors={() => setOpen('tensors')} onQrCode={() => setOpen('qrCode')} />
          </Suspense>
        </Boundary>
      </Menu>
      {open && (
        <Boundary>
          <Suspense>
            {open === 'tensors' ? <ExportTensors onClose={close} /> : <QrDialog onClose={close} />}
          </Suspense>
        </Boundary>
      )}
    </>
  )
}
