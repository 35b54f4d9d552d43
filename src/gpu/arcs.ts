/** Largest distance in pixels between an arc and the chords that stand for it. */
const tolerancePx = 0.25

/** Chords for an arc: equal angles, each chord within a quarter of a pixel of the arc. */
export function arcChords(radiusPx: number, sweep: number): number {
  return Math.max(1, Math.ceil(Math.abs(sweep) * Math.sqrt(radiusPx / (8 * tolerancePx))))
}

/** A rectangle of stage pixels. */
export interface PixelWindow {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

const turn = 2 * Math.PI
/** A circle meets the four sides of a rectangle at most eight times; the ends of the arc make ten. */
const cuts = new Float64Array(10)
let cutCount = 0

/** Keeps `cuts` ascending. */
function addCut(s: number): void {
  let i = cutCount++
  while (i > 0 && cuts[i - 1]! > s) {
    cuts[i] = cuts[i - 1]!
    i--
  }
  cuts[i] = s
}

/** The angle of a cut, as a distance from the start of the arc in its own direction. */
function cutAt(angle: number, from: number, sweep: number): void {
  const forward = (sweep < 0 ? from - angle : angle - from) % turn
  const s = forward < 0 ? forward + turn : forward
  if (s < Math.abs(sweep)) addCut(s)
}

/** Cuts with a vertical line `offset` from the centre. Not acos, which loses large circles: see the product. */
function cutVertical(offset: number, radius: number, from: number, sweep: number): void {
  const other2 = (radius - offset) * (radius + offset)
  if (!(other2 >= 0)) return
  const angle = Math.atan2(Math.sqrt(other2), offset)
  cutAt(angle, from, sweep)
  cutAt(-angle, from, sweep)
}

function cutHorizontal(offset: number, radius: number, from: number, sweep: number): void {
  const other2 = (radius - offset) * (radius + offset)
  if (!(other2 >= 0)) return
  const angle = Math.atan2(offset, Math.sqrt(other2))
  cutAt(angle, from, sweep)
  cutAt(Math.PI - angle, from, sweep)
}

/**
 * The parts of an arc that lie in a window, so that a huge arc costs no more chords than are seen.
 *
 * @param from angle of the start; radians, as `to`, which may be less, with |to - from| ≤ 2π
 * @param out  at least 18 numbers; pairs (start, end) in the direction from → to
 * @returns the number of pairs
 */
export function visibleArcs(
  cx: number,
  cy: number,
  radius: number,
  from: number,
  to: number,
  window: PixelWindow,
  out: Float64Array,
): number {
  const sweep = to - from
  const direction = sweep < 0 ? -1 : 1
  cutCount = 0
  addCut(0)
  cutVertical(window.left - cx, radius, from, sweep)
  cutVertical(window.right - cx, radius, from, sweep)
  cutHorizontal(window.bottom - cy, radius, from, sweep)
  cutHorizontal(window.top - cy, radius, from, sweep)
  addCut(Math.abs(sweep))

  let pairs = 0
  for (let i = 0; i + 1 < cutCount; i++) {
    const middle = from + (direction * (cuts[i]! + cuts[i + 1]!)) / 2
    const x = cx + radius * Math.cos(middle)
    const y = cy + radius * Math.sin(middle)
    const seen = x >= window.left && x <= window.right && y >= window.bottom && y <= window.top
    if (!seen || cuts[i] === cuts[i + 1]) continue
    out[2 * pairs] = from + direction * cuts[i]!
    out[2 * pairs + 1] = from + direction * cuts[i + 1]!
    pairs++
  }
  return pairs
}
