import { readPalette, type Palette } from '../ui/palette'
import { drawLabels, labelsOf, type Extent, type Label } from './groupLabels'
import { outlineOf } from './groupOutline'
import { drawScene } from './groupOverlay'
import type { GroupScene } from './groupScene'
import { cameraOf, type Camera, type Look } from './groupSpace'
import { drawSolid } from './groupSolid'

/** What a canvas shows. The group itself is kept as it was painted, as it stays while g moves. */
export interface GroupPicture {
  draw: (scene: GroupScene, look: Look, extent: Extent) => void
  /** The colours have changed. */
  forget: () => void
}

/**
 * @param paletteNow that of the page unless told otherwise
 * @param pixels to a pixel of CSS; as many as the screen has unless told otherwise
 */
export function groupPicture(
  canvas: HTMLCanvasElement,
  paletteNow: () => Palette = readPalette,
  pixels?: number,
): GroupPicture | undefined {
  const context = canvas.getContext('2d')
  const solid = document.createElement('canvas').getContext('2d')
  const sheet = document.createElement('canvas').getContext('2d')
  if (!context || !solid || !sheet) return undefined
  let painted: { look: Look; extent: Extent; camera: Camera; labels: Label[] } | undefined

  const paint = (look: Look, extent: Extent) => {
    const ratio = pixels ?? Math.min(devicePixelRatio, 3)
    for (const each of [context, solid, sheet]) {
      each.canvas.width = Math.round(extent.width * ratio)
      each.canvas.height = Math.round(extent.height * ratio)
      each.setTransform(ratio, 0, 0, ratio, 0, 0)
    }
    const camera = cameraOf(look, extent, { x: 4, y: extent.text * 1.35 })
    const outline = outlineOf(camera)
    drawSolid(solid, sheet, camera, outline, paletteNow())
    return { look, extent, camera, labels: labelsOf(camera, outline, extent) }
  }

  return {
    draw: (scene, look, extent) => {
      if (extent.width === 0 || extent.height === 0) return
      if (painted?.look !== look || painted.extent !== extent) painted = paint(look, extent)
      const { camera, labels } = painted
      context.save()
      context.resetTransform()
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.drawImage(solid.canvas, 0, 0)
      context.restore()
      drawScene(context, scene, camera, paletteNow(), extent.font)
      drawLabels(context, labels, paletteNow(), extent)
    },
    forget: () => {
      painted = undefined
    },
  }
}
