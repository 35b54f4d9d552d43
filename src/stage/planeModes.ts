import { settled } from '../document/acting'
import type { Document, Iwasawa } from '../document/document'
import { elementAt, elementList } from '../document/element'
import { followedBy, onGrid, withElement } from '../document/moves'
import { isProblem } from '../document/problem'
import { appended } from '../document/word'
import { ellipticWith } from '../math/fixedPoints'
import { frameToFrame, transvection } from '../math/frames'
import { iwasawa } from '../math/iwasawa'
import type { Psl2r } from '../math/psl2r'
import { dist } from '../math/upperHalfPlane'
import { store, type AppState } from '../store/store'
import { angleBetween } from './axis'
import type { Chart, PlanePoint } from './charts/chart'
import { coordinateGrid, finestAt } from './drags'

export type DragMode = AppState['dragMode']

/**
 * Of the isometries that take one point to another, the one that a drag of the plane applies: along the geodesic through
 * both; the one that keeps ∞ (and is affine); or the turn about a chosen point by the angle from the one to the other.
 */
export function planeStep(mode: DragMode, about: PlanePoint, from: PlanePoint, to: PlanePoint): Psl2r {
  switch (mode) {
    case 'glide':
      return transvection(...from, ...to)
    case 'keepInfinity':
      return frameToFrame(...from, 0, ...to, 0)
    case 'turn':
      return ellipticWith(...about, angleBetween(about, from, to))
  }
}

/**
 * h as coordinates so coarse that nobody sees it at the place it takes something to. A turn about i by δ moves a point
 * at the distance ρ by δ sinh ρ, so the grid of θ is finer far from i.
 */
export function stepOnGrid(chart: Chart, h: Psl2r, from: PlanePoint, to: PlanePoint): Iwasawa {
  const { x, t, theta } = iwasawa(h)
  const far = Math.cosh(Math.min(30, dist(0, 1, ...from)))
  return {
    x: onGrid(x, finestAt(chart, ...to)),
    t: onGrid(t, coordinateGrid),
    theta: onGrid(theta, coordinateGrid / far),
  }
}

/**
 * The document whose g is followed by h, as another finished factor of its word. Where each inner index has its own
 * element, only the one that is being edited is followed by h.
 */
export function withStep(start: Document, column: number, h: Iwasawa, exact: Psl2r): Document {
  const document = settled(start)
  if (elementList(document)) {
    const next = followedBy(elementAt(document, column), exact)
    return { ...document, element: withElement(document, column, next) }
  }
  const next = appended(document, h)
  return isProblem(next) ? document : next
}

/** The isometry of a drag of the plane, as the mode is now. */
export function stepNow(from: PlanePoint, to: PlanePoint): Psl2r {
  const { dragMode, turnAbout } = store.getState()
  return planeStep(dragMode, turnAbout, from, to)
}
