import type { Move } from '../document/document'
import { store, useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { Section } from './Section'

const moves: readonly { value: Move; label: string }[] = [
  { value: 'both', label: 'A and B' },
  { value: 'a', label: 'A only' },
  { value: 'b', label: 'B only' },
]
const setMove = (move: Move) => store.getState().edit({ move })

/** What g acts on: the model stays the same only if it acts on both factors. */
export function MovePanel() {
  const move = useApp((state) => state.document.move)
  return (
    <Section name="move" title="Move" tab="element model" isInline>
      <Segmented label="Move" options={moves} value={move} onChange={setMove} />
    </Section>
  )
}
