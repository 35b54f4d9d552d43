import { useState } from 'react'
import { parsePattern, patternChoices } from '../document/pattern'
import type { Pattern } from '../document/view'
import { store, useApp, type AppState } from '../store/store'
import { NumberField } from '../ui/NumberField'
import { live } from './live'

const other = 'other'
/** What "Other" begins with: the first tiling that has no name in the list. */
const firstOther: Pattern = '8,3'

const typed = ({ view: { pattern } }: AppState) => (pattern.includes(',') ? pattern : '')

/** What is drawn on the plane and carried by g. The line has no patterns. */
export function PatternChoice() {
  const isLine = useApp((state) => state.document.space === 'line')
  const pattern = useApp((state) => state.view.pattern)
  // A named tiling that was typed stays in the field; one that came from elsewhere is chosen in the list.
  const [typedLast, setTypedLast] = useState<Pattern>()
  if (isLine) return null

  const isNamed = patternChoices.some(({ value }) => value === pattern)
  const isOther = !isNamed || pattern === typedLast
  const take = (next: Pattern) => {
    setTypedLast(next)
    store.getState().look({ pattern: next })
    return undefined
  }
  const choose = (value: string) => {
    if (value === other) return take(firstOther)
    setTypedLast(undefined)
    store.getState().look({ pattern: value as Pattern })
  }
  return (
    <div className="pattern">
      <select
        aria-label="Pattern"
        value={isOther ? other : pattern}
        onChange={(event) => choose(event.target.value)}
      >
        {patternChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        <option value={other}>{'Other {p,q}…'}</option>
      </select>
      {isOther && (
        <label className="choice">
          {'{p,q}'}{' '}
          <NumberField
            label="Tiling p,q"
            source={live}
            short={typed}
            exact={typed}
            parse={parsePattern}
            onCommit={take}
            inputMode="text"
          />
        </label>
      )}
    </div>
  )
}
