import { expMap } from '../math/upperHalfPlane'
import type { SliceMinimum } from './sliceMinimum'
import type { TrainingSlice } from './trainingSlice'

/** Directions of a search, a turn of 45° apart. */
const compass = Array.from(
  { length: 8 },
  (_, n) => [Math.cos((n * Math.PI) / 4), Math.sin((n * Math.PI) / 4)] as const,
)

/** Steps, first and last, in units of the metric. */
const firstStep = 0.4
const lastStep = 1e-7
const maxMoves = 160

const target = new Float64Array(2)

/** One step of that length in a direction of the space, written to `target`. */
type Walk = (x: number, y: number, p: number, q: number, length: number) => void

const walks: Readonly<Record<'halfPlane' | 'line', Walk>> = {
  halfPlane: (x, y, p, q, length) => expMap(x, y, p * length * y, q * length * y, target),
  line: (x, y, p, q, length) => {
    target[0] = x + p * length
    target[1] = y + q * length
  },
}

/**
 * The lowest point of a slice of a training loss that compass searches find: one from the model, and one from the best
 * of the other starts. The slice has cones and kinks, which a search by gradients would stop at. There may be several
 * local minima; this is the better of the two found.
 *
 * @param starts where else to look, as packed pairs
 */
export function trainingMinimum(
  slice: TrainingSlice,
  space: 'halfPlane' | 'line',
  model: readonly [x: number, y: number],
  starts: Float64Array,
): SliceMinimum {
  const from = at(slice, model[0], model[1])
  let other = from
  for (let n = 0; n < starts.length; n += 2) {
    const start = at(slice, starts[n]!, starts[n + 1]!)
    if (start.loss < other.loss) other = start
  }
  const found = search(slice, walks[space], from)
  if (other === from) return found
  const second = search(slice, walks[space], other)
  return second.loss < found.loss ? second : found
}

const at = (slice: TrainingSlice, x: number, y: number): SliceMinimum => ({ x, y, loss: slice.lossAt(x, y) })

function search(slice: TrainingSlice, walk: Walk, from: SliceMinimum): SliceMinimum {
  let best = from
  for (let length = firstStep, moves = 0; length > lastStep && moves < maxMoves; moves++) {
    let found = best
    for (const [p, q] of compass) {
      walk(best.x, best.y, p, q, length)
      const reached = at(slice, target[0]!, target[1]!)
      if (reached.loss < found.loss) found = reached
    }
    if (found === best) length /= 2
    best = found
  }
  return best
}
