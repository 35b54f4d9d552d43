import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { writeText } from './source'
import { isInBand, neighbour, type CellIndex, type CellText, type TableProps } from './cell'

/** Numbers, right-aligned; cells are buttons, of which Tab reaches one and arrow keys the others. */
export function NumberTable<S>(props: TableProps<S>) {
  const { label, rows, columns, source, text, shade, selection, band, onSelect, onPoint } = props
  const table = useRef<HTMLTableElement>(null)

  useLayoutEffect(() => {
    const cells = [...table.current!.querySelectorAll('button')]
    return source((state) => {
      const [k, l] = selection(state)
      const lit = band(state)
      cells.forEach((cell, index) => {
        const row = Math.floor(index / columns)
        const column = index % columns
        writeCell(cell, text(state, row, column))
        const tone = shade(state, row, column).tone
        if (cell.dataset['tone'] !== tone) cell.dataset['tone'] = tone
        const inBand = String(isInBand(lit, row, column))
        if (cell.dataset['band'] !== inBand) cell.dataset['band'] = inBand
        const pressed = String(row === k && column === l)
        if (cell.ariaPressed !== pressed) cell.ariaPressed = pressed
      })
    })
  }, [source, text, shade, selection, band, columns])

  const at = (target: EventTarget): CellIndex | undefined => {
    const cell = (target as Element).closest('button')
    return cell ? [Number(cell.dataset['row']), Number(cell.dataset['column'])] : undefined
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const here = at(event.target)
    const next = here && neighbour(event.key, here, { rows, columns })
    if (!next) return
    event.preventDefault()
    table.current!.querySelectorAll('button')[next[0] * columns + next[1]]?.focus()
  }

  const onFocus = (target: EventTarget) => {
    const here = at(target)
    if (!here) return
    for (const cell of table.current!.querySelectorAll('button')) cell.tabIndex = cell === target ? 0 : -1
    onPoint(here)
  }

  return (
    <table
      ref={table}
      aria-label={label}
      className="numbers"
      data-columns={columns}
      onKeyDown={onKeyDown}
      onFocus={(event) => onFocus(event.target)}
      onBlur={() => onPoint(undefined)}
      onPointerOver={(event) => onPoint(at(event.target))}
      onPointerLeave={() => onPoint(undefined)}
      onClick={(event) => {
        const here = at(event.target)
        if (here) onSelect(here)
      }}
    >
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: columns }, (_, column) => (
              <td key={column}>
                <button
                  type="button"
                  data-row={row}
                  data-column={column}
                  tabIndex={row + column === 0 ? 0 : -1}
                >
                  <span />
                  <b />
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function writeCell(cell: HTMLButtonElement, { text, same }: CellText): void {
  writeText(cell.firstChild!, text.slice(0, same))
  writeText(cell.lastChild!, text.slice(same))
}
