import { formatNumber } from '../document/number'
import { NumberField } from '../ui/NumberField'
import type { Refused } from '../ui/source'
import { useMemo } from 'react'

interface Props {
  label: string
  value: number
  parse: (text: string) => number | Refused
  onCommit: (value: number) => Refused | undefined
}

/** A number of a form, which no store follows. */
export function FormNumber({ label, value, parse, onCommit }: Props) {
  const source = useMemo(
    () => (show: (now: number) => void) => {
      show(value)
      return () => {}
    },
    [value],
  )
  return (
    <div>
      {label}
      <NumberField
        label={label}
        source={source}
        short={formatNumber}
        exact={formatNumber}
        parse={parse}
        onCommit={onCommit}
      />
    </div>
  )
}
