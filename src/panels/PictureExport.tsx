import { useState } from 'react'
import type { FigureColours } from '../store/stageFigure'
import { useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { savePicture, type PictureFormat, type PictureSize } from './figureFiles'
import { plotsNow } from './plots'
import { pngScales, type PngScale } from './pngScales'
import { SaidLine } from './SaidLine'
import { useSaving } from './useSaving'

const formats = [
  { value: 'svg', label: 'SVG' },
  { value: 'png', label: 'PNG' },
  { value: 'tikz', label: 'TikZ' },
] as const
const colourings = [
  { value: 'print', label: 'for print' },
  { value: 'page', label: 'of the page' },
] as const
const sizes: readonly { readonly value: PictureSize; readonly label: string }[] = [
  { value: 'page', label: 'as on the page' },
  { value: '1280x720', label: '1280 × 720' },
  { value: '960x540', label: '960 × 540' },
  { value: '800x600', label: '800 × 600' },
  { value: '600x600', label: '600 × 600' },
]

/** The stage, or a plot beside it, as a picture. */
export function PictureExport() {
  const [what, setWhat] = useState('stage')
  const [format, setFormat] = useState<PictureFormat>('svg')
  const [scale, setScale] = useState<PngScale>('2')
  const [colours, setColours] = useState<FigureColours>('print')
  const [size, setSize] = useState<PictureSize>('page')
  const [hasLoss, setHasLoss] = useState(false)
  const { said, isBusy, save } = useSaving()
  const hasSlice = useApp(({ view }) => view.slice)
  const isTilted = useApp(({ view }) => view.tilt && view.slice)
  const isStage = what === 'stage'
  const used = format === 'tikz' && !isStage ? 'svg' : format
  return (
    <fieldset className="side">
      <legend>Picture</legend>
      <label className="choice">
        Of{' '}
        <select aria-label="Picture of" value={what} onChange={(event) => setWhat(event.target.value)}>
          <option value="stage">the stage</option>
          {plotsNow().map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className="choice">
        Format{' '}
        <Segmented
          label="Picture format"
          options={isStage ? formats : formats.slice(0, 2)}
          value={used}
          onChange={setFormat}
        />
      </div>
      {used === 'png' && (
        <div className="choice">
          Scale <Segmented label="Scale" options={pngScales} value={scale} onChange={setScale} />
        </div>
      )}
      {isStage && (
        <label className="choice">
          Size{' '}
          <select
            aria-label="Size of the picture"
            value={size}
            onChange={(event) => setSize(event.target.value as PictureSize)}
          >
            {sizes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="choice">
        Colours <Segmented label="Colours" options={colourings} value={colours} onChange={setColours} />
      </div>
      {isStage && hasSlice && used !== 'tikz' && (
        <label className="check">
          <input type="checkbox" checked={hasLoss} onChange={(event) => setHasLoss(event.target.checked)} />
          With the colours of the loss, as an image
        </label>
      )}
      {isStage && <p className="hint">{stageWords(used, isTilted)}</p>}
      <div className="offer">
        <button
          type="button"
          className="primary"
          disabled={isBusy}
          onClick={() =>
            void save(() => savePicture({ what, format: used, scale: Number(scale), colours, size, hasLoss }))
          }
        >
          Save picture
        </button>
      </div>
      <SaidLine label="Saved picture" said={said} />
    </fieldset>
  )
}

function stageWords(format: PictureFormat, isTilted: boolean): string {
  const what =
    format === 'tikz'
      ? 'A file that pdflatex takes as it is: arcs are arcs, texts are in math mode, the loss is its level curves.'
      : 'Arcs are arcs and texts are texts.'
  const flat = isTilted ? ' The picture is flat, also while the page shows it tilted.' : ''
  return `${what}${flat}`
}
