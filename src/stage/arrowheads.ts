import type { Chart } from './charts/chart'
import type { Pen } from './figure/pen'
import type { Sampled, Style } from './stroke'
import type { Viewport } from './viewport'

const samples = 128
const headPx = 7
const headAngle = 0.5
/** Pixels of a line for each arrowhead, and how many there are at most. */
const spacing = 240
const most = 4

const places = new Float64Array(2 * samples + 2)
const lengths = new Float64Array(samples + 1)
const head = new Float64Array(6)
const out = new Float64Array(2)

/** Marks the direction of growing s on the part of a curve that is on the canvas, evenly as it is seen. */
export function drawArrowheads(
  pen: Pen,
  chart: Chart,
  { width, height, floor }: Viewport,
  curve: Sampled,
  style: Style,
): void {
  const isIn = (n: number) => {
    const [X, Y] = [places[2 * n]!, places[2 * n + 1]!]
    return X > 0 && X < width && Y > -floor && Y < height - floor
  }
  for (let n = 0; n <= samples; n++) {
    curve(n / samples, out)
    if (chart.cuts?.(out[0]!, out[1]!)) out.fill(NaN)
    else chart.place(out[0]!, out[1]!, out)
    places.set(out, 2 * n)
    const chord = n > 0 && isIn(n - 1) && isIn(n) ? Math.hypot(...step(n)) : 0
    lengths[n] = (n > 0 ? lengths[n - 1]! : 0) + chord
  }
  const whole = lengths[samples]!
  const size = headPx * Math.sqrt(style.width)
  const count = Math.min(most, Math.round(whole / spacing + 0.3))
  let n = 1
  for (let k = 0; k < count; k++) {
    const at = ((k + 0.5) / count) * whole
    while (lengths[n]! < at) n++
    const [dX, dY] = step(n)
    const part = (at - lengths[n - 1]!) / (lengths[n]! - lengths[n - 1]!)
    const [X, Y] = [places[2 * n - 2]! + part * dX, places[2 * n - 1]! + part * dY]
    const angle = Math.atan2(-dY, -dX)
    head[0] = X + size * Math.cos(angle - headAngle)
    head[1] = Y + size * Math.sin(angle - headAngle)
    head[2] = X
    head[3] = Y
    head[4] = X + size * Math.cos(angle + headAngle)
    head[5] = Y + size * Math.sin(angle + headAngle)
    pen.polyline(head, 3, style.width, style.colour)
  }
}

const step = (n: number): [dX: number, dY: number] => [
  places[2 * n]! - places[2 * n - 2]!,
  places[2 * n + 1]! - places[2 * n - 1]!,
]
