import { lensOf } from '../charts/lens'
import type { Frame } from '../frame'
import { planeX, worldX } from '../viewport'

/** The coordinates that a TikZ picture is written in: (X - X0)/unit, (Y - Y0)/unit of the pixels of a frame. */
export interface TikzUnits {
  readonly X0: number
  readonly Y0: number
  /** Pixels. */
  readonly unit: number
  /** What they are, in words. */
  readonly words: string
}

/** TeX counts in steps of 2⁻¹⁶ and up to 2¹⁴: outside of these, coordinates of the plane would be rounded away. */
const [smallest, largest] = [15, 3000]
const farthest = 200

/** Those of the model itself, where TeX can hold them, so that a figure can be read and gone on with by hand. */
export function tikzUnits({ viewport, chart, window, view, lanes }: Frame): TikzUnits {
  const isHeld = (unit: number) => unit >= smallest && unit <= largest
  if (lanes || chart?.name === 'halfPlane') {
    const { scale, width } = viewport
    const far = Math.max(Math.abs(planeX(viewport, 0)), Math.abs(planeX(viewport, width)))
    if (isHeld(scale) && far <= farthest) {
      const words = lanes ? 'x of the real line across' : 'x + iy of the half-plane'
      return { X0: worldX(viewport, 0), Y0: lanes?.axis ?? 0, unit: scale, words }
    }
  }
  if (chart?.name === 'disk' || chart?.name === 'klein') {
    const { X, Y, radius } = lensOf(viewport, window, view.magnification)
    if (isHeld(radius)) return { X0: X, Y0: Y, unit: radius, words: 'those of the unit disk' }
  }
  return { X0: 0, Y0: -viewport.floor, unit: 100, words: 'hundreds of pixels from the lower left corner' }
}
