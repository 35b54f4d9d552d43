import { lazy, Suspense } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ExportItems = lazy(async () => ({ default: (await import('./ExportItems')).ExportItems }))

export function ExportMenu() {
  return (
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
          <ExportItems />
        </Suspense>
      </Boundary>
    </Menu>
  )
}
