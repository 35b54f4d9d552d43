import type { Entry } from '../document/document'
import { withEntryMoved } from '../document/edit'
import { elementAt } from '../document/element'
import { baseUnder, followedBy, innerIndex, onGrid, pointOnGrid, withElement } from '../document/moves'
import { minElevation } from '../document/view'
import { gestureStart } from '../store/history'
import { store } from '../store/store'
import { holdElement, holdEntries } from '../store/telling'
import { insideAt, pixelsPerLength, type Chart } from './charts/chart'
import { windowWith } from './charts/lens'
import type { Frame } from './frame'
import type { EntryHit } from './hit'
import { stepNow, stepOnGrid, withStep } from './planeModes'
import { panTo, planeX, zoomAbout } from './viewport'

/** What a drag does: each move is computed from where the drag began, so nothing accumulates. */
export interface Drag {
  /** @param X, Y world coordinates of the pointer */
  move: (X: number, Y: number) => void
  /** Whether it edits the document: then it is one undo step and Escape takes it back. */
  readonly edits: boolean
  /** Takes back what is not in the document, at Escape. */
  readonly cancel?: () => void
}

/** Values are rounded to a grid finer than this many pixels: nobody sees it, and links stay short. */
export const gridPx = 0.2
/** Grid of the logarithmic and angular coordinates of g. */
export const coordinateGrid = 1e-5

export const aboveFloor = (Y: number) => Math.max(Y, 0.5)

/** The grid of coordinates of the half-plane at a point, a fifth of a pixel fine. */
export function finestAt(chart: Chart, x: number, y: number): number {
  return chart.name === 'halfPlane' ? gridPx / chart.scale : (gridPx * y) / (1 + pixelsPerLength(chart, x, y))
}

/**
 * Drag the empty plane: g is followed by the isometry that takes the grabbed point to the pointer as the mode says,
 * which becomes a factor of the word of g.
 */
export function planeDrag({ viewport: v, chart, document }: Frame, X0: number, Y0: number): Drag {
  const { column } = store.getState()
  if (!chart) {
    return {
      edits: true,
      move: (X) => {
        const start = gestureStart()
        const moved = followedBy(elementAt(start, column), (X - X0) / v.scale) as number
        holdElement({ element: withElement(start, column, onGrid(moved, gridPx / v.scale)) })
      },
    }
  }
  const from = insideAt(chart, X0, Y0)
  return {
    edits: true,
    move: (X, Y) => {
      store.getState().set({ playing: false })
      const to = insideAt(chart, X, Y)
      const h = stepNow(from, to)
      holdElement(withStep(document, column, stepOnGrid(chart, h, from, to), h))
    },
  }
}

/** Drag an entry: an edit of the base, so that the grabbed mark follows the pointer. */
export function entryDrag(frame: Frame, hit: EntryHit, X0: number, Y0: number, X1: number, Y1: number): Drag {
  const { viewport: v, chart } = frame
  const { factor, row, column, which } = hit
  const [grabX, grabY] = [X1 - X0, Y1 - Y0]
  return {
    edits: true,
    move: (X, Y) => {
      const start = gestureStart()
      const place: Entry = chart ? insideAt(chart, X + grabX, Y + grabY) : planeX(v, X + grabX)
      const entry =
        which === 'base' ? place : baseUnder(start, factor, innerIndex(factor, row, column), place)
      const finest = chart && typeof place !== 'number' ? finestAt(chart, ...place) : gridPx / v.scale
      holdEntries(withEntryMoved(start, factor, row, column, tidy(entry, place, finest)))
    },
  }
}

/** The entry on a grid of a fifth of a pixel, as large as a pixel of the screen is at the base entry. */
function tidy(entry: Entry, place: Entry, finest: number): Entry {
  if (typeof entry === 'number' || typeof place === 'number') return onGrid(entry as number, finest)
  return pointOnGrid(entry, (finest * entry[1]) / place[1])
}

/** Pan: the grabbed point stays under the pointer. The hyperboloid is turned instead. */
export function panDrag({ viewport: v, chart, view }: Frame, X0: number, Y0: number, height: number): Drag {
  const show = (next: { centre: number; height: number }) =>
    store.getState().frame({ centre: next.centre, height: clampHeight(next.height) })
  if (chart?.name === 'hyperboloid') {
    return { edits: false, move: (X, Y) => turnBy(view.turn, (X - X0) / turnPx, (Y - Y0) / turnPx) }
  }
  if (chart && chart.name !== 'halfPlane') {
    const grabbed = insideAt(chart, X0, Y0)
    return {
      edits: false,
      move: (X, Y) => {
        const [x, y] = insideAt(chart, X, Y)
        show(windowWith(grabbed, [x * chart.scale + chart.shift, y * chart.scale]))
      },
    }
  }
  return {
    edits: false,
    move: (X, Y) => {
      const next = chart
        ? panTo(v, X0, aboveFloor(Y0), X, aboveFloor(Y))
        : { ...v, centre: v.centre - (X - X0) / v.scale }
      show({ centre: next.centre, height: (height * v.scale) / next.scale })
    },
  }
}

/** Pixels for a radian of turning the hyperboloid. */
const turnPx = 240
/** Turns the hyperboloid by an azimuth and an elevation. */
export function turnBy([azimuth, elevation]: readonly [number, number], across: number, up: number): void {
  const round = 2 * Math.PI
  const turned = azimuth + across
  store.getState().look({
    turn: [
      onGrid(turned - round * Math.round(turned / round), 1e-3),
      Math.min(Math.PI / 2, Math.max(minElevation, onGrid(elevation - up, 1e-3))),
    ],
  })
}

const clampHeight = (height: number) => Math.min(Math.max(height, 1e-9), 1e9)

/**
 * Zoom by a factor: in the half-plane a dilation about the boundary point below world X. The other models, which show
 * all of the plane at once, grow about their middle; a pan brings another point there.
 */
export function zoom({ viewport, chart }: Frame, X: number, factor: number): void {
  const { window, view, frame, look } = store.getState()
  const height = clampHeight(window.height / factor)
  if (!chart || chart.name === 'halfPlane') {
    frame({ centre: zoomAbout(viewport, X, window.height / height).centre, height })
    return
  }
  const magnification = Math.min(Math.max(view.magnification * factor, 0.2), 40)
  look({ magnification: Number(magnification.toPrecision(4)) })
}
