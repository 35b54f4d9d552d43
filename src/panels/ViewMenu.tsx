import { lazy, Suspense, useState } from 'react'
import { store, useApp } from '../store/store'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const ViewSettings = lazy(async () => ({ default: (await import('./ViewSettings')).ViewSettings }))
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog')).AboutDialog }))
const WeakPreview = lazy(async () => ({ default: (await import('./WeakPreview')).WeakPreview }))
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog')).KeysDialog }))

export function ViewMenu() {
  const [isAbout, setAbout] = useState(false)
  const isListed = useApp((state) => state.keys)
  const isWeak = useApp((state) => state.weak)
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
          {isAbout && <AboutDialog onClose={() => setAbout(false)} />}
          {isWeak && <WeakPreview />}
          {isListed && <KeysDialog onClose={() => store.getState().set({ keys: false })} />}
        </Suspense>
      </Boundary>
    </>
  )
}
