import katex from 'katex'
import { useLayoutEffect, useRef } from 'react'

interface Props {
  tex: string
  isDisplay?: boolean
}

/** A formula, with MathML beside it for assistive technology; one that cannot be read is shown as it was written. */
export function Tex({ tex, isDisplay = false }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    katex.render(tex, place.current!, {
      displayMode: isDisplay,
      throwOnError: false,
      errorColor: 'var(--bad)',
      trust: false,
      strict: false,
      maxSize: 20,
      maxExpand: 200,
    })
  }, [tex, isDisplay])
  return <span ref={place} className={isDisplay ? 'tex display' : 'tex'} />
}
