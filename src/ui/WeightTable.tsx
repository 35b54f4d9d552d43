import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { neighbour, type CellIndex } from './cell'
import { writeText, type Source } from './source'
import './weights.css'

interface Props<S> {
  /** Accessible name. */
  label: string
  /** Of the rows, and of the columns, which are the same things. */
  names: readonly string[]
  source: Source<S>
  /** (n, n) row-major, from 0 to 1. */
  weights: (state: S) => Float64Array | undefined
  short: (weight: number) => string
  /** What the weights should be: cells that should not be 0 have a mark. */
  wanted: Float64Array
  onSelect: (cell: CellIndex) => void
  onPoint: (cell: CellIndex | undefined) => void
}

/** The weights of each row over all other columns, dark where they are large; each cell holds its number as text. */
export function WeightTable<S>(props: Props<S>) {
  const { label, names, source, weights, short, wanted, onSelect, onPoint } = props
  const table = useRef<HTMLTableElement>(null)
  const count = names.length

  useLayoutEffect(() => {
    const cells = [...table.current!.querySelectorAll('button')]
    table.current!.style.setProperty('--letters', String(Math.max(...names.map((name) => name.length))))
    return source((state) => {
      const now = weights(state)
      if (!now) return
      for (const cell of cells) {
        const weight = now[Number(cell.dataset['cell'])] ?? 0
        writeText(cell, short(weight))
        const shade = weight.toFixed(3)
        if (cell.style.getPropertyValue('--weight') !== shade) cell.style.setProperty('--weight', shade)
      }
    })
  }, [source, weights, short, names])

  const at = (target: EventTarget): CellIndex | undefined => {
    const cell = (target as Element).closest('button')?.dataset['cell']
    return cell === undefined ? undefined : [Math.floor(Number(cell) / count), Number(cell) % count]
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const here = at(event.target)
    let next = here && neighbour(event.key, here, { rows: count, columns: count })
    // The diagonal has no weight: what leads there leads across it.
    if (next && next[0] === next[1]) next = neighbour(event.key, next, { rows: count, columns: count })
    if (!next) return
    event.preventDefault()
    table.current!.querySelector<HTMLElement>(`[data-cell='${next[0] * count + next[1]}']`)?.focus()
  }

  const onFocus = (target: EventTarget) => {
    for (const cell of table.current!.querySelectorAll('button')) cell.tabIndex = cell === target ? 0 : -1
    onPoint(at(target))
  }

  return (
    <table
      ref={table}
      aria-label={label}
      className="weights"
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
      <thead>
        <tr>
          <td />
          {names.map((name, column) => (
            <th key={column} scope="col">
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name, row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {names.map((_, column) => (
              <td key={column}>
                {column !== row && (
                  <button
                    type="button"
                    data-cell={row * count + column}
                    data-wanted={(wanted[row * count + column] ?? 0) > 0}
                    tabIndex={row === 0 && column === 1 ? 0 : -1}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
