import { isProblem } from '../../document/problem'
import { pointOnGrid } from '../../document/moves'
import { atDistance, elementOfPairs, withImages, withPair, type PointPairs } from '../../document/pointPairs'
import type { Point } from '../../document/document'
import { store } from '../../store/store'
import { insideAt, placeOf, type Chart, type Place } from '../charts/chart'
import { finestAt, type Drag } from '../drags'
import type { Frame } from '../frame'
import { endOnGrid, spotOfEnd } from './boundary'
import { nextEnd, steppedBy } from './fixedPointHandles'
import type { Handle } from './handle'
import { hold } from './hold'
import { shortNumber, shortPoint } from './words'

type Side = 'from' | 'to'

export interface PairMark {
  readonly at: Place
  /** 1 for the first point, 1′ for its image. */
  readonly name: string
  readonly isImage: boolean
  readonly side: Side
  readonly n: number
  readonly value: number | Point
}

/** The points and images of the panel that is open. */
export function pairMarks(frame: Frame): readonly PairMark[] {
  const { pointPairs } = store.getState()
  const { chart } = frame
  if (!pointPairs || !chart) return []
  return (['to', 'from'] as const).flatMap((side) =>
    pointPairs[side].map((value, n) => ({
      at: typeof value === 'number' ? spotOfEnd(frame, chart, value).at : placeOf(chart, ...value),
      name: `${n + 1}${side === 'to' ? '′' : ''}`,
      isImage: side === 'to',
      side,
      n,
      value,
    })),
  )
}

/** A point takes its image along and leaves g; an image takes g along. */
export function pairHandles(frame: Frame): readonly Handle[] {
  const { chart } = frame
  const { pointPairs } = store.getState()
  if (!chart || !pointPairs) return []
  // An image that lies on a point is grabbed first.
  return pairMarks(frame).map((mark) => {
    const { at, side, n, value } = mark
    const shown = typeof value === 'number' ? shortNumber(value) : shortPoint(value)
    return {
      id: `${side}-${n}`,
      at,
      words: `${side === 'to' ? 'Image' : 'Point'} ${n + 1}: ${shown}`,
      drag: (X0, Y0) => pairDrag(chart, pointPairs, mark, X0, Y0),
      nudge: (key, isSmall) => {
        const to =
          typeof value === 'number' ? nextEnd(frame, value, key, isSmall) : steppedBy(value, key, isSmall)
        if (to !== undefined) take(pointPairs, side, n, to)
        return to !== undefined
      },
    }
  })
}

function pairDrag(
  chart: Chart,
  start: PointPairs,
  { at, side, n, value }: PairMark,
  X0: number,
  Y0: number,
): Drag {
  return {
    edits: side === 'to',
    cancel: () => store.getState().set({ pointPairs: start }),
    move: (X, Y) => {
      const [U, V] = [X + at[0] - X0, Y + at[1] - Y0]
      if (typeof value === 'number') {
        take(start, side, n, endOnGrid(chart, chart.endAt(U, V)))
        return
      }
      const point = insideAt(chart, U, V)
      take(start, side, n, pointOnGrid(point, finestAt(chart, ...point)))
    },
  }
}

/** The point goes there; where that leads to no element, everything stays. */
function take(start: PointPairs, side: Side, n: number, to: number | Point): void {
  const { set } = store.getState()
  if (side === 'from') {
    const g = elementOfPairs(start)
    const moved = withPair(start, side, n, to)
    set({ pointPairs: isProblem(g) ? moved : withImages(moved, g) })
    return
  }
  const moved = withImageAt(start, n, to)
  const g = elementOfPairs(moved)
  if (isProblem(g)) return
  hold(() => g)
  set({ pointPairs: moved })
}

/** Two points keep their distance: the second image goes round the first, and along with it. */
function withImageAt(start: PointPairs, n: number, to: number | Point): PointPairs {
  if (start.kind === 'three' || typeof to === 'number') return withPair(start, 'to', n, to)
  const moved = withPair(start, 'to', n, to)
  if (moved.kind !== 'two') return moved
  return withPair(moved, 'to', 1, atDistance(moved, moved.to[1]))
}
