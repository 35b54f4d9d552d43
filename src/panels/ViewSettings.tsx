import './about.css'
import { useSyncExternalStore } from 'react'
import { restartGraphics } from '../store/graphics'
import { store } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { changeSettings, readSettings, watchSettings, type Theme } from './settings'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

interface Props {
  onAbout: () => void
}

/** How the page looks on this screen, and what it is. */
export function ViewSettings({ onAbout }: Props) {
  const { theme, profile, stage } = useSyncExternalStore(watchSettings, readSettings)
  return (
    <>
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
