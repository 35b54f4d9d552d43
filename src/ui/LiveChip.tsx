import { useLayoutEffect, useRef } from 'react'
import { writeText, type Source } from './source'

export interface ChipText {
  readonly text: string
  readonly tone: 'ok' | 'bad' | 'g'
}

/** A word or two that say how things stand; the colour only repeats it. */
export function LiveChip<S>({ source, of }: { source: Source<S>; of: (state: S) => ChipText }) {
  const chip = useRef<HTMLSpanElement>(null)
  useLayoutEffect(
    () =>
      source((state) => {
        const { text, tone } = of(state)
        writeText(chip.current!, text)
        if (chip.current!.dataset['tone'] !== tone) chip.current!.dataset['tone'] = tone
      }),
    [source, of],
  )
  return <span ref={chip} className="chip" />
}
