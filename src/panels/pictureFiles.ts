import { elementText, figureFacts, svgWithFacts, type FigureFacts } from '../document/figureFacts'
import { pngWithTexts } from '../document/pngText'
import { store, type AppState } from '../store/store'
import { linkOf } from '../store/urlSync'
import { download } from '../ui/download'

/** A picture of vectors, in CSS pixels, and what it shows in words. */
export interface VectorPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly description: string
}

/** What every file says of the state that it was made from. */
export function factsNow(state: Pick<AppState, 'document' | 'view'> = store.getState()): FigureFacts {
  return figureFacts(state.document, { version: window.moduli.version, link: linkOf(state) })
}

export function saveSvg(stem: string, { svg, description }: VectorPicture, facts = factsNow()): void {
  download(`${stem}.svg`, svgWithFacts(svg, facts, description), 'image/svg+xml')
}

/** @param scale pixels of the file for each of the picture */
export async function savePng(
  stem: string,
  picture: VectorPicture,
  scale: number,
  facts = factsNow(),
): Promise<void> {
  const canvas = document.createElement('canvas')
  await paintPicture(canvas, picture, scale)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('this browser cannot make a PNG of that size')
  const texts = {
    Title: facts.title,
    Description: picture.description,
    Software: `Moduli ${facts.moduli}`,
    'Moduli element': elementText(facts),
    ...(facts.link !== undefined && { 'Moduli link': facts.link }),
  }
  const png = pngWithTexts(new Uint8Array(await blob.arrayBuffer()), texts, scale)
  download(`${stem}.png`, png, 'image/png')
}

/** Draws the picture so many times as large; vectors are as sharp at every scale. */
export async function paintPicture(
  canvas: HTMLCanvasElement,
  { svg, width, height }: Pick<VectorPicture, 'svg' | 'width' | 'height'>,
  scale: number,
): Promise<void> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const [across, up] = [Math.round(scale * width), Math.round(scale * height)]
  // Setting a size clears the canvas, even if it is the same one.
  if (canvas.width !== across) canvas.width = across
  if (canvas.height !== up) canvas.height = up
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser cannot draw so large a picture')
  context.drawImage(image, 0, 0, across, up)
}
