import type { Palette } from '../ui/palette'
import { onSurface, type Outline } from './groupOutline'
import {
  dot,
  inDisk,
  layersBefore,
  parabolicNormal,
  reversed,
  seen,
  tube,
  type Camera,
  type Vector,
} from './groupSpace'

/** The group itself, which stays while g moves: the torus as glass, and the surface |tr| = 2 in it. */

const rings = 84
const sides = 36
const shades = 32
const circles = 12

/** How the two canvases that the surface is put together on are made. */
export type Sheet = CanvasRenderingContext2D

/** What is drawn, in the order of painting; `sheet` is as large as the picture and is painted over. */
export function drawSolid(
  context: Sheet,
  sheet: Sheet,
  camera: Camera,
  outline: Outline,
  palette: Palette,
): void {
  drawBody(context, camera, palette)
  drawWires(context, camera, palette, false)
  drawSurface(context, sheet, camera, palette)
  drawCore(context, camera, palette)
  drawSurface(context, sheet, camera, palette, outline)
  drawWires(context, camera, palette, true)
  drawRim(context, camera, palette)
}

/** Seen from afar a torus is its core circle drawn with a round pen: a few pens make it round. */
function drawBody(context: Sheet, camera: Camera, { ink, isDark }: Palette): void {
  context.save()
  context.strokeStyle = ink
  const pens = [1, 0.94, 0.86, 0.74, 0.58]
  for (const pen of pens) {
    context.globalAlpha = isDark ? 0.028 : 0.016
    context.lineWidth = 2 * tube * camera.scale * pen
    coreCircle(context, camera)
    context.stroke()
  }
  context.restore()
}

function coreCircle(context: Sheet, camera: Camera): void {
  context.beginPath()
  for (let n = 0; n < 180; n++) {
    context.lineTo(...seen(camera, inDisk((n * Math.PI) / 90, 0, 0)))
  }
  context.closePath()
}

function drawCore(context: Sheet, camera: Camera, { ink, stroke }: Palette): void {
  context.save()
  coreCircle(context, camera)
  context.strokeStyle = ink
  context.globalAlpha = 0.55
  context.lineWidth = stroke * 0.6
  context.setLineDash([2.5 * stroke, 2 * stroke])
  context.stroke()
  context.restore()
}

/** Meridian circles and parallels of the boundary: those behind, or those before with nothing behind them. */
function drawWires(context: Sheet, camera: Camera, { ink, stroke }: Palette, isFront: boolean): void {
  const away = reversed(camera)
  const wire = (at: (s: number) => readonly [angle: number, phi: number]) =>
    trace(context, camera, 96, (n) => {
      const [angle, phi] = at((n * Math.PI) / 48)
      const out = Math.cos(phi)
      const normal: Vector = [out * Math.sin(angle), out * Math.cos(angle), Math.sin(phi)]
      const point = inDisk(angle, phi, 1)
      if (dot(normal, camera.near) > 0 !== isFront) return undefined
      return isFront && layersBefore(away, point) > 0 ? undefined : point
    })
  context.save()
  context.strokeStyle = ink
  context.globalAlpha = isFront ? 0.16 : 0.12
  context.lineWidth = stroke * 0.5
  context.beginPath()
  for (let n = 0; n < circles; n++) {
    const fixed = (n * 2 * Math.PI) / circles
    wire((s) => [fixed, s])
    if (n % 3 === 0) wire((s) => [s, fixed])
  }
  context.stroke()
  context.restore()
}

/**
 * Where the boundary turns away from the viewer: the normals there are square to the view, once outwards, which is
 * the outline of the whole, and once inwards, round the hole, where part of it may be hidden.
 */
function drawRim(context: Sheet, camera: Camera, { ink, stroke }: Palette): void {
  const { right, up } = camera
  context.save()
  context.strokeStyle = ink
  context.lineWidth = stroke * 0.75
  context.globalAlpha = 0.5
  context.beginPath()
  for (const side of [1, -1]) {
    trace(context, camera, 240, (n) => {
      const cosine = Math.cos((n * Math.PI) / 120)
      const sine = Math.sin((n * Math.PI) / 120)
      const [x, y, z] = [0, 1, 2].map((k) => cosine * right[k]! + sine * up[k]!) as [number, number, number]
      const angle = Math.atan2(side * x, side * y)
      const phi = Math.atan2(z, side * Math.hypot(x, y))
      return side < 0 && isHidden(camera, angle, phi) ? undefined : inDisk(angle, phi, 1)
    })
  }
  context.stroke()
  context.restore()
}

/**
 * Whether the ray from a point of the rim to the viewer, which touches the torus there, runs through it: at once
 * where the torus is bent towards the ray, or farther on.
 */
function isHidden({ near }: Camera, angle: number, phi: number): boolean {
  const level = near[0] * Math.sin(angle) + near[1] * Math.cos(angle)
  const along = near[0] * Math.cos(angle) - near[1] * Math.sin(angle)
  const round = near[2] * Math.cos(phi) - level * Math.sin(phi)
  const bend = (round * round) / tube + (along * along * Math.cos(phi)) / (1 + tube * Math.cos(phi))
  if (bend < 0) return true
  const [right, front, up] = inDisk(angle, phi, 1)
  for (let s = 0.12; s < 2 * (1 + tube); s += 0.04) {
    const out = Math.hypot(right + s * near[0], front + s * near[1])
    const height = up + s * near[2]
    if ((out - 1) ** 2 + height * height < tube * tube * 0.99) return true
  }
  return false
}

