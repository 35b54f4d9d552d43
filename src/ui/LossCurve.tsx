import { useLayoutEffect, useRef } from 'react'
import { curveScale, drawLossCurve, placeAt, type CurvePicture, type CurvePlace } from './drawLossCurve'
import { followCanvas, readOff } from './followCanvas'
import { readPalette } from './palette'
import { sharpContext } from './sharpCanvas'
import { writeText, type Source } from './source'
import './lossCurve.css'

interface Props<S> {
  /** Accessible name of the figure. */
  label: string
  source: Source<S>
  picture: (state: S) => CurvePicture
  /** What is said of the place that the pointer is over, and of none. */
  describe: (state: S, place: CurvePlace | undefined) => string
}

/** Losses over steps, on a logarithmic scale; never renders while they grow. */
export function LossCurve<S>({ label, source, picture, describe }: Props<S>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const caption = useRef<HTMLElement>(null)

  useLayoutEffect(() => {
    const node = canvas.current!
    return followCanvas(node, source, (state, size, pointer) => {
      const shown = picture(state)
      const place = pointer && placeAt(shown, curveScale(shown, size), pointer.x, pointer.y)
      const words = describe(state, place)
      writeText(caption.current!, words)
      if (place) node.ariaValueText = words
      const context = sharpContext(node, size.width, size.height)
      if (!context) return
      context.clearRect(0, 0, size.width, size.height)
      context.font = `${size.text}px ${size.family}`
      drawLossCurve(context, shown, size, readPalette(), place)
    })
  }, [source, picture, describe])

  return (
    <figure className="loss-curve" aria-label={label}>
      <canvas ref={canvas} {...readOff} aria-label={`${label}, along its steps`} />
      <figcaption ref={caption} />
    </figure>
  )
}
