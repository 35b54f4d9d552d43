import { lazy, Suspense } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ViewSettings = lazy(async () => ({ default: (await import('./ViewSettings')).ViewSettings }))

export function ViewMenu() {
  return (
    <Menu label="View settings" role="group" className="icon" button={<Icon name="view" />}>
      <Boundary>
        <Suspense>
          <ViewSettings />
        </Suspense>
      </Boundary>
    </Menu>
  )
}
