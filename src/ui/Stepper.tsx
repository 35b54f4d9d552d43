import { Icon } from './Icon'

interface Props {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A small whole number with a button on either side. */
export function Stepper({ label, value, min, max, onChange }: Props) {
  const step = (by: number) => {
    const next = value + by
    if (next >= min && next <= max) onChange(next)
  }
  return (
    <div className="stepper" role="group" aria-label={label}>
      <span className="stepper-label" aria-hidden="true">
        {label}
      </span>
      <div>
        <button
          type="button"
          aria-label={`Fewer: ${label}`}
          aria-disabled={value <= min}
          onClick={() => step(-1)}
        >
          <Icon name="less" />
        </button>
        <output aria-label={label}>{value}</output>
        <button
          type="button"
          aria-label={`More: ${label}`}
          aria-disabled={value >= max}
          onClick={() => step(1)}
        >
          <Icon name="more" />
        </button>
      </div>
    </div>
  )
}
