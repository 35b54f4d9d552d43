import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { NumberField } from './NumberField'
import { peek, type Refused, type Source } from './source'

/** What a drag tells whoever keeps the history: everything from begin to end is one step. */
export interface Gesture {
  begin: () => void
  end: () => void
  cancel: () => void
}

interface Props<S> {
  /** Accessible name. */
  label: string
  /** The name as it is typeset; the same words. */
  children: ReactNode
  /** What it does, beside the name. */
  hint?: ReactNode
  min: number
  max: number
  source: Source<S>
  of: (state: S) => number
  /** Where the thumb stands for a value: for one that the range cannot hold, or where the scale is another. */
  thumb?: (value: number) => number
  /** The value for a place of the thumb, if the scale is another. */
  valueAt?: (at: number) => number
  onChange: (value: number) => Refused | undefined
  gesture: Gesture
  short: (value: number) => string
  exact: (value: number) => string
  parse: (text: string) => number | Refused
}

/** Drags snap to this; typed numbers do not. */
const grid = 1000
const arrowStep = 0.1
const fineStep = 0.01

const same = (at: number) => at

/** A native slider and, beside it, its number to be read and typed. Never renders while it is dragged. */
export function Slider<S>(props: Props<S>) {
  const { label, children, hint, min, max, source, of, thumb, onChange, gesture } = props
  const { valueAt = same, short, exact, parse } = props
  const input = useRef<HTMLInputElement>(null)
  const drag = useRef<'none' | 'going' | 'cancelled'>('none')
  const id = useId()

  const show = (value: number) => {
    const at = thumb ? thumb(value) : value
    const range = input.current!
    if (range.valueAsNumber !== at) range.value = String(at)
    const text = short(value)
    if (range.ariaValueText !== text) range.ariaValueText = text
    const part = (x: number) => Math.min(Math.max((x - min) / (max - min), 0), 1)
    range.style.setProperty('--from', String(Math.min(part(at), part(0))))
    range.style.setProperty('--to', String(Math.max(part(at), part(0))))
  }

  useLayoutEffect(() => source((state) => show(of(state))))

  useLayoutEffect(() => {
    const finish = () => {
      if (drag.current === 'going') gesture.end()
      drag.current = 'none'
    }
    // The pointer may be released anywhere, and a tab switch releases it without an event here.
    const over = ['pointerup', 'pointercancel', 'blur'] as const
    for (const type of over) addEventListener(type, finish)
    return () => {
      for (const type of over) removeEventListener(type, finish)
      finish()
    }
  }, [gesture])

  const onInput = () => {
    if (drag.current === 'cancelled') return show(of(peek(source)))
    const value = Math.round(input.current!.valueAsNumber * grid) / grid
    onChange(valueAt(value))
    show(of(peek(source)))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drag.current === 'going') {
      event.preventDefault()
      drag.current = 'cancelled'
      gesture.cancel()
      show(of(peek(source)))
      return
    }
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const now = of(peek(source))
    const from = props.valueAt && thumb ? thumb(now) : now
    const next = from + direction * (event.shiftKey ? fineStep : arrowStep)
    onChange(valueAt(Number(next.toFixed(9))))
    show(of(peek(source)))
  }

  return (
    <div className="slider">
      <label htmlFor={id}>{children}</label>
      {hint !== undefined && <span className="hint">{hint}</span>}
      <input
        ref={input}
        id={id}
        type="range"
        min={min}
        max={max}
        step="any"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          drag.current = 'going'
          gesture.begin()
        }}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <NumberField
        label={`${label}, exactly`}
        source={source}
        short={(state) => short(of(state))}
        exact={(state) => exact(of(state))}
        parse={parse}
        onCommit={onChange}
      />
    </div>
  )
}
