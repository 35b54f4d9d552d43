import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'

const PresetItems = lazy(async () => ({ default: (await import('./PresetItems')).PresetItems }))
const RandomDialog = lazy(async () => ({ default: (await import('./RandomDialog')).RandomDialog }))
const SavedWork = lazy(async () => ({ default: (await import('./SavedWork')).SavedWork }))

export function PresetsMenu() {
  const [dialog, setDialog] = useState<'saved' | 'random'>()
  const close = () => setDialog(undefined)
  return (
    <>
      <Menu
        label="Presets"
        button={
          <>
            <Icon name="presets" /> <span className="wide">Presets</span>
          </>
        }
      >
        <Boundary>
          <Suspense>
            <PresetItems onSaved={() => setDialog('saved')} onRandom={() => setDialog('random')} />
          </Suspense>
        </Boundary>
      </Menu>
      {dialog && (
        <Boundary>
          <Suspense>
            {dialog === 'saved' ? <SavedWork onClose={close} /> : <RandomDialog onClose={close} />}
          </Suspense>
        </Boundary>
      )}
    </>
  )
}
