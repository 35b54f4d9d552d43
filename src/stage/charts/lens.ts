import type { Viewport } from '../viewport'

/** Where in the window of the half-plane the middle of the other models is, as a part of its height. */
const middle = 0.34
/** Pixels kept free round a disk: for the buttons and ∞ above it, and for numbers. */
const abovePx = 66
const belowPx = 32
const besidePx = 40

/** What the models of bounded size have in common: the window's middle goes to i, and i to the middle of the canvas. */
export interface Lens {
  readonly scale: number
  readonly shift: number
  readonly X: number
  readonly Y: number
  /** Pixels to the nearest edge that is to be left free. */
  readonly radius: number
}

export function lensOf(
  v: Viewport,
  window: { readonly centre: number; readonly height: number },
  magnification: number,
): Lens {
  const scale = 1 / (middle * window.height)
  const room = Math.min(v.width / 2 - besidePx, (v.height - abovePx - belowPx) / 2)
  return {
    scale,
    shift: -window.centre * scale,
    X: v.width / 2,
    Y: belowPx - v.floor + (v.height - abovePx - belowPx) / 2,
    radius: Math.max(20, room) * magnification,
  }
}

/** The window in which this point of the half-plane is where the lens shows (x, y) of its own plane. */
export function windowWith(point: readonly [number, number], [x, y]: readonly [number, number]) {
  const unit = point[1] / y
  return { centre: point[0] - x * unit, height: unit / middle }
}
