import { useLayoutEffect, useRef } from 'react'
import { drawLevelCurves, type Picture } from './drawLevelCurves'
import { watchPalette } from './palette'
import { peek, writeText, type Source } from './source'

interface Props<S> {
  /** Accessible name of the figure. */
  label: string
  caption: string
  source: Source<S>
  /** Must give the same object as long as the picture is the same. */
  picture: (state: S) => Picture
  /** Where the model is, in words. */
  describe: (state: S) => string
}

/** Level curves of a loss over a plane, with the model pinned. Redrawn only when the picture is another one. */
export function LevelCurves<S>({ label, caption, source, picture, describe }: Props<S>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLSpanElement>(null)

  useLayoutEffect(() => {
    let drawn: Picture | undefined
    let size = { width: 0, height: 0 }
    const show = (state: S) => {
      writeText(words.current!, describe(state))
      const next = picture(state)
      if (next === drawn) return
      drawn = next
      drawLevelCurves(canvas.current!, next, size)
    }
    const again = () => {
      drawn = undefined
      show(peek(source))
    }
    const observer = new ResizeObserver(([entry]) => {
      size = entry!.contentRect
      again()
    })
    observer.observe(canvas.current!)
    const stop = [source(show), watchPalette(again), () => observer.disconnect()]
    return () => stop.forEach((end) => end())
  }, [source, picture, describe])

  return (
    <figure className="levels" aria-label={label}>
      <canvas ref={canvas} aria-hidden="true" />
      <figcaption>
        {caption} <span ref={words} />
      </figcaption>
    </figure>
  )
}
