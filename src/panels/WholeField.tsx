import { useMemo } from 'react'
import { problem } from '../document/problem'
import { NumberField } from '../ui/NumberField'
import type { Source } from '../ui/source'

interface Props {
  /** Accessible name. */
  label: string
  /** What is written before it. */
  text: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

const written = (value: number) => String(value)

/** A whole number in a range. */
export function WholeField({ label, text, value, min, max, onChange }: Props) {
  const source = useMemo<Source<number>>(
    () => (show) => {
      show(value)
      return () => {}
    },
    [value],
  )
  return (
    <label className="whole">
      {text}
      <NumberField
        label={label}
        source={source}
        short={written}
        exact={written}
        parse={(typed) => {
          const number = typed.trim() === '' ? NaN : Number(typed)
          const isIn = Number.isInteger(number) && number >= min && number <= max
          return isIn ? number : problem(`a whole number from ${min} to ${max}`)
        }}
        onCommit={(number) => {
          onChange(number)
          return undefined
        }}
      />
    </label>
  )
}
