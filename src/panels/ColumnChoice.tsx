import { useId, type CSSProperties } from 'react'
import { store } from '../store/store'
import { columnColour } from './columnColour'

interface Props {
  inner: number
  column: number
  /** Where each inner index has its own element, it has its own colour on the stage. */
  isColoured: boolean
}

const mostChips = 16

const choose = (column: number) => store.getState().set({ column })

/** Which inner index is edited: chips with its number, in its colour; a list where there are many. */
export function ColumnChoice({ inner, column, isColoured }: Props) {
  const name = useId()
  if (inner > mostChips) {
    return (
      <label className="choice">
        Inner index
        <select value={column} onChange={(event) => choose(Number(event.target.value))}>
          {Array.from({ length: inner }, (_, i) => (
            <option key={i} value={i}>
              {i + 1}
            </option>
          ))}
        </select>
      </label>
    )
  }
  return (
    <div className="columns" role="radiogroup" aria-label="Inner index" data-coloured={isColoured}>
      {Array.from({ length: inner }, (_, i) => (
        <label key={i} style={colourOf(i)} title={`Column ${i + 1} of A and row ${i + 1} of B`}>
          <input type="radio" name={name} checked={i === column} onChange={() => choose(i)} />
          <span>{i + 1}</span>
        </label>
      ))}
    </div>
  )
}

const colourOf = (i: number) => ({ '--column': columnColour(i) }) as CSSProperties
