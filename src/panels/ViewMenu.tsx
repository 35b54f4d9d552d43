import { useState } from 'react'
import { useApp } from '../store/store'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { fetched } from '../ui/fetched'
import { Boundary } from './Boundary'

const ViewSettings = fetched(async () => (await import('./ViewSettings')).ViewSettings)
const ViewDialogs = fetched(async () => (await import('./ViewDialogs')).ViewDialogs)

export function ViewMenu() {
  const [isAbout, setAbout] = useState(false)
  const isOpen = useApp((state) => state.keys || state.weak) || isAbout
  return (
    <>
      <Menu label="View settings" role="group" className="icon" button={<Icon name="view" />}>
        <Boundary>
          <ViewSettings onAbout={() => setAbout(true)} />
        </Boundary>
      </Menu>
      <Boundary>{isOpen && <ViewDialogs isAbout={isAbout} onAboutClosed={() => setAbout(false)} />}</Boundary>
    </>
  )
}
