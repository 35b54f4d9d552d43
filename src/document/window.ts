import { derive } from './derive'
import type { Document } from './document'

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
  const { base, moved, stride } = derive(document)
  let low = Infinity
  let high = -Infinity
  let top = 0
  for (const points of [base.a, base.b, moved.a, moved.b]) {
    for (let n = 0; n < points.length; n += stride) {
      low = Math.min(low, points[n]!)
      high = Math.max(high, points[n]!)
      if (stride === 2) top = Math.max(top, points[n + 1]!)
    }
  }
  const inside = 1 - 2 * margin
  const wide = (high - low) / (inside * nominalAspect)
  const height = stride === 2 ? Math.max(top / (1 - margin), wide) : (high - low) / inside
  return { centre: (low + high) / 2, height: height > 0 ? height : 1 }
}
