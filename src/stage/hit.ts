import type { FactorName, FreeEntry } from '../document/document'
import { dist, pointAlong } from '../math/upperHalfPlane'
import { distanceToGeodesic } from './geodesicPath'
import type { Frame } from './frame'
import { distanceToCurve } from './stroke'
import { termEnds, termPoints } from './terms'
import { project } from './tiltCamera'

/** An entry under the pointer, and which of its two marks. */
export interface EntryHit extends FreeEntry {
  readonly which: 'base' | 'moved'
  /** Pixels from the pointer. */
  readonly away: number
}

/** The entry whose mark is nearest to a place of the canvas, within `reach` pixels; moved marks come first. */
export function entryAt(frame: Frame, left: number, top: number, reach: number): EntryHit | undefined {
  for (const which of ['moved', 'base'] as const) {
    let nearest = reach
    let found: EntryHit | undefined
    for (const factor of ['a', 'b'] as const) {
      const points = frame[which][factor]
      for (let n = 0; n < points.length; n += 2) {
        const [x, y] = project(frame.viewport, frame.tilt, points[n]!, points[n + 1]!)
        const away = Math.hypot(x - left, y - top)
        if (away >= nearest) continue
        nearest = away
        found = { ...placeOf(frame, factor, n / 2), which, away }
      }
    }
    if (found) return found
  }
  return undefined
}

/** Within this many pixels two marks lie on one another, and what is drawn on top is what is seen. */
const onePlacePx = 0.5

/** Of a handle of g and an entry, so many pixels from the pointer, the nearer one is grabbed; at one place the handle. */
export function isHandleGrabbed(handleAway: number, entryAway: number): boolean {
  return handleAway < entryAway + onePlacePx
}

function placeOf({ derived }: Frame, factor: FactorName, n: number): FreeEntry {
  const columns = factor === 'a' ? derived.size.inner : derived.size.columns
  return { factor, row: Math.floor(n / columns), column: n % columns }
}

/** The term of the selected cell whose geodesic, moved or base, passes within `reach` pixels of a world point. */
export function termAt(frame: Frame, X: number, Y: number, reach: number): number | undefined {
  let nearest = reach
  let found: number | undefined
  const { inner } = frame.derived.size
  for (let n = 0; n < 2 * inner; n++) {
    const i = n % inner
    const [x, y, u, v] = termEnds(frame, n < inner ? 'moved' : 'base', i)
    const away = frame.lanes
      ? X < Math.min(x, u) || X > Math.max(x, u)
        ? Infinity
        : Math.abs(Y - y)
      : frame.chart?.name === 'halfPlane'
        ? distanceToGeodesic(X, Y, x, y, u, v)
        : distanceToTerm(frame, n < inner ? 'moved' : 'base', i, X, Y)
    if (away >= nearest) continue
    nearest = away
    found = i
  }
  return found
}

function distanceToTerm(frame: Frame, which: 'base' | 'moved', i: number, X: number, Y: number): number {
  const [x, y, u, v] = termPoints(frame, which, i)
  if (!frame.chart || !(y > 0 && v > 0)) return Infinity
  const length = dist(x, y, u, v)
  return distanceToCurve(frame.chart, (s, out) => pointAlong(x, y, u, v, s * length, out), X, Y)
}
