import type { Document } from '../document/document'
import { presetNamed, presets, type Preset } from '../document/presets'
import { store } from '../store/store'
import { MenuItem } from '../ui/Menu'

/** Names and titles of `trainedPresets`, whose numbers come in when one is asked for. */
export const trained = [
  { name: 'tree15', title: 'Attention on a tree of 15 nodes, h = 1' },
  { name: 'tree15Twice', title: 'Attention on a tree of 15 nodes, h = 2' },
  { name: 'spirals', title: 'Two spirals, 16 prototypes' },
  { name: 'iris', title: 'Iris, 3 prototypes' },
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

function PresetItem({ preset: { title, document } }: { preset: Preset }) {
  return <MenuItem onSelect={() => openPreset(document)}>{title}</MenuItem>
}

interface Props {
  onSaved: () => void
  onRandom: () => void
}

/** What was worked on before, the presets, and under a heading of their own those that were trained. */
export function PresetItems({ onSaved, onRandom }: Props) {
  return (
    <>
      <MenuItem onSelect={onSaved}>Saved work …</MenuItem>
      <hr />
      {presets
        .filter(({ document }) => document.head === null)
        .map((preset) => (
          <PresetItem key={preset.name} preset={preset} />
        ))}
      <MenuItem onSelect={onRandom}>Random matrices …</MenuItem>
      <div role="group" aria-label="Trained">
        <p className="menu-title">Trained</p>
        <PresetItem preset={presetNamed('tree7')!} />
        {trained.map(({ name, title }) => (
          <MenuItem key={name} onSelect={() => void openTrained(name)}>
            {title}
          </MenuItem>
        ))}
      </div>
    </>
  )
}
