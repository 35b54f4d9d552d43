import type { Iwasawa } from '../document/document'
import { elementAt, elementCoordinates } from '../document/element'
import { onGrid, withElement } from '../document/moves'
import { gestureStart } from '../store/history'
import { store } from '../store/store'
import { aboveFloor, coordinateGrid, gridPx, type Drag } from './drags'
import type { Frame } from './frame'
import { project } from './tiltCamera'
import { planeX, worldX, type Viewport } from './viewport'

/**
 * The frame of g: the image of the frame that stands at i and points up. Its foot is g·i = x + i eᵗ and its
 * direction π/2 - 2θ, so that foot and arrow together are a complete control of PSL(2,R).
 */
export interface FrameHandle {
  readonly foot: readonly [X: number, Y: number]
  readonly tip: readonly [X: number, Y: number]
  readonly coordinates: Iwasawa
}

export type FramePart = 'foot' | 'arrow'

/** Pixels from the foot to the tip. */
const arrowPx = 46

/** The frame in world coordinates; on the line there is none. */
export function frameHandle({ document, viewport, palette }: Frame): FrameHandle | undefined {
  if (document.space === 'line') return undefined
  const coordinates = elementCoordinates(elementAt(document, store.getState().column))
  const foot = [worldX(viewport, coordinates.x), Math.exp(coordinates.t) * viewport.scale] as const
  const angle = Math.PI / 2 - 2 * coordinates.theta
  const length = arrowPx * palette.weight
  return { coordinates, foot, tip: [foot[0] + length * Math.cos(angle), foot[1] + length * Math.sin(angle)] }
}

/** The part of the frame that is nearest to a place of the canvas, within `reach` pixels. */
export function framePartAt(
  frame: Frame,
  left: number,
  top: number,
  reach: number,
): { part: FramePart; away: number } | undefined {
  const handle = frameHandle(frame)
  if (!handle) return undefined
  const away = ([X, Y]: readonly [number, number]) => {
    const [x, y] = project(frame.viewport, frame.tilt, X, Y)
    return Math.hypot(x - left, y - top)
  }
  const found = [
    { part: 'foot' as const, away: away(handle.foot) },
    { part: 'arrow' as const, away: away(handle.tip) },
  ].sort((one, other) => one.away - other.away)[0]!
  return found.away < reach ? found : undefined
}

function hold(coordinates: Iwasawa): void {
  const { column, edit } = store.getState()
  edit({ element: withElement(gestureStart(), column, coordinates) })
}

/** Drag the foot: g·i goes along, the direction stays, and so does ∞: x and t change, θ does not. */
export function footDrag(v: Viewport, { coordinates, foot }: FrameHandle, X0: number, Y0: number): Drag {
  return {
    edits: true,
    move: (X, Y) =>
      hold({
        x: onGrid(planeX(v, foot[0] + X - X0), gridPx / v.scale),
        t: onGrid(Math.log(aboveFloor(foot[1] + Y - Y0) / v.scale), coordinateGrid),
        theta: coordinates.theta,
      }),
  }
}

/** Drag the arrow: g turns about its foot; θ is only known modulo π and takes the value nearest to the last one. */
export function arrowDrag({ coordinates, foot }: FrameHandle): Drag {
  let last = coordinates.theta
  return {
    edits: true,
    move: (X, Y) => {
      const theta = (Math.PI / 2 - Math.atan2(Y - foot[1], X - foot[0])) / 2
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

/** One key press on a part of the frame; returns whether the key was one. Steps are hyperbolic 0.1, small 0.01. */
export function nudgeFrame(part: FramePart, key: string, isSmall: boolean): boolean {
  const way = footWays[key]
  if (!way) return false
  const length = isSmall ? 0.01 : 0.1
  const { document, column, edit } = store.getState()
  const { x, t, theta } = elementCoordinates(elementAt(document, column))
  const turned = theta + (length / 2) * (way[0] - way[1])
  const next =
    part === 'foot'
      ? { x: x + way[0] * length * Math.exp(t), t: t + way[1] * length, theta }
      : { x, t, theta: turned }
  const tidy = (value: number) => onGrid(value, 1e-6)
  edit({
    element: withElement(document, column, { x: tidy(next.x), t: tidy(next.t), theta: tidy(next.theta) }),
  })
  return true
}
