import './about.css'
import { useSyncExternalStore } from 'react'
import { restartGraphics } from '../store/graphics'
import { store, useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { changeSettings, readSettings, sizes, watchSettings, type Profile, type Theme } from './settings'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const profiles: readonly { value: Profile; label: string }[] = [
  { value: 'desk', label: 'Desk' },
  { value: 'projector', label: 'Projector' },
  { value: 'phone', label: 'Phone' },
]

const sizeOptions = sizes.map((size) => ({ value: String(size), label: `${size} %` }))

interface Props {
  onAbout: () => void
}

/** How the page looks on this screen, and what it is. */
export function ViewSettings({ onAbout }: Props) {
  const { theme, profile, size, stage } = useSyncExternalStore(watchSettings, readSettings)
  const isWeak = useApp((state) => state.weak)
  return (
    <>
      <p className="menu-title">Theme</p>
      <Segmented
        label="Theme"
        options={themes}
        value={theme}
        onChange={(next) => changeSettings({ theme: next })}
      />
      <p className="menu-title">Profile</p>
      <Segmented
        label="Profile"
        options={profiles}
        value={profile}
        onChange={(next) => changeSettings({ profile: next })}
      />
      <p className="menu-title">Size of everything (keys: l larger, L smaller)</p>
      <Segmented
        label="Size of everything"
        options={sizeOptions}
        value={String(size)}
        onChange={(next) => changeSettings({ size: sizes.find((one) => String(one) === next)! })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={isWeak}
          onChange={(event) => store.getState().set({ weak: event.target.checked })}
        />
        Preview on a weak projector
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={stage === 'svg'}
          onChange={(event) => changeSettings({ stage: event.target.checked ? 'svg' : 'webgl' })}
        />
        Draw without WebGL
      </label>
      <button type="button" onClick={restartGraphics}>
        Restart graphics
      </button>
      <button type="button" className="about" onClick={onAbout}>
        About Moduli
      </button>
      <button type="button" className="keys" onClick={() => store.getState().set({ keys: true })}>
        Keys and gestures
      </button>
    </>
  )
}
