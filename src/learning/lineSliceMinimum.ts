import { lineLossAt, type LineSlice } from './lineSlice'
import type { SliceMinimum } from './sliceMinimum'

/** Every kink of a line slice lies along one of these directions, so one of them leads down from any non-minimum. */
const directions = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
] as const

/** Steps shorter than this part of the first one end a search. */
const finest = 2 ** -46
const maxMoves = 2000

/**
 * The lowest point of a line slice that compass searches find, from the given start and from the corners
 * where its kinks cross. The slice is piecewise quadratic with kinks at x = b, y = a and x = y.
 *
 * @param starts at most this many corners are started from
 */
export function lineSliceMinimum(
  slice: LineSlice,
  start: readonly [number, number],
  starts = 8,
): SliceMinimum {
  let best = search(slice, start[0], start[1])
  const count = Math.min(starts, Math.max(slice.aPoints.length, slice.bPoints.length))
  for (let n = 0; n < count; n++) {
    const x = slice.aPoints[n % slice.aPoints.length] ?? start[0]
    const y = slice.bPoints[n % slice.bPoints.length] ?? start[1]
    const found = search(slice, x, y)
    if (found.loss < best.loss) best = found
  }
  return best
}

function search(slice: LineSlice, x: number, y: number): SliceMinimum {
  let loss = lineLossAt(slice, x, y)
  const first = Math.max(1, Math.abs(x), Math.abs(y))
  for (let step = first, moves = 0; step > first * finest && moves < maxMoves; moves++) {
    const before = loss
    for (const [across, up] of directions) {
      const [u, v] = [x + across * step, y + up * step]
      const reached = lineLossAt(slice, u, v)
      if (!(reached < loss)) continue
      ;[x, y, loss] = [u, v, reached]
    }
    if (loss === before) step /= 2
  }
  return { x, y, loss }
}
