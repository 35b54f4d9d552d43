import { useState, type ReactNode } from 'react'
import { maxLine, maxText } from '../../document/lessonJson'

interface TextProps {
  label: string
  value: string
  onChange: (text: string) => void
  placeholder?: string
}

export function LineField({ label, value, onChange, placeholder }: TextProps) {
  return (
    <label className="author-field">
      {label}
      <input
        type="text"
        value={value}
        maxLength={maxLine}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

export function TextField({ label, value, onChange, placeholder, rows = 4 }: TextProps & { rows?: number }) {
  return (
    <label className="author-field">
      {label}
      <textarea
        rows={rows}
        value={value}
        maxLength={maxText}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

/** A text that is never empty: while its field is, the last one stays. */
export function FilledField({ label, value, onChange }: TextProps) {
  const [isEmpty, setEmpty] = useState(false)
  return (
    <input
      type="text"
      aria-label={label}
      value={isEmpty ? '' : value}
      maxLength={maxLine}
      autoComplete="off"
      onBlur={() => setEmpty(false)}
      onChange={({ target }) => {
        setEmpty(target.value === '')
        if (target.value !== '') onChange(target.value)
      }}
    />
  )
}

interface NumberProps {
  label: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
}

/** While what is typed is no number of the range, the last one stays. */
export function NumberBox({ label, value, least, most, onChange }: NumberProps) {
  const [typed, setTyped] = useState<string>()
  const given = Number(typed)
  const isRefused = typed !== undefined && (typed.trim() === '' || !(given >= least && given <= most))
  return (
    <label className="author-number">
      {label}
      <input
        type="text"
        inputMode="decimal"
        value={typed ?? String(value)}
        aria-invalid={isRefused}
        title={`${least} to ${most}`}
        onBlur={() => setTyped(undefined)}
        onChange={({ target }) => {
          setTyped(target.value)
          const next = Number(target.value)
          if (target.value.trim() !== '' && next >= least && next <= most) onChange(next)
        }}
      />
    </label>
  )
}

/** Fields, and beside them what becomes of them. */
export function WithPreview({ children, preview }: { children: ReactNode; preview: ReactNode }) {
  return (
    <div className="author-pair">
      <div className="author-fields">{children}</div>
      <div className="author-preview" role="group" aria-label="Preview" tabIndex={0}>
        {preview}
      </div>
    </div>
  )
}
