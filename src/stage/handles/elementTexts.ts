import { store } from '../../store/store'
import type { Frame } from '../frame'
import { project } from '../tiltCamera'
import { handlesOf } from './all'
import { alongSeen } from './axisHandles'
import { spotOfEnd } from './boundary'
import { elementMarks } from './elementMarks'
import { pairMarks } from './pairHandles'
import { shortNumber } from './words'
import type { Placing } from '../texts/placing'

const className = 'stage-label stage-label-g'

/** The length on the axis, and what the handle under the pointer or focus is. */
export function nameElement(labels: Placing, frame: Frame): void {
  const { viewport, tilt, chart, palette } = frame
  const { pointedHandle } = store.getState()
  const handle = handlesOf(frame).find(({ id }) => id === pointedHandle)
  if (handle) {
    const [left, top] = project(viewport, tilt, ...handle.at)
    labels.put({ text: handle.words, left, top, className: `${className} stage-label-handle`, gap: 14 })
  }
  for (const { at, name } of pairMarks(frame)) {
    const [left, top] = project(viewport, tilt, ...at)
    labels.put({ text: name, left, top, className: 'stage-label', gap: 8 * palette.weight })
  }
  const marks = elementMarks(frame)
  if (!chart || !marks) return
  if (marks.kind === 'parabolic') nameEnd(labels, frame, marks.end)
  if (marks.kind !== 'axis') return
  for (const end of [marks.axis.from, marks.axis.to]) nameEnd(labels, frame, end)
  if (marks.length === 0 || pointedHandle === 'length' || pointedHandle === 'axis') return
  const [left, top] = project(viewport, tilt, ...alongSeen(chart, marks.axis, 0))
  labels.put({ text: `ℓ = ${shortNumber(marks.length)}`, left, top, className, gap: 8 * palette.weight })
}

/** What cannot be read off the picture: an end at ∞, or beyond the edge. */
function nameEnd(labels: Placing, frame: Frame, end: number): void {
  const { viewport, tilt, chart, palette } = frame
  if (!chart) return
  const { at, beyond } = spotOfEnd(frame, chart, end)
  if (beyond === 0 && Number.isFinite(end)) return
  const [left, top] = project(viewport, tilt, ...at)
  labels.put({ text: shortNumber(end), left, top, className, gap: 11 * palette.weight })
}
