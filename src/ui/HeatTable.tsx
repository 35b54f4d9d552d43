import { useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { components, readPalette, watchPalette } from './palette'
import { peek, writeText } from './source'
import { neighbour, type Band, type CellIndex, type TableProps } from './cell'

/**
 * A matrix as a picture, one pixel a cell. The table beside it holds one cell, the one that is pointed at
 * or focused, and says where that is: up to 64 × 64 buttons would slow every drag.
 */
export function HeatTable<S>(props: TableProps<S>) {
  const { label, rows, columns, source, text, shade, name, selection, band, onSelect, onPoint } = props
  const box = useRef<HTMLDivElement>(null)
  const at = useRef<CellIndex>(undefined)
  const write = useRef<() => void>(undefined)

  useLayoutEffect(() => {
    const canvas = box.current!.querySelector('canvas')!
    const row = box.current!.querySelector('tr')!
    const button = box.current!.querySelector('button')!
    const value = box.current!.querySelector('.value')!
    const chosen = box.current!.querySelector<HTMLElement>('.chosen')!
    const lit = box.current!.querySelector<HTMLElement>('.lit')!

    const place = (mark: HTMLElement, [k, l]: CellIndex) => {
      mark.style.left = `${(100 * l) / columns}%`
      mark.style.top = `${(100 * k) / rows}%`
      mark.style.width = `${100 / columns}%`
      mark.style.height = `${100 / rows}%`
    }
    const show = (state: S) => {
      paint(canvas, rows, columns, (k, l) => shade(state, k, l))
      const selected = selection(state)
      place(chosen, selected)
      const pointedOut = band(state)
      lit.hidden = pointedOut === undefined
      if (pointedOut) placeBand(lit, pointedOut, rows, columns)
      const here = at.current ?? selected
      place(button, here)
      row.ariaRowIndex = String(here[0] + 1)
      button.parentElement!.ariaColIndex = String(here[1] + 1)
      const shown = text(state, ...here).text
      writeText(button, shown)
      writeText(value, `${name(...here)} = ${shown}`)
      button.ariaPressed = String(here[0] === selected[0] && here[1] === selected[1])
    }
    write.current = () => show(peek(source))
    const stop = [source(show), watchPalette(() => write.current?.())]
    return () => stop.forEach((end) => end())
  }, [source, text, shade, name, selection, band, rows, columns])

  const point = (cell: CellIndex | undefined) => {
    at.current = cell
    write.current?.()
    onPoint(cell)
  }

  const under = (event: PointerEvent | React.MouseEvent): CellIndex => {
    const { left, top, width, height } = box.current!.querySelector('canvas')!.getBoundingClientRect()
    const inside = (part: number, count: number) => Math.min(Math.max(Math.floor(part * count), 0), count - 1)
    return [inside((event.clientY - top) / height, rows), inside((event.clientX - left) / width, columns)]
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(event.key, at.current ?? selection(peek(source)), { rows, columns })
    if (!next) return
    event.preventDefault()
    point(next)
  }

  return (
    <div ref={box} className="heat">
      <p className="value" aria-hidden="true" />
      <div
        className="cells"
        style={{ aspectRatio: String(aspectOf(rows, columns)) }}
        onPointerMove={(event) => point(under(event))}
        onPointerLeave={() => point(undefined)}
        onClick={(event) => onSelect(event.detail === 0 && at.current ? at.current : under(event))}
      >
        <canvas width={columns} height={rows} aria-hidden="true" />
        <span className="lit" aria-hidden="true" hidden />
        <span className="chosen" aria-hidden="true" />
        <table aria-label={label} aria-rowcount={rows} aria-colcount={columns}>
          <tbody>
            <tr>
              <td>
                <button
                  type="button"
                  onKeyDown={onKeyDown}
                  onFocus={() => point(at.current ?? selection(peek(source)))}
                  onBlur={() => point(undefined)}
                />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Cells are squares; those of a table much higher than wide, or much wider than high, are as flat or narrow as they must be. */
const aspectOf = (rows: number, columns: number) => Math.min(Math.max(columns / rows, 0.8), 6)

function placeBand(mark: HTMLElement, band: Band, rows: number, columns: number): void {
  const isRow = 'row' in band
  mark.style.left = isRow ? '0' : `${(100 * band.column) / columns}%`
  mark.style.top = isRow ? `${(100 * band.row) / rows}%` : '0'
  mark.style.width = isRow ? '100%' : `${100 / columns}%`
  mark.style.height = isRow ? `${100 / rows}%` : '100%'
}

function paint(
  canvas: HTMLCanvasElement,
  rows: number,
  columns: number,
  shade: (row: number, column: number) => { amount: number; tone: 'ink' | 'ok' | 'bad' },
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const palette = readPalette()
  const tones = { ink: components(palette.ink), ok: components(palette.ok), bad: components(palette.bad) }
  const image = context.createImageData(columns, rows)
  for (let k = 0, n = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++, n += 4) {
      const { amount, tone } = shade(k, l)
      image.data.set(tones[tone], n)
      image.data[n + 3] = Math.round(255 * (0.04 + 0.7 * Math.min(Math.max(amount, 0), 1)))
    }
  }
  context.putImageData(image, 0, 0)
}
