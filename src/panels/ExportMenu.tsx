import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ExportItems = lazy(async () => ({ default: (await import('./ExportItems')).ExportItems }))
const ExportTensors = lazy(async () => ({ default: (await import('./ExportTensors')).ExportTensors }))

export function ExportMenu() {
  const [isOpen, setOpen] = useState(false)
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
            <ExportItems onTensors={() => setOpen(true)} />
          </Suspense>
        </Boundary>
      </Menu>
      {isOpen && (
        <Boundary>
          <Suspense>
            <ExportTensors onClose={() => setOpen(false)} />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}
