import type { SpaceName } from '../document/document'
import { useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { Section } from './Section'
import { changeSpace } from './changeSpace'

const spaces: readonly { value: SpaceName; label: string }[] = [
  { value: 'line', label: 'Real line' },
  { value: 'halfPlane', label: 'Upper half-plane' },
]

export function SpacePanel() {
  const space = useApp((state) => state.document.space)
  return (
    <Section name="space" title="Space" tab="model">
      <Segmented label="Space" options={spaces} value={space} onChange={changeSpace} />
    </Section>
  )
}
