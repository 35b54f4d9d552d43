import { lazy, Suspense, useState } from 'react'
import { useApp } from '../store/store'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ViewSettings = lazy(async () => ({ default: (await import('./ViewSettings')).ViewSettings }))
const ViewDialogs = lazy(async () => ({ default: (await import('./ViewDialogs')).ViewDialogs }))

export function ViewMenu() {
  const [isAbout, setAbout] = useState(false)
  const isOpen = useApp((state) => state.keys || state.weak) || isAbout
  return (
    <>
      <Menu label="View settings" role="group" className="icon" button={<Icon name="view" />}>
        <Boundary>
          <Suspense>
            <ViewSettings onAbout={() => setAbout(true)} />
          </Suspense>
        </Boundary>
      </Menu>
      <Boundary>
        <Suspense>
          {isOpen && <ViewDialogs isAbout={isAbout} onAboutClosed={() => setAbout(false)} />}
        </Suspense>
      </Boundary>
    </>
  )
}
