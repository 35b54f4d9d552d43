import type { ChosenExperiment } from '../document/experiments'
import type { ExperimentState } from '../store/experiment'
import { store } from '../store/store'
import { download } from '../ui/download'
import { fileStem } from '../document/fileStem'
import { factsNow, savePng, saveSvg } from './pictureFiles'

type Result = NonNullable<ExperimentState['result']>

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

/** A plot as it is on the page. @param scale pixels of a PNG for each of the page */
export async function savePlot(
  svg: SVGSVGElement,
  title: string,
  format: 'svg' | 'png',
  scale: number,
): Promise<void> {
  const text = new XMLSerializer().serializeToString(svg)
  const picture = { svg: text, width: svg.clientWidth, height: svg.clientHeight, description: title }
  const facts = { ...factsNow(), title }
  if (format === 'svg') return saveSvg(fileStem(title), picture, facts)
  try {
    await savePng(fileStem(title), picture, scale, facts)
  } catch (error) {
    store.getState().set({ notice: `The picture was not saved: ${String(error)}.` })
  }
}
