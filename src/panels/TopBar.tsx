import { maxTitleLength } from '../document/document'
import { store, useApp } from '../store/store'
import { ClaimsButton } from './ClaimsButton'
import { CopyLink } from './CopyLink'
import { ExportMenu } from './ExportMenu'
import { HistoryButtons } from './HistoryButtons'
import { ImportButton } from './ImportButton'
import { LessonsButton } from './LessonsButton'
import { PresetsMenu } from './PresetsMenu'
import { ViewMenu } from './ViewMenu'

export function TopBar() {
  return (
    <header className="top">
      <h1>Moduli</h1>
      <Title />
      <HistoryButtons />
      <LessonsButton />
      <PresetsMenu />
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
