import { store } from '../store/store'
import { MenuItem } from '../ui/Menu'

/** Names and titles of `trainedPresets`, whose numbers come in when one is asked for. */
export const trained = [
  { name: 'tree7', title: 'Attention on a tree of 7 nodes, h = 1' },
  { name: 'tree15', title: 'Attention on a tree of 15 nodes, h = 1' },
  { name: 'tree15Twice', title: 'Attention on a tree of 15 nodes, h = 2' },
] as const

async function open(name: string) {
  const { open, set } = store.getState()
  try {
    const { trainedPresets } = await import('../document/trainedPresets')
    const preset = trainedPresets.find((one) => one.name === name)!
    set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
    open(preset.document)
  } catch (error) {
    set({ notice: `The preset was not opened: ${String(error)}.` })
  }
}

export function TrainedItems() {
  return (
    <div role="group" aria-label="Trained">
      <p className="menu-title">Trained</p>
      {trained.map(({ name, title }) => (
        <MenuItem key={name} onSelect={() => void open(name)}>
          {title}
        </MenuItem>
      ))}
    </div>
  )
}
