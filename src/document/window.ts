import { actionAt } from './acting'
import type { Document, Entry } from './document'

/** Width over height of the window that pictures of the plane show at least. */
export const nominalAspect = 1.25

/** Room around the outermost points, as a part of the window. */
const margin = 0.1

/** The part of the plane that is looked at: x around `centre`, y up to `height` (line: as wide, both ways). */
export interface PlaneWindow {
  readonly centre: number
  readonly height: number
}

/** The smallest window that holds the base and the moved entries with some room around them. */
export function fitWindow(document: Document): PlaneWindow {
  const { a, b, move, space } = document
  let low = Infinity
  let high = -Infinity
  let top = 0
  const show = (place: Entry) => {
    const x = typeof place === 'number' ? place : place[0]
    low = Math.min(low, x)
    high = Math.max(high, x)
    if (typeof place !== 'number') top = Math.max(top, place[1])
  }
  const actions = b.map((_, inner) => actionAt(document, inner))
  a.flat().forEach(show)
  b.flat().forEach(show)
  if (move !== 'b') a.forEach((row) => row.forEach((entry, inner) => show(actions[inner]!(entry))))
  if (move !== 'a') b.forEach((row, inner) => row.forEach((entry) => show(actions[inner]!(entry))))
  const inside = 1 - 2 * margin
  const wide = (high - low) / (inside * nominalAspect)
  const height = space === 'halfPlane' ? Math.max(top / (1 - margin), wide) : (high - low) / inside
  return { centre: (low + high) / 2, height: height > 0 ? height : 1 }
}
