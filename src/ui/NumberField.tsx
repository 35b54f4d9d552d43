import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { isRefused, peek, type Refused, type Source } from './source'

interface Props<S, T> {
  /** Accessible name. */
  label: string
  source: Source<S>
  /** The value as it is read at a glance. */
  short: (state: S) => string
  /** The value to the last digit: shown while the field has the focus. */
  exact: (state: S) => string
  parse: (text: string) => T | Refused
  /** Takes the value, or refuses it. */
  onCommit: (value: T) => Refused | undefined
  /** What was refused is given up. */
  onRestore?: () => void
  className?: string
  inputMode?: 'decimal' | 'text'
}

/**
 * A text field for an exact value. Enter or leaving it commits, Escape restores; what cannot be read stays
 * to be corrected, with the reason beside it. Not type=number, which reads 1e-9 as 9 and 1/3 as 13.
 */
export function NumberField<S, T>(props: Props<S, T>) {
  const { label, source, short, exact, parse, onCommit, onRestore, className, inputMode = 'decimal' } = props
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const id = useId()

  useLayoutEffect(() => {
    const field = input.current!
    let shown: string | undefined
    return source((state) => {
      const value = exact(state)
      const isFocused = document.activeElement === field
      if (value === shown || (isFocused && isDirty(field))) return
      shown = value
      setProblem(undefined)
      write(field, isFocused ? value : short(state))
    })
  }, [source, short, exact])

  const restore = (text: (state: S) => string) => {
    setProblem(undefined)
    write(input.current!, text(peek(source)))
  }

  const commit = (text: (state: S) => string) => {
    const field = input.current!
    if (isDirty(field)) {
      const value = parse(field.value)
      const refusal = isRefused(value) ? value : onCommit(value)
      if (refusal) return setProblem(refusal.problem)
    }
    restore(text)
  }

  const onFocus = () => {
    if (problem !== undefined) return
    restore(exact)
    input.current!.select()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      commit(exact)
    } else if (event.key === 'Escape' && isDirty(input.current!)) {
      event.preventDefault()
      event.stopPropagation()
      onRestore?.()
      restore(exact)
    }
  }

  return (
    <span className={className === undefined ? 'field' : `field ${className}`}>
      <input
        ref={input}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        onFocus={onFocus}
        onBlur={() => commit(short)}
        onKeyDown={onKeyDown}
      />
      {problem !== undefined && (
        <span id={id} role="alert" className="problem">
          {problem}
        </span>
      )}
    </span>
  )
}

function isDirty(field: HTMLInputElement): boolean {
  return field.value !== field.dataset['shown']
}

function write(field: HTMLInputElement, text: string): void {
  if (field.value !== text) field.value = text
  field.dataset['shown'] = text
}
