import { Icon } from './Icon'

interface Props {
  label: string
  value: number
  min: number
  max: number
  /** By 1 or -1 from what the value is then: clicks may come faster than they are shown. */
  onStep: (by: 1 | -1) => void
}

/** A small whole number with a button on either side. */
export function Stepper({ label, value, min, max, onStep }: Props) {
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
          onClick={() => onStep(-1)}
        >
          <Icon name="less" />
        </button>
        <output aria-label={label}>{value}</output>
        <button
          type="button"
          aria-label={`More: ${label}`}
          aria-disabled={value >= max}
          onClick={() => onStep(1)}
        >
          <Icon name="more" />
        </button>
      </div>
    </div>
  )
}
