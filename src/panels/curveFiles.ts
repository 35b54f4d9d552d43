import { historiesCsv, historiesJson } from '../document/histories'
import { settingsUsed } from '../store/runs'
import { training } from '../store/training'
import { drawLossCurve, drawSample } from '../ui/drawLossCurve'
import { readPalette, type Palette } from '../ui/palette'
import { SvgPen } from '../ui/svgPen'
import { curveOf, legendOf, runsOfCurve, runLabel } from './curveWords'
import { download } from '../ui/download'
import { savePng, saveSvg, type VectorPicture } from './pictureFiles'

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
  const picture = curvePicture(paletteOfFiles())
  if (format === 'svg') return saveSvg('training', picture)
  await savePng('training', picture, ratio)
}

/** The curve and, below it, what each line is. */
function draw(pen: SvgPen, palette: Palette): void {
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

/** The curve with its legend. */
export function curvePicture(palette: Palette): VectorPicture {
  const pen = new SvgPen(width, fullHeight(), { size: text, family })
  draw(pen, palette)
  const title = 'Loss over the steps of training'
  return {
    svg: pen.picture(palette.paper, title),
    width,
    height: fullHeight(),
    description: `${title}, on a logarithmic scale.`,
  }
}
