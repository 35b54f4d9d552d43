import { factsLines } from '../document/figureFacts'
import { pageColour } from '../store/printColours'
import { stageDrawer, type FigureColours, type StageFigure } from '../store/stageFigure'
import { store } from '../store/store'
import { download } from '../ui/download'
import { stem } from './exportFiles'
import { factsNow, savePng, saveSvg, type VectorPicture } from './pictureFiles'
import { plotNamed } from './plots'
import { stageInWords } from './stageText'

export type PictureFormat = 'svg' | 'png' | 'tikz'
/** As on the page, or width × height in CSS pixels. */
export type PictureSize = 'page' | `${number}x${number}`

export interface PictureChoice {
  /** 'stage', or a plot by its id. */
  readonly what: string
  readonly format: PictureFormat
  /** Of PNG. */
  readonly scale: number
  readonly colours: FigureColours
  /** Of the stage. */
  readonly size: PictureSize
  /** Of the stage: with the colours between the level curves. */
  readonly hasLoss: boolean
}

/** Saves a picture; returns what to say of it. */
export async function savePicture(choice: PictureChoice): Promise<string> {
  const { what, format, scale, colours } = choice
  const name = `${stem()}-${what}`
  const state = store.getState()
  const plot = plotNamed(what)
  const stage = what === 'stage' ? await stageNow(choice) : undefined
  if (format === 'tikz') {
    if (!stage) throw new Error('only the stage can be written as TikZ')
    download(`${name}.tex`, tikzFile(stage), 'text/x-tex')
    return `Saved ${name}.tex.`
  }
  if (!stage && !plot?.isThere(state)) throw new Error('this plot is not there any more')
  const picture = stage ? vectorOf(stage) : plot!.draw(state, colours)
  if (format === 'svg') {
    saveSvg(name, picture)
    return `Saved ${name}.svg, ${picture.width} × ${picture.height}.`
  }
  await savePng(name, picture, scale)
  return `Saved ${name}.png, ${scale * picture.width} × ${scale * picture.height} pixels.`
}

async function stageNow({ colours, size, format, hasLoss }: PictureChoice): Promise<StageFigure> {
  const { document, view, window } = store.getState()
  const draw = await stageDrawer()
  const [width, height] = size === 'page' ? [] : size.split('x').map(Number)
  const zoom = colours === 'page' ? Number(pageColour('--stage-weight')) || 1 : 1
  return draw({
    ...{ document, view, window, zoom, colours },
    hasLoss: hasLoss && format !== 'tikz',
    ...(width !== undefined && height !== undefined && { size: { width, height } }),
  })
}

function vectorOf({ svg, width, height }: StageFigure): VectorPicture {
  const state = store.getState()
  return { svg: svg(state.document.title), width, height, description: stageInWords(state) }
}

/** A file that compiles by itself; what is between begin and end of the picture can be pasted elsewhere. */
function tikzFile(stage: StageFigure): string {
  const { preamble, options, body } = stage.tikz()
  return [
    ...factsLines(factsNow(), '%'),
    '\\documentclass[tikz]{standalone}',
    '\\usetikzlibrary{shapes.geometric}',
    preamble,
    '\\begin{document}',
    `\\begin{tikzpicture}[${options}]`,
    body,
    '\\end{tikzpicture}',
    '\\end{document}',
    '',
  ].join('\n')
}
