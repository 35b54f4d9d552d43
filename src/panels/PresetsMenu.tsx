import { useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { part } from '../ui/part'
import { Boundary } from './Boundary'

const PresetItems = part(async () => (await import('./PresetItems')).PresetItems)
const RandomDialog = part(async () => (await import('./RandomDialog')).RandomDialog)
const SavedWork = part(async () => (await import('./SavedWork')).SavedWork)

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
          <PresetItems onSaved={() => setDialog('saved')} onRandom={() => setDialog('random')} />
        </Boundary>
      </Menu>
      {dialog && (
        <Boundary>
          {dialog === 'saved' ? <SavedWork onClose={close} /> : <RandomDialog onClose={close} />}
        </Boundary>
      )}
    </>
  )
}
