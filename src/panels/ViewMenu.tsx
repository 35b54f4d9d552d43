import { useSyncExternalStore } from 'react'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Segmented } from '../ui/Segmented'
import { changeSettings, readSettings, watchSettings, type Theme } from './settings'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function ViewMenu() {
  const { theme, profile } = useSyncExternalStore(watchSettings, readSettings)
  return (
    <Menu label="View settings" role="group" className="icon" button={<Icon name="view" />}>
      <p className="menu-title">Theme</p>
      <Segmented
        label="Theme"
        options={themes}
        value={theme}
        onChange={(next) => changeSettings({ theme: next })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={profile === 'projector'}
          onChange={(event) => changeSettings({ profile: event.target.checked ? 'projector' : 'desk' })}
        />
        Larger text, for a projector
      </label>
    </Menu>
  )
}
