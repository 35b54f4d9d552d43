import type { Iwasawa } from '../../document/document'
import { elementAt, elementCoordinates } from '../../document/element'
import { onGrid, withElement } from '../../document/moves'
import { gestureStart } from '../../store/history'
import { store } from '../../store/store'
import { holdElement } from '../../store/telling'
import { angleSeenAs, directionSeen, insideAt, placeOf, type Chart, type Place } from '../charts/chart'
import { coordinateGrid, finestAt, type Drag } from '../drags'
import type { Frame } from '../frame'
import type { Handle } from './handle'

/**
 * The frame of g: the image of the frame that stands at i and points up. Its foot is g·i = x + i eᵗ and its
 * direction π/2 - 2θ, so that foot and arrow together are a complete control of PSL(2,R).
 */
export interface FrameMark {
  readonly foot: Place
  readonly tip: Place
  readonly coordinates: Iwasawa
}

/** Pixels from the foot to the tip. */
const arrowPx = 46

/** The frame in world coordinates; on the line there is none. */
export function frameMark({ document, chart, palette }: Frame): FrameMark | undefined {
  if (!chart) return undefined
  const coordinates = elementCoordinates(elementAt(document, store.getState().column))
  const { x, t, theta } = coordinates
  const foot = placeOf(chart, x, Math.exp(t))
  const [across, up] = directionSeen(chart, x, Math.exp(t), Math.PI / 2 - 2 * theta)
  const length = arrowPx * palette.weight
  return { coordinates, foot, tip: [foot[0] + length * across, foot[1] + length * up] }
}

export function frameHandles(frame: Frame): readonly Handle[] {
  const mark = frameMark(frame)
  if (!mark || !frame.chart) return []
  const { chart } = frame
  const { x, t, theta } = mark.coordinates
  return [
    {
      id: 'foot',
      at: mark.foot,
      words: `Frame foot: g·i = ${x.toPrecision(4)} + ${Math.exp(t).toPrecision(4)}i`,
      drag: (X0, Y0) => footDrag(chart, mark, X0, Y0),
      nudge: (key, isSmall) => nudge('foot', key, isSmall),
    },
    {
      id: 'arrow',
      at: mark.tip,
      words: `Frame arrow: direction ${(90 - (360 * theta) / Math.PI).toFixed(1)}°`,
      drag: () => arrowDrag(chart, mark),
      nudge: (key, isSmall) => nudge('arrow', key, isSmall),
    },
  ]
}

function hold(coordinates: Iwasawa): void {
  const { column } = store.getState()
  holdElement({ element: withElement(gestureStart(), column, coordinates) })
}

/** Drag the foot: g·i goes along, the direction in the half-plane stays, and so does ∞: x and t change, θ does not. */
function footDrag(chart: Chart, { coordinates, foot }: FrameMark, X0: number, Y0: number): Drag {
  return {
    edits: true,
    move: (X, Y) => {
      const [x, y] = insideAt(chart, foot[0] + X - X0, foot[1] + Y - Y0)
      hold({
        x: onGrid(x, finestAt(chart, x, y)),
        t: onGrid(Math.log(y), coordinateGrid),
        theta: coordinates.theta,
      })
    },
  }
}

/** Drag the arrow: g turns about its foot; θ is only known modulo π and takes the value nearest to the last one. */
function arrowDrag(chart: Chart, { coordinates, foot }: FrameMark): Drag {
  let last = coordinates.theta
  const [x, y] = [coordinates.x, Math.exp(coordinates.t)]
  return {
    edits: true,
    move: (X, Y) => {
      const theta = (Math.PI / 2 - angleSeenAs(chart, x, y, X - foot[0], Y - foot[1])) / 2
      last = theta + Math.PI * Math.round((last - theta) / Math.PI)
      hold({ ...coordinates, theta: onGrid(last, coordinateGrid) })
    },
  }
}

const footWays: Readonly<Record<string, readonly [x: number, t: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Steps are hyperbolic 0.1, small 0.01; the arrow turns by as many radians. */
function nudge(part: 'foot' | 'arrow', key: string, isSmall: boolean): boolean {
  const way = footWays[key]
  if (!way) return false
  const length = isSmall ? 0.01 : 0.1
  const { document, column } = store.getState()
  const { x, t, theta } = elementCoordinates(elementAt(document, column))
  const turned = theta + (length / 2) * (way[0] - way[1])
  const next =
    part === 'foot'
      ? { x: x + way[0] * length * Math.exp(t), t: t + way[1] * length, theta }
      : { x, t, theta: turned }
  const tidy = (value: number) => onGrid(value, 1e-6)
  holdElement({
    element: withElement(document, column, { x: tidy(next.x), t: tidy(next.t), theta: tidy(next.theta) }),
  })
  return true
}
