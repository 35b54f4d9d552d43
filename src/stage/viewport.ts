import { nominalAspect } from '../document/window'

/**
 * How the plane is laid on the canvas. World coordinates are CSS pixels: X from the left edge, Y up
 * from the boundary line (half-plane) or from the bottom of the plane (line).
 *
 *     X + iY = scale · (z - centre) + width/2
 *
 * is a dilation and a translation, so hyperbolic distances between world points are the true ones,
 * and float32 world coordinates are exact to a fraction of a pixel whatever the element is.
 */
export interface Viewport {
  /** Size of the canvas, in pixels. */
  readonly width: number
  readonly height: number
  /** Pixels between the bottom of the canvas and Y = 0. */
  readonly floor: number
  /** Pixels per unit. */
  readonly scale: number
  /** The x shown in the middle. */
  readonly centre: number
}

/** Room below the boundary line for its numbers. */
export const floorPx = 34
/** Room above everything that is fitted, for the buttons that lie over the canvas. */
export const headPx = 44

/** The largest viewport of a canvas that shows the whole window (centre, height) of a view. */
export function viewportOf(
  window: { centre: number; height: number },
  width: number,
  height: number,
  floor = floorPx,
): Viewport {
  const scale = Math.min(roomFor(height, floor) / window.height, width / (nominalAspect * window.height))
  return { width, height, floor, scale, centre: window.centre }
}

/** Pixels of a canvas for what is fitted above its floor; where floor and buttons take all of it, it goes under them. */
export const roomFor = (height: number, floor: number): number =>
  Math.max(height - floor - headPx, height / 4, 1)

export const worldX = (v: Viewport, x: number): number => (x - v.centre) * v.scale + v.width / 2
export const planeX = (v: Viewport, X: number): number => (X - v.width / 2) / v.scale + v.centre

/** World Y of y = 0 in the (x, y) plane of the line, which has the centre of the window in its middle. */
export function planeZero({ height, floor, centre, scale }: Viewport): number {
  return (height - floor) / 2 - centre * scale
}

/**
 * Zoom by a factor about the boundary point below world X: a dilation of the half-plane, whatever
 * the height of the pointer.
 */
export function zoomAbout(v: Viewport, X: number, factor: number): Viewport {
  const scale = v.scale * factor
  return { ...v, scale, centre: planeX(v, X) - (X - v.width / 2) / scale }
}

/**
 * The viewport in which the point of the half-plane that was at world (X, Y) is at (U, V): the one
 * dilation and translation that carries the point along with the pointer.
 */
export function panTo(v: Viewport, X: number, Y: number, U: number, V: number): Viewport {
  const scale = (v.scale * Math.max(V, 1)) / Math.max(Y, 1)
  return { ...v, scale, centre: planeX(v, X) - (U - v.width / 2) / scale }
}
