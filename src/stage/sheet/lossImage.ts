import { isModel } from '../../document/modelLoss'
import { sliceCurves, topLevel } from '../../document/slice'
import { level, levelAtRung, rampColor } from '../../math/levels'
import { store } from '../../store/store'
import { isHalfPlane } from '../charts/chart'
import type { Frame } from '../frame'
import { beyond, filling, sampleColumns, sampleRows } from '../sampling'

/** The colours of the loss under a pane: an image of pixels, and where it lies, from the left and from the top. */
export interface LossImage {
  readonly href: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Pixels of the image for each sample, across and up. */
const finer = 5
/** How much of the colour of the ball covers that of the loss, as on the canvas. */
const ballAlpha = 0.16

/** Undefined where the stage shows no loss. */
export function lossImage(frame: Frame): LossImage | undefined {
  const { view, chart, viewport } = frame
  if (!view.slice || chart?.name === 'passage') return undefined
  const over = {
    left: 0,
    right: viewport.width,
    bottom: chart && !isHalfPlane(chart) ? -viewport.floor : 0,
    top: viewport.height - viewport.floor,
  }
  const levels = new Float32Array((sampleColumns + 1) * (sampleRows + 1))
  const rows = filling(frame, over, 1, levels)
  while (rows.next().done !== true);
  const [width, height] = [finer * sampleColumns, finer * sampleRows]
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [width, height]
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser cannot draw the colours of the loss')
  const image = context.createImageData(width, height)
  const colour = colouring(frame)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [across, down] = [(column + 0.5) / width, (row + 0.5) / height]
      const [X, Y] = [across * over.right, over.top + down * (over.bottom - over.top)]
      if (chart && !chart.shows(X, Y)) continue
      const at = levelAt(levels, across * sampleColumns, (1 - down) * sampleRows)
      image.data.set(colour(at), 4 * (row * width + column))
    }
  }
  context.putImageData(image, 0, 0)
  return {
    href: canvas.toDataURL('image/png'),
    ...{ left: 0, top: 0, width: viewport.width, height: over.top - over.bottom },
  }
}

/** Between four samples. */
function levelAt(levels: Float32Array, x: number, y: number): number {
  const [i, k] = [Math.min(Math.floor(x), sampleColumns - 1), Math.min(Math.floor(y), sampleRows - 1)]
  const [u, v] = [x - i, y - k]
  const at = k * (sampleColumns + 1) + i
  const low = levels[at]! * (1 - u) + levels[at + 1]! * u
  const up = at + sampleColumns + 1
  const high = levels[up]! * (1 - u) + levels[up + 1]! * u
  return low * (1 - v) + high * v
}

/** One colour between two level curves. */
function colouring({ document: shown, palette }: Frame): (at: number) => [number, number, number, number] {
  const curves = sliceCurves(shown)
  const ball = isModel(shown) ? level(store.getState().ball, curves.reference) : -1
  const out = new Float32Array(3)
  return (at) => {
    const stair = Math.floor(curves.density * Math.min(at, beyond)) + 0.5
    rampColor(palette.ramp, levelAtRung(stair, curves) / topLevel, out)
    const part = at < ball ? ballAlpha : 0
    const mixed = (n: 0 | 1 | 2) => 255 * (out[n]! + part * (palette.ok[n] - out[n]!))
    return [mixed(0), mixed(1), mixed(2), 255]
  }
}
