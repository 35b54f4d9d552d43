import { useApp } from '../store/store'
import { LiveText } from '../ui/LiveText'
import { GroupCanvas } from './GroupCanvas'
import { groupWords } from './groupScene'
import { live } from './live'
import { Section } from './Section'
import './groupPanel.css'

/** PSL(2,R) as a solid torus with g in it. The translations of the line are one number and need no picture. */
export function GroupPanel() {
  const isLine = useApp((state) => state.document.space === 'line')
  if (isLine) return null
  return (
    <Section name="group" title="The group" tab="element" folds="closed">
      <GroupCanvas />
      <p className="group-words">
        <LiveText source={live} of={groupWords} />
      </p>
      <ul className="group-key" aria-label="Key of the picture">
        <li>
          <i className="point" /> <i className="g">g</i>
        </li>
        <li>
          <i className="flow" />
          <span>
            <i className="g">g</i>⁻¹ to <i className="g">g</i>²
          </span>
        </li>
        <li>
          <i className="path" /> last drag
        </li>
      </ul>
      <p className="hint">
        Round the ring: the turn at i. Across it: where i goes, ∞ above. The outer torus is infinitely far.
      </p>
    </Section>
  )
}