interface Patch {
  /** Corners, which reach a little under the next patches: between edges that only touch, a seam would show. */
  readonly corners: readonly Vector[]
  readonly middle: Vector
  /** Unit vector outwards. */
  readonly normal: Vector
}

const overlap = 1.12
let mesh: readonly Patch[] | undefined

/** The surface |tr| = 2 in patches, which are the same from wherever they are seen. */
function patches(): readonly Patch[] {
  mesh ??= Array.from({ length: rings * sides }, (_, n) => {
    const ring = Math.floor(n / sides)
    const side = n % sides
    const at = (i: number, j: number) =>
      [((ring + i) * 2 * Math.PI) / rings, ((side + j) * 2 * Math.PI) / sides] as const
    const normal = parabolicNormal(...at(0.5, 0.5))
    const size = Math.sqrt(dot(normal, normal))
    return {
      corners: corners.map(([i, j]) => onSurface(...at(i, j))),
      middle: onSurface(...at(0.5, 0.5)),
      normal: [normal[0] / size, normal[1] / size, normal[2] / size],
    }
  })
  return mesh
}

const corners = [
  [1 - overlap, 1 - overlap],
  [overlap, 1 - overlap],
  [overlap, overlap],
  [1 - overlap, overlap],
] as const

/** In the picture: from the upper left, before the torus. */
const light = { right: -0.45, up: 0.6, near: 0.66 }

/**
 * The parts of |tr| = 2 that face the viewer, or those that do not. They are opaque among themselves, the nearest
 * last, and are laid over the picture as one sheet of glass: translucent patches would show their seams.
 */
function drawSurface(
  context: Sheet,
  sheet: Sheet,
  camera: Camera,
  palette: Palette,
  outline?: Outline,
): void {
  const isFront = outline !== undefined
  const { canvas } = sheet
  sheet.save()
  sheet.resetTransform()
  sheet.clearRect(0, 0, canvas.width, canvas.height)
  sheet.restore()
  const { near, right, up } = camera
  const colours = shadesOf(sheet, palette)
  const shown = patches()
    .filter(({ normal }) => dot(normal, near) > 0 === isFront)
    .map((patch) => ({ patch, depth: dot(patch.middle, near) }))
    .sort((p, q) => p.depth - q.depth)
  for (const { patch } of shown) {
    const { normal } = patch
    const lit = light.right * dot(normal, right) + light.up * dot(normal, up) + light.near * dot(normal, near)
    sheet.beginPath()
    for (const corner of patch.corners) sheet.lineTo(...seen(camera, corner))
    sheet.fillStyle = colours[Math.round(Math.min(Math.max(0.5 + 0.5 * lit, 0), 1) * (shades - 1))]!
    sheet.fill()
  }
  if (outline) drawOutline(sheet, camera, outline, palette)
  context.save()
  context.globalAlpha = isFront ? 0.62 : 0.5
  context.resetTransform()
  context.drawImage(canvas, 0, 0)
  context.restore()
}

/** From the side in the shade to the lit one: paper shaded with ink, or lit with it where paper is dark. */
function shadesOf(sheet: Sheet, { ink, panel, isDark }: Palette): string[] {
  const from = components(sheet, panel)
  const to = components(sheet, ink)
  return Array.from({ length: shades }, (_, n) => {
    const bright = n / (shades - 1)
    const share = isDark ? 0.16 + 0.46 * bright ** 1.6 : 0.52 - 0.46 * bright ** 0.9
    return `rgb(${from.map((c, k) => Math.round(c + share * (to[k]! - c))).join(',')})`
  })
}

/** Of any opaque colour of CSS: a canvas gives it back as #rrggbb. */
function components(sheet: Sheet, colour: string): number[] {
  sheet.fillStyle = colour
  const hex = parseInt(String(sheet.fillStyle).slice(1), 16)
  return [hex >> 16, (hex >> 8) & 255, hex & 255]
}

/** Where the surface turns away from the viewer, and circles every 30° that show how it swells. */
function drawOutline(sheet: Sheet, camera: Camera, outline: Outline, { ink, stroke }: Palette): void {
  sheet.save()
  sheet.strokeStyle = ink
  sheet.lineCap = 'round'
  sheet.lineWidth = stroke * 0.5
  sheet.globalAlpha = 0.3
  sheet.beginPath()
  for (let n = 1; n < circles; n++) {
    const angle = (n * 2 * Math.PI) / circles
    trace(sheet, camera, 72, (m) => {
      const phi = (m * Math.PI) / 36
      const point = onSurface(angle, phi)
      const isFacing = dot(parabolicNormal(angle, phi), camera.near) > 0
      return isFacing && layersBefore(camera, point) === 0 ? point : undefined
    })
  }
  sheet.stroke()
  sheet.globalAlpha = 1
  sheet.lineWidth = stroke
  sheet.beginPath()
  for (const [from, to] of outline) {
    sheet.moveTo(...seen(camera, from))
    sheet.lineTo(...seen(camera, to))
  }
  sheet.stroke()
  sheet.restore()
}

/** A line through the points of a curve that there are. */
function trace(sheet: Sheet, camera: Camera, count: number, at: (n: number) => Vector | undefined): void {
  let isDown = false
  for (let n = 0; n <= count; n++) {
    const point = at(n)
    if (point && isDown) sheet.lineTo(...seen(camera, point))
    else if (point) sheet.moveTo(...seen(camera, point))
    isDown = point !== undefined
  }
}
