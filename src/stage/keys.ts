import { actPoint } from '../math/psl2r'
import { ellipticWith } from '../math/fixedPoints'
import { expMap } from '../math/upperHalfPlane'
import { acted, settled } from '../document/acting'
import type { FactorName, Iwasawa, Point } from '../document/document'
import { withEntryMoved } from '../document/edit'
import { elementAt, elementMatrix } from '../document/element'
import {
  baseUnder,
  followedBy,
  innerIndex,
  isMoved,
  onGrid,
  pointOnGrid,
  withElement,
} from '../document/moves'
import { store } from '../store/store'
import { holdElement, holdEntries } from '../store/telling'
import { planeStep } from './planeModes'

/** Lengths of one key press, in units of the metric. */
const step = 0.1
const smallStep = 0.01
/** Nudged numbers are kept on a grid this much finer than the step. */
const gridPart = 1e-3

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

const target = new Float64Array(2)

/** The point one step away in an axis direction. */
function stepped([x, y]: Point, [p, q]: readonly [number, number], length: number): Point {
  expMap(x, y, p * length * y, q * length * y, target)
  return [target[0]!, target[1]!]
}

/** Moves the model by one step of an arrow key; returns whether the key was one. */
export function nudgePlane(key: string, isSmall: boolean): boolean {
  const way = directions[key]
  if (!way) return false
  const length = isSmall ? smallStep : step
  const { column } = store.getState()
  const document = settled(store.getState().document)
  const g = elementAt(document, column)
  if (document.space === 'line') {
    holdElement({
      element: withElement(
        document,
        column,
        onGrid(followedBy(g, way[0] * length) as number, gridPart * length),
      ),
    })
    return true
  }
  const foot = actPoint(elementMatrix(g), 0, 1)
  const { dragMode, turnAbout } = store.getState()
  // A turn has no point to follow: the keys turn to the left and to the right.
  const h =
    dragMode === 'turn'
      ? ellipticWith(...turnAbout, length * (way[1] - way[0]))
      : planeStep(dragMode, turnAbout, foot, stepped(foot, way, length))
  const { x, t, theta } = followedBy(g, h) as Iwasawa
  holdElement({
    time: 1,
    element: withElement(document, column, {
      x: onGrid(x, 1e-6),
      t: onGrid(t, 1e-6),
      theta: onGrid(theta, 1e-6),
    }),
  })
  return true
}

/** Moves one entry by one step of an arrow key, as it is seen: the base follows. */
export function nudgeEntry(
  factor: FactorName,
  row: number,
  column: number,
  key: string,
  isSmall: boolean,
): boolean {
  const way = directions[key]
  if (!way) return false
  const length = isSmall ? smallStep : step
  const { document } = store.getState()
  const base = document[factor][row]![column]!
  const inner = innerIndex(factor, row, column)
  const place = isMoved(document, factor) ? acted(document, inner, base) : base
  if (typeof place === 'number') {
    const moved = baseUnder(document, factor, inner, place + way[0] * length) as number
    holdEntries(withEntryMoved(document, factor, row, column, onGrid(moved, gridPart * length)))
    return true
  }
  const entry = baseUnder(document, factor, inner, stepped(place, way, length)) as Point
  const next = pointOnGrid(entry, gridPart * length * entry[1])
  holdEntries(withEntryMoved(document, factor, row, column, next))
  return true
}
