import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ViewSettings = lazy(async () => ({ default: (await import('./ViewSettings')).ViewSettings }))
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog')).AboutDialog }))

export function ViewMenu() {
  const [isAbout, setAbout] = useState(false)
  return (
    <>
      <Menu label="View settings" role="group" className="icon" button={<Icon name="view" />}>
        <Boundary>
          <Suspense>
            <ViewSettings onAbout={() => setAbout(true)} />
          </Suspense>
        </Boundary>
      </Menu>
      {isAbout && (
        <Boundary>
          <Suspense>
            <AboutDialog onClose={() => setAbout(false)} />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}
