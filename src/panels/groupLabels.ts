import { parabolicRadius } from '../math/groupTorus'
import type { Palette } from '../ui/palette'
import { inDisk, layersBefore, reversed, seen, type Camera, type Vector } from './groupSpace'
import type { Outline } from './groupOutline'

/** In CSS pixels. */
export interface Extent {
  readonly width: number
  readonly height: number
  readonly text: number
  readonly font: string
}

export interface Label {
  readonly text: string
  readonly isLeft: boolean
  readonly isTop: boolean
  /** The place that it points to, in pixels. */
  readonly to: readonly [x: number, y: number] | undefined
}

const angles = Array.from({ length: 47 }, (_, n) => ((n + 1) * Math.PI) / 24)
const directions = Array.from({ length: 8 }, (_, n) => (n * Math.PI) / 4)
const core = (angle: number) => inDisk(angle, 0, 0)

/** One in each corner, which the torus leaves free, with a line to the nearest place of which it is true. */
export function labelsOf(camera: Camera, outline: Outline, extent: Extent): Label[] {
  const identity = core(0)
  const [x, y] = seen(camera, identity)
  const isLeft = x < camera.x
  const isTop = y < camera.y
  const inside = angles.filter((angle) => parabolicRadius(angle) > 0.5).map(core)
  const label = (text: string, isLeft: boolean, isTop: boolean, places: readonly Vector[]): Label => {
    const corner = [isLeft ? 0 : extent.width, isTop ? 0 : extent.height] as const
    return { text, isLeft, isTop, to: nearest(camera, places, corner) }
  }
  return [
    label('identity', isLeft, isTop, [identity]),
    label('hyperbolic', !isLeft, isTop, outside(camera, outline)),
    label('elliptic', !isLeft, !isTop, inside),
    label(
      '|tr| = 2',
      isLeft,
      !isTop,
      outline.map(([from]) => from),
    ),
  ]
}

/** Places half-way from the surface to the boundary with none of it before or behind, nor its outline near by. */
function outside(camera: Camera, outline: Outline): Vector[] {
  const away = reversed(camera)
  const lines = outline.map(([from]) => seen(camera, from))
  const places = angles
    .filter((angle) => parabolicRadius(angle) < 0.8)
    .flatMap((angle) => directions.map((phi) => inDisk(angle, phi, (1 + parabolicRadius(angle)) / 2)))
  const clear = places.filter((place) => layersBefore(camera, place) + layersBefore(away, place) === 0)
  const room = camera.scale * clearance
  const free = clear.filter((place) => {
    const [x, y] = seen(camera, place)
    return lines.every(([p, q]) => Math.hypot(p - x, q - y) > room)
  })
  return free.length > 0 ? free : clear
}

const clearance = 0.1
const edge = 2

export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly Label[],
  { ink, panel, muted, stroke }: Palette,
  { width, height, text: size, font }: Extent,
): void {
  context.save()
  context.font = font
  context.lineJoin = 'round'
  for (const { text, isLeft, isTop, to } of labels) {
    const half = context.measureText(text).width / 2
    if (to) {
      context.strokeStyle = muted
      context.lineWidth = stroke * 0.5
      context.beginPath()
      context.moveTo(isLeft ? edge + half : width - edge - half, isTop ? size * 1.25 : height - size * 1.25)
      context.lineTo(...to)
      context.stroke()
      context.fillStyle = ink
      context.beginPath()
      context.arc(...to, 0.6 + 0.7 * stroke, 0, 2 * Math.PI)
      context.fill()
    }
    context.textAlign = isLeft ? 'left' : 'right'
    context.textBaseline = isTop ? 'top' : 'bottom'
    const at = [isLeft ? edge : width - edge, isTop ? edge : height - edge] as const
    context.strokeStyle = panel
    context.lineWidth = 3
    context.strokeText(text, ...at)
    context.fillStyle = ink
    context.fillText(text, ...at)
  }
  context.restore()
}

function nearest(
  camera: Camera,
  places: readonly Vector[],
  [x, y]: readonly [number, number],
): [number, number] | undefined {
  let best: [number, number] | undefined
  let least = Infinity
  for (const place of places) {
    const at = seen(camera, place)
    const far = Math.hypot(at[0] - x, at[1] - y)
    if (far >= least) continue
    least = far
    best = at
  }
  return best
}
