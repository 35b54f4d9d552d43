import { store } from '../../store/store'
import { frameMark } from '../handles/frameHandle'
import { ink, type Part } from './pen'

const headPx = 11
const headAngle = 0.42

/** The frame of g: a ring at g·i and an arrow. */
export const frameOfG: Part = {
  role: 'frame',
  lines: 8,
  marks: { order: 9, halo: 1.5, outline: 3 },
  of: (frame) => [frame, store.getState().column],
  draw: (frame, pen, put) => {
    const { weight } = frame.palette
    const handle = frameMark(frame)
    if (!handle || !(Math.abs(handle.foot[0]) < 1e6 && handle.foot[1] < 1e6)) return
    const violet = ink('g')
    const [X, Y] = handle.foot
    const [U, V] = handle.tip
    const angle = Math.atan2(V - Y, U - X)
    const wide = 2.6 * weight
    pen.segment(X, Y, U, V, wide, violet)
    for (const side of [-1, 1]) {
      const back = angle + Math.PI + side * headAngle
      const [dX, dY] = [headPx * weight * Math.cos(back), headPx * weight * Math.sin(back)]
      pen.segment(U, V, U + dX, V + dY, wide, violet)
    }
    put(X, Y, 15 * weight, 'disc', 0, violet)
  },
}
