import { lowestOf, pictured, sliceCurves, sliceLoss, topLevel } from '../../document/slice'
import { level } from '../../math/levels'
import { placeOf } from '../charts/chart'
import type { Frame } from '../frame'
import { levelHeight } from '../relief'
import { planeZero, worldX } from '../viewport'
import { ink, type Ink, type Part, type Pen, type PutMark } from './pen'

/** The model pinned in its slice, and a cross, outlined to be seen on any mark, at the slice's lowest point. */
export const pins: Part = {
  role: 'pin',
  lines: 7,
  marks: { order: 6, halo: 1.5, outline: 2 },
  of: (frame) => [frame],
  draw: (frame, pen, put) => {
    const { palette, view, document } = frame
    if (!view.slice) return
    const lowest = lowestOf(document, 'moved')
    const [X, Y] = worldOf(frame, lowest.x, lowest.y)
    if (Number.isFinite(X) && Number.isFinite(Y)) {
      drawCross(pen, X, Y, 5.5 * palette.weight, 4 * palette.weight, ink('ink'))
      drawCross(pen, X, Y, 4.5 * palette.weight, 1.8 * palette.weight, ink('paper'))
    }
    pinModel(frame, put)
  },
}

function drawCross(pen: Pen, X: number, Y: number, arm: number, width: number, colour: Ink): void {
  pen.segment(X - arm, Y - arm, X + arm, Y + arm, width, colour)
  pen.segment(X - arm, Y + arm, X + arm, Y - arm, width, colour)
}

/** World position of a point of the slice. */
function worldOf({ chart, viewport }: Frame, x: number, y: number): readonly [X: number, Y: number] {
  return chart ? placeOf(chart, x, y) : [worldX(viewport, x), y * viewport.scale + planeZero(viewport)]
}

/** On the line the model is a point of the (x, y) plane; tilted, it stands on the surface at its own loss. */
function pinModel(frame: Frame, put: PutMark): void {
  const slice = pictured(frame.document, 'moved')
  if (slice.space === 'halfPlane' && frame.tilt === 0) return
  const [X, Y] = worldOf(frame, slice.model[0], slice.model[1])
  const { palette, viewport } = frame
  if (!(X > -viewport.width && X < 2 * viewport.width) || !Number.isFinite(Y)) return
  const loss = level(sliceLoss(slice, slice.model), sliceCurves(frame.document).reference)
  const height = Math.min(loss, topLevel) * levelHeight(viewport)
  put(X, Y, 13 * palette.weight, 'disc', 0, ink('ink'), height * frame.tilt)
}
