import { parabolicRadius } from '../math/groupTorus'
import type { Palette } from '../ui/palette'
import type { GroupScene } from './groupScene'
import { inDisk, layersBefore, seen, type Camera, type Vector } from './groupSpace'

type Sheet = CanvasRenderingContext2D

/** What lies behind one wall of the surface, two, … is this much paler. */
const veil = [1, 0.62, 0.45, 0.35, 0.3] as const
const veiled = (camera: Camera, point: Vector) => veil[Math.min(layersBefore(camera, point), 4)]!

/** What moves: g with its meridian disk, its powers and the last drag. */
export function drawScene(
  context: Sheet,
  scene: GroupScene,
  camera: Camera,
  palette: Palette,
  font: string,
): void {
  const { g, stroke, panel } = palette
  context.save()
  context.lineCap = context.lineJoin = 'round'
  context.strokeStyle = context.fillStyle = g
  drawDisk(context, scene, camera, palette)
  context.lineWidth = stroke * 0.8
  drawCurve(context, scene.powers, camera, () => 0.75)
  for (const end of [scene.powers[0], scene.powers.at(-1)]) if (end) mark(context, camera, end, 0.9 * stroke)
  // Round ends would lie over each other in a pale line, and make beads of it.
  context.lineCap = 'butt'
  context.lineWidth = stroke * 2.2
  const last = scene.path.length - 1
  drawCurve(context, scene.path, camera, (n) => 0.12 + 0.78 * (n / last) ** 1.5)
  drawIdentity(context, camera, palette)
  for (const { at } of scene.others) dot(context, camera, at, 1.5 + 1.2 * stroke, panel, g)
  if (scene.flowing) dot(context, camera, scene.flowing, 2 + 1.6 * stroke, g, panel)
  dot(context, camera, scene.held, 2.5 + 2 * stroke, panel, g)
  context.font = font
  for (const { at, name } of scene.others) drawName(context, camera, at, name, palette)
  if (scene.others.length > 0) drawName(context, camera, scene.held, scene.name, palette)
  context.restore()
}

/** The disk in which g lies, its circle of parabolic elements, and how far g is from the core. */
function drawDisk(
  context: Sheet,
  { angle, held }: GroupScene,
  camera: Camera,
  { g, ink, stroke, isDark }: Palette,
): void {
  const centre = inDisk(angle, 0, 0)
  circle(context, camera, angle, 1)
  context.globalAlpha = isDark ? 0.16 : 0.1
  context.fillStyle = g
  context.fill()
  context.globalAlpha = 0.55
  context.lineWidth = stroke * 0.6
  context.stroke()
  circle(context, camera, angle, parabolicRadius(angle))
  context.strokeStyle = ink
  context.globalAlpha = 0.8
  context.lineWidth = stroke * 0.8
  context.stroke()
  context.strokeStyle = g
  context.globalAlpha = 1
  context.lineWidth = stroke * 0.9
  context.setLineDash([1.5 * stroke, 1.7 * stroke])
  context.beginPath()
  context.moveTo(...seen(camera, centre))
  context.lineTo(...seen(camera, held))
  context.stroke()
  context.setLineDash([])
  mark(context, camera, centre, stroke)
}

function mark(context: Sheet, camera: Camera, at: Vector, radius: number): void {
  context.beginPath()
  context.arc(...seen(camera, at), radius, 0, 2 * Math.PI)
  context.fill()
}

function circle(context: Sheet, camera: Camera, angle: number, radius: number): void {
  context.beginPath()
  for (let n = 0; n < 72; n++) {
    context.lineTo(...seen(camera, inDisk(angle, (n * Math.PI) / 36, radius)))
  }
  context.closePath()
}

/** A curve in strokes of like paleness: behind the surface paler, and by `strength` along it. */
function drawCurve(
  context: Sheet,
  points: readonly Vector[],
  camera: Camera,
  strength: (n: number) => number,
): void {
  let paleness = -1
  points.forEach((point, n) => {
    if (n === 0) return
    const here = Math.round(20 * veiled(camera, point) * strength(n)) / 20
    if (here !== paleness) {
      if (paleness >= 0) context.stroke()
      context.beginPath()
      context.moveTo(...seen(camera, points[n - 1]!))
      context.globalAlpha = here
      paleness = here
    }
    context.lineTo(...seen(camera, point))
  })
  if (paleness >= 0) context.stroke()
  context.globalAlpha = 1
}

/** The inner index, beside the point. */
function drawName(
  context: Sheet,
  camera: Camera,
  at: Vector,
  name: string,
  { g, panel, stroke }: Palette,
): void {
  const [x, y] = seen(camera, at)
  const gap = 4 + 2.2 * stroke
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = panel
  context.strokeText(name, x + gap, y)
  context.fillStyle = g
  context.fillText(name, x + gap, y)
}

function drawIdentity(context: Sheet, camera: Camera, { ink, panel, stroke }: Palette): void {
  dot(context, camera, inDisk(0, 0, 0), 2 + 1.1 * stroke, ink, panel)
}

function dot(context: Sheet, camera: Camera, at: Vector, radius: number, edge: string, fill: string): void {
  context.globalAlpha = 1
  context.beginPath()
  context.arc(...seen(camera, at), radius, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  context.lineWidth = 1.6
  context.strokeStyle = edge
  context.stroke()
}
