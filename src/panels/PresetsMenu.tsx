import { useState } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { fetched } from '../ui/fetched'
import { Boundary } from './Boundary'

const PresetItems = fetched(async () => (await import('./PresetItems')).PresetItems)
const RandomDialog = fetched(async () => (await import('./RandomDialog')).RandomDialog)
const SavedWork = fetched(async () => (await import('./SavedWork')).SavedWork)

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
