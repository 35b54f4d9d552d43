import { store } from '../../store/store'
import { placeOf, type Chart } from '../charts/chart'
import type { Frame } from '../frame'
import { ink, type Ink, type Part, type Pen, type PutMark } from './pen'

/** Beyond this many pixels all places are alike. */
const farthest = 1e4

/**
 * The tracks of a model in training and of its twin, pulled back: lines in the colours of A and B for the model, dashes in
 * that of g for the twin, with marks where they are now: small and filled, or hollow. Where the tracks coincide the dashes
 * lie on the lines and each mark is inside another one. The real line, on which tracks would lie on each other, has none.
 */
export const twinTracks: Part = {
  role: 'track',
  lines: 4,
  marks: { order: 6, halo: 1, outline: 1.8 },
  of: (frame) => [frame, store.getState().twin],
  draw: (frame, pen, put) => {
    const { twin } = store.getState()
    if (!twin || !frame.chart || twin.of.space !== 'halfPlane') return
    const { a, b, classifier } = twin.of
    const ofA = classifier ? 0 : a.length * b.length
    drawTracks(frame, frame.chart, twin.model, twin.twin, ofA, pen, put)
  },
}

/** @param ofA points of A, which come before those of B */
function drawTracks(
  { palette: { weight } }: Frame,
  chart: Chart,
  model: readonly Float64Array[],
  twin: readonly Float64Array[],
  ofA: number,
  pen: Pen,
  put: PutMark,
): void {
  const count = (model[0]?.length ?? 0) / 2
  const way = new Float64Array(2 * model.length)
  for (let point = 0; point < count; point++) {
    const isOfA = point < ofA
    const token = isOfA ? 'a' : 'b'
    const shape = isOfA ? 'disc' : 'diamond'
    const stroke = (track: readonly Float64Array[], width: number, of: Ink, dash: number) => {
      const length = trace(chart, track, point, way)
      pen.polyline(way, length, width, of, dash)
      if (length > 0) return [way[2 * length - 2]!, way[2 * length - 1]!] as const
      return undefined
    }
    const end = stroke(model, 1.6 * weight, ink(token, 0.75), 0)
    const twinEnd = stroke(twin, 2 * weight, ink('g', 0.9), 4 * weight)
    if (twinEnd) put(...twinEnd, 12 * weight, shape, 0, ink('g'))
    if (end) put(...end, 6 * weight, shape, 1, ink(token))
  }
}

/** Writes the places of a point along its track; returns how many there are before it leaves all sight. */
function trace(chart: Chart, track: readonly Float64Array[], point: number, out: Float64Array): number {
  let length = 0
  for (const places of track) {
    const [X, Y] = placeOf(chart, places[2 * point]!, places[2 * point + 1]!)
    if (!(Math.abs(X) < farthest && Math.abs(Y) < farthest)) break
    out[2 * length] = X
    out[2 * length + 1] = Y
    length++
  }
  return length
}
