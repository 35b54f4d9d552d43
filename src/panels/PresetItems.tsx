import type { Document } from '../document/document'
import { presets } from '../document/presets'
import { store } from '../store/store'
import { MenuItem } from '../ui/Menu'

/** Names and titles of `trainedPresets`, whose numbers come in when one is asked for. */
export const trained = [
  { name: 'tree7', title: 'Attention on a tree of 7 nodes, h = 1' },
  { name: 'tree15', title: 'Attention on a tree of 15 nodes, h = 1' },
  { name: 'tree15Twice', title: 'Attention on a tree of 15 nodes, h = 2' },
] as const

function openPreset(document: Document) {
  const { open, set } = store.getState()
  set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
  open(document)
}

async function openTrained(name: string) {
  try {
    const { trainedPresets } = await import('../document/trainedPresets')
    openPreset(trainedPresets.find((one) => one.name === name)!.document)
  } catch (error) {
    store.getState().set({ notice: `The preset was not opened: ${String(error)}.` })
  }
}

/** The presets, and under a heading of their own those that were trained. */
export function PresetItems() {
  return (
    <>
      {presets.map(({ name, title, document }) => (
        <MenuItem key={name} onSelect={() => openPreset(document)}>
          {title}
        </MenuItem>
      ))}
      <div role="group" aria-label="Trained">
        <p className="menu-title">Trained</p>
        {trained.map(({ name, title }) => (
          <MenuItem key={name} onSelect={() => void openTrained(name)}>
            {title}
          </MenuItem>
        ))}
      </div>
    </>
  )
}
