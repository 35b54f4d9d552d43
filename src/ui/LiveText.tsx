import { useLayoutEffect, useRef } from 'react'
import { writeText, type Source } from './source'

interface Props<S> {
  source: Source<S>
  of: (state: S) => string
  className?: string
}

/** Text that follows a state without rendering. */
export function LiveText<S>({ source, of, className }: Props<S>) {
  const span = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => source((state) => writeText(span.current!, of(state))), [source, of])
  return <span ref={span} className={className} />
}

interface StatusProps<S> extends Props<S> {
  label: string
  /** It is spoken when this does not hold, or a run would be read out number by number; left out, it never is. */
  hush?: (state: S) => boolean
}

/** Text that follows a state under a name; what one action changes in many of them is told once, elsewhere. */
export function LiveStatus<S>({ source, of, hush, label, className }: StatusProps<S>) {
  const output = useRef<HTMLOutputElement>(null)
  useLayoutEffect(
    () =>
      source((state) => {
        const live = hush && !hush(state) ? 'polite' : 'off'
        if (output.current!.ariaLive !== live) output.current!.ariaLive = live
        writeText(output.current!, of(state))
      }),
    [source, of, hush],
  )
  return <output ref={output} aria-label={label} className={className} />
}
