import { useApp } from '../store/store'
import { PatternChoice } from './PatternChoice'
import { Section } from './Section'

/** What lies on the plane and is carried by g. */
export function PatternPanel() {
  const isHalfPlane = useApp((state) => state.document.space === 'halfPlane')
  if (!isHalfPlane) return null
  return (
    <Section title="Pattern" tab="element" isInline>
      <PatternChoice />
    </Section>
  )
}
