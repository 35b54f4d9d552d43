import { transvection } from '../math/frames'
import type { Element, Entry, Iwasawa } from '../document/document'
import { elementAt } from '../document/element'
import {
  baseUnder,
  followedBy,
  innerIndex,
  onGrid,
  pointOnGrid,
  withElement,
  withEntryMoved,
} from '../document/moves'
import { gestureStart } from '../store/history'
import { store } from '../store/store'
import type { EntryHit } from './hit'
import { panTo, planeX, type Viewport, zoomAbout } from './viewport'

/** What a drag does: each move is computed from where the drag began, so nothing accumulates. */
export interface Drag {
  /** @param X, Y world coordinates of the pointer */
  move: (X: number, Y: number) => void
  /** Whether it edits the document: then it is one undo step and Escape takes it back. */
  readonly edits: boolean
}

/** Values are rounded to a grid finer than this many pixels: nobody sees it, and links stay short. */
export const gridPx = 0.2
/** Grid of the logarithmic and angular coordinates of g. */
export const coordinateGrid = 1e-5

export const aboveFloor = (Y: number) => Math.max(Y, 0.5)

/** Drag the empty plane: g is followed by the transvection that takes the grabbed point to the pointer. */
export function planeDrag(v: Viewport, X0: number, Y0: number): Drag {
  const { column } = store.getState()
  return {
    edits: true,
    move: (X, Y) => {
      const start = gestureStart()
      const g = elementAt(start, column)
      const next =
        start.space === 'line'
          ? onGrid(followedBy(g, (X - X0) / v.scale) as number, gridPx / v.scale)
          : rounded(
              followedBy(
                g,
                transvection(planeX(v, X0), aboveFloor(Y0) / v.scale, planeX(v, X), aboveFloor(Y) / v.scale),
              ),
              v.scale,
            )
      store.getState().edit({ element: withElement(start, column, next) })
    },
  }
}

function rounded(g: Element, scale: number): Iwasawa {
  const { x, t, theta } = g as Iwasawa
  return { x: onGrid(x, gridPx / scale), t: onGrid(t, coordinateGrid), theta: onGrid(theta, coordinateGrid) }
}

/** Drag an entry: an edit of the base, so that the grabbed mark follows the pointer. */
export function entryDrag(v: Viewport, hit: EntryHit, X0: number, Y0: number, X1: number, Y1: number): Drag {
  const { factor, row, column, which } = hit
  const [grabX, grabY] = [X1 - X0, Y1 - Y0]
  return {
    edits: true,
    move: (X, Y) => {
      const start = gestureStart()
      const x = planeX(v, X + grabX)
      const place: Entry = start.space === 'line' ? x : [x, aboveFloor(Y + grabY) / v.scale]
      const entry =
        which === 'base' ? place : baseUnder(start, factor, innerIndex(factor, row, column), place)
      store.getState().edit(withEntryMoved(start, factor, row, column, tidy(entry, place, v.scale)))
    },
  }
}

/** The entry on a grid of a fifth of a pixel, as large as a pixel of the screen is at the base entry. */
function tidy(entry: Entry, place: Entry, scale: number): Entry {
  const finest = gridPx / scale
  if (typeof entry === 'number' || typeof place === 'number') return onGrid(entry as number, finest)
  return pointOnGrid(entry, (finest * entry[1]) / place[1])
}

/** Pan: the grabbed point stays under the pointer. */
export function panDrag(v: Viewport, X0: number, Y0: number, height: number): Drag {
  const isLine = store.getState().document.space === 'line'
  return {
    edits: false,
    move: (X, Y) => {
      const next = isLine
        ? { ...v, centre: v.centre - (X - X0) / v.scale }
        : panTo(v, X0, aboveFloor(Y0), X, aboveFloor(Y))
      store.getState().frame({ centre: next.centre, height: clampHeight((height * v.scale) / next.scale) })
    },
  }
}

const clampHeight = (height: number) => Math.min(Math.max(height, 1e-9), 1e9)

/** Zoom by a factor about world X. */
export function zoom(v: Viewport, X: number, factor: number): void {
  const { window, frame } = store.getState()
  const height = clampHeight(window.height / factor)
  frame({ centre: zoomAbout(v, X, window.height / height).centre, height })
}
