import type { ChosenExperiment } from '../document/experiments'
import type { ExperimentState } from '../store/experiment'
import { store } from '../store/store'
import { download } from '../ui/download'
import { fileStem } from '../document/fileStem'

type Result = NonNullable<ExperimentState['result']>

/** Pixels of a PNG for each of the page. */
const pngScale = 3

/** The numbers of an experiment: every table one after the other, or everything with its inputs. */
export function saveResult(
  title: string,
  chosen: ChosenExperiment,
  result: Result,
  format: 'csv' | 'json',
): void {
  if (format === 'json') {
    const all = { experiment: chosen.name, inputs: chosen.inputs, ...result }
    return download(`${fileStem(title)}.json`, `${JSON.stringify(all, null, 1)}\n`, 'application/json')
  }
  const tables = result.tables.map(({ name, columns, rows }) =>
    [[name], columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\n'),
  )
  download(`${fileStem(title)}.csv`, `${tables.join('\n\n')}\n`, 'text/csv')
}

function csvCell(cell: number | string): string {
  const text = String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A plot as it is on the page. */
export async function savePlot(svg: SVGSVGElement, title: string, format: 'svg' | 'png'): Promise<void> {
  const text = new XMLSerializer().serializeToString(svg)
  if (format === 'svg') return download(`${fileStem(title)}.svg`, text, 'image/svg+xml')
  try {
    download(`${fileStem(title)}.png`, await rasterised(text, svg.clientWidth, svg.clientHeight), 'image/png')
  } catch (error) {
    store.getState().set({ notice: `The picture was not saved: ${String(error)}.` })
  }
}

async function rasterised(text: string, width: number, height: number): Promise<Uint8Array> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = pngScale * width
  canvas.height = pngScale * height
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('this browser cannot make a PNG of that size')
  return new Uint8Array(await blob.arrayBuffer())
}
