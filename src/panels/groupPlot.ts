import type { AppState } from '../store/store'
import type { Palette } from '../ui/palette'
import { groupPicture } from './groupPicture'
import { groupScene, spokenWords } from './groupScene'
import { firstLook } from './groupSpace'
import type { VectorPicture } from './pictureFiles'

const [width, height, text] = [620, 480, 14]
/** Sharp when the file is drawn four times as large. */
const pixels = 4

/** The solid torus of the group with g in it, as an image: its shades are those of a body, which no strokes have. */
export function groupPlot(state: AppState, palette: Palette, family: string): VectorPicture {
  const canvas = document.createElement('canvas')
  const scene = groupScene(state)
  const picture = groupPicture(canvas, () => palette, pixels)
  if (!scene || !picture) throw new Error('there is no picture of the group')
  picture.draw(scene, firstLook, { width, height, text, font: `${text}px ${family}` })
  const title = 'The group PSL(2,R) as a solid torus'
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${title}</title><rect width="${width}" height="${height}" fill="${palette.paper}"/>` +
    `<image width="${width}" height="${height}" href="${canvas.toDataURL('image/png')}"/></svg>`
  return { svg, width, height, description: spokenWords(state) }
}
