import { useLayoutEffect, useRef } from 'react'
import { curveScale, drawLossCurve, placeAt, type CurvePicture, type CurvePlace } from './drawLossCurve'
import { readPalette, watchPalette } from './palette'
import { sharpContext } from './sharpCanvas'
import { peek, writeText, type Source } from './source'
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
    let size = { width: 0, height: 0, text: 12, family: 'sans-serif' }
    let pointer: { readonly x: number; readonly y: number } | undefined
    const draw = (state: S) => {
      const shown = picture(state)
      const place = pointer && placeAt(shown, curveScale(shown, size), pointer.x, pointer.y)
      writeText(caption.current!, describe(state, place))
      const context = sharpContext(node, size.width, size.height)
      if (!context) return
      context.clearRect(0, 0, size.width, size.height)
      context.font = `${size.text}px ${size.family}`
      drawLossCurve(context, shown, size, readPalette(), place)
    }
    const again = () => draw(peek(source))
    const follow = (event: PointerEvent) => {
      pointer = { x: event.offsetX, y: event.offsetY }
      again()
    }
    const leave = () => {
      pointer = undefined
      again()
    }
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      const { fontSize, fontFamily } = getComputedStyle(node)
      size = { width, height, text: parseFloat(fontSize), family: fontFamily }
      again()
    })
    observer.observe(node)
    node.addEventListener('pointermove', follow)
    node.addEventListener('pointerdown', follow)
    node.addEventListener('pointerleave', leave)
    const stop = [source(draw), watchPalette(again), () => observer.disconnect()]
    return () => {
      node.removeEventListener('pointermove', follow)
      node.removeEventListener('pointerdown', follow)
      node.removeEventListener('pointerleave', leave)
      stop.forEach((end) => end())
    }
  }, [source, picture, describe])

  return (
    <figure className="loss-curve" aria-label={label}>
      <canvas ref={canvas} aria-hidden="true" />
      <figcaption ref={caption} />
    </figure>
  )
}
