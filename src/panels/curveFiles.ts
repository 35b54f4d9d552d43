import { historiesCsv, historiesJson } from '../document/histories'
import { settingsUsed } from '../store/runs'
import { training } from '../store/training'
import { drawLossCurve, drawSample } from '../ui/drawLossCurve'
import { readPalette, type Palette } from '../ui/palette'
import { SvgPen } from '../ui/svgPen'
import { curveOf, legendOf, runsOfCurve, runLabel } from './curveWords'
import { download } from '../ui/download'

export type CurveFormat = 'csv' | 'json' | 'svg' | 'png'

const width = 960
const height = 480
const text = 16
const family = 'system-ui, sans-serif'
const line = 1.6 * text
/** PNG is drawn at twice the size. */
const ratio = 2

/** Saves all runs of the curve: their numbers, or the picture with its legend. */
export async function saveCurve(format: CurveFormat): Promise<void> {
  const name = `training.${format}`
  const runs = runsOfCurve(training.getState()).map((run) => ({
    ...run,
    label: runLabel(run),
    settings: settingsUsed(run),
  }))
  if (format === 'csv') return download(name, historiesCsv(runs), 'text/csv')
  if (format === 'json') return download(name, historiesJson(runs), 'application/json')
  if (format === 'svg') return download(name, svgCurve(), 'image/svg+xml')
  download(name, await pngCurve(), 'image/png')
}

/** The curve and, below it, what each line is. */
function draw(pen: CanvasRenderingContext2D | SvgPen, palette: Palette): void {
  const state = training.getState()
  drawLossCurve(pen, curveOf(state), { width, height, text }, palette, undefined)
  legendOf(state).forEach(({ kind, text: label }, n) => {
    const y = height + line * (n + 0.6)
    drawSample(pen, kind, palette, [3.4 * text, y], 3 * text)
    pen.fillStyle = palette.ink
    pen.textAlign = 'left'
    pen.textBaseline = 'middle'
    pen.fillText(label, 7.4 * text, y)
  })
}

const fullHeight = () => Math.ceil(height + line * (legendOf(training.getState()).length + 0.4))

/** Lines as they are on the screen of a laptop, on the page's own ground. */
const paletteOfFiles = (): Palette => ({ ...readPalette(), stroke: 2 })

function svgCurve(): string {
  const palette = paletteOfFiles()
  const pen = new SvgPen(width, fullHeight(), { size: text, family })
  draw(pen, palette)
  return pen.picture(palette.paper, 'Loss over the steps of training')
}

async function pngCurve(): Promise<Uint8Array> {
  const palette = paletteOfFiles()
  const canvas = document.createElement('canvas')
  canvas.width = ratio * width
  canvas.height = ratio * fullHeight()
  const context = canvas.getContext('2d')!
  context.scale(ratio, ratio)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, width, fullHeight())
  context.font = `${text}px ${family}`
  draw(context, palette)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('this browser makes no PNG')
  return new Uint8Array(await blob.arrayBuffer())
}
