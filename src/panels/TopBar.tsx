import { lazy, Suspense, useState } from 'react'
import { maxTitleLength } from '../document/document'
import { store, useApp } from '../store/store'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Boundary } from './Boundary'
import { ClaimsButton } from './ClaimsButton'
import { CopyLink } from './CopyLink'
import { ExportMenu } from './ExportMenu'
import { HistoryButtons } from './HistoryButtons'
import { ImportButton } from './ImportButton'
import { ViewMenu } from './ViewMenu'

const PresetItems = lazy(async () => ({ default: (await import('./PresetItems')).PresetItems }))

const RandomDialog = lazy(async () => ({ default: (await import('./RandomDialog')).RandomDialog }))

export function TopBar() {
  const [isRandom, setRandom] = useState(false)
  return (
    <header className="top">
      <h1>Moduli</h1>
      <Title />
      <HistoryButtons />
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
            <PresetItems onRandom={() => setRandom(true)} />
          </Suspense>
        </Boundary>
      </Menu>
      {isRandom && (
        <Boundary>
          <Suspense>
            <RandomDialog onClose={() => setRandom(false)} />
          </Suspense>
        </Boundary>
      )}
      <ClaimsButton />
      <ImportButton />
      <ExportMenu />
      <CopyLink />
      <ViewMenu />
    </header>
  )
}

function Title() {
  const title = useApp((state) => state.document.title)
  const commit = (field: HTMLInputElement) => {
    const next = field.value.trim()
    if (next !== title) store.getState().edit({ title: next })
  }
  return (
    <input
      key={title}
      className="title"
      aria-label="Title"
      placeholder="Untitled"
      defaultValue={title}
      maxLength={maxTitleLength}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = title
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
