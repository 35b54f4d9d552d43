import type { Frame } from '../frame'
import { project } from '../tiltCamera'
import { store } from '../../store/store'
import { frameHandles } from './frameHandle'
import type { Handle, Handles } from './handle'
import type { Placing } from '../texts/placing'

let kinds: readonly Handles[] = [frameHandles]

/** Kinds of handles that are loaded after the first picture. */
export function addHandles(more: readonly Handles[]): void {
  kinds = [...new Set([...kinds, ...more])]
}

let last: { of: readonly unknown[]; handles: readonly Handle[] } | undefined

/** What handles depend on beside the frame. */
export function handleState(): readonly unknown[] {
  const { column, dragMode, turnAbout, pointPairs } = store.getState()
  return [column, dragMode, turnAbout, pointPairs]
}

/** Every handle of a frame, in the order in which the keyboard reaches them. */
export function handlesOf(frame: Frame): readonly Handle[] {
  const of = [frame, kinds, ...handleState()]
  if (!last || of.some((one, n) => one !== last!.of[n]))
    last = { of, handles: kinds.flatMap((kind) => kind(frame)) }
  return last.handles
}

/** Keeps the other labels off the handles of g. */
export function avoidHandles(labels: Placing, frame: Frame): void {
  for (const { id, at } of handlesOf(frame)) {
    const [left, top] = project(frame.viewport, frame.tilt, ...at)
    if (id !== 'axis') labels.avoid(left, top, 9 * frame.palette.weight)
  }
}

/**
 * The handle that is nearest to a place of the canvas, within `reach` pixels. A point comes before a curve that runs
 * through it.
 */
export function handleAt(
  frame: Frame,
  left: number,
  top: number,
  world: Handle['at'] | undefined,
  reach: number,
): { handle: Handle; away: number } | undefined {
  let found: { handle: Handle; away: number } | undefined
  for (const handle of handlesOf(frame)) {
    const [x, y] = project(frame.viewport, frame.tilt, ...handle.at)
    const toPoint = Math.hypot(x - left, y - top)
    const away = handle.away && world ? Math.min(toPoint, handle.away(...world) + curveLast) : toPoint
    if (away < (found?.away ?? reach)) found = { handle, away }
  }
  return found
}

/** How many pixels nearer a curve must be than a point to be grabbed. */
const curveLast = 5
