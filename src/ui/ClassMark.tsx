import { classColourCount, innerMark } from './classMarks'
import './classMark.css'

/** What a class looks like: the colour and the inner mark of its points, or of its prototypes. */
export function ClassMark({ label, shape }: { label: number; shape: 'point' | 'prototype' }) {
  return (
    <i
      className={`class-mark class-mark-${innerMark(label)}`}
      data-shape={shape}
      style={{ color: `var(--class-${label % classColourCount})` }}
    />
  )
}
