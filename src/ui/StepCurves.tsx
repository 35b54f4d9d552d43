import { useLayoutEffect, useRef } from 'react'
import { drawStepCurves, stepAt, type StepPicture } from './drawStepCurves'
import { watchPalette } from './palette'
import { peek, writeText, type Source } from './source'
import './lossCurve.css'

interface Props<S> {
  /** Accessible name of the figure. */
  label: string
  source: Source<S>
  picture: (state: S) => StepPicture
  /** What is said of a step that the pointer is over, and of none. */
  describe: (state: S, step: number | undefined) => string
}

/** Several numbers over the same steps, on a logarithmic scale; never renders while they grow. */
export function StepCurves<S>({ label, source, picture, describe }: Props<S>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const caption = useRef<HTMLElement>(null)

  useLayoutEffect(() => {
    const node = canvas.current!
    let size = { width: 0, height: 0, text: 12, family: 'sans-serif' }
    let pointer: number | undefined
    const draw = (state: S) => {
      const shown = picture(state)
      const step = pointer === undefined ? undefined : stepAt(shown, size, pointer)
      writeText(caption.current!, describe(state, step))
      drawStepCurves(node, shown, size, step)
    }
    const again = () => draw(peek(source))
    const follow = (event: PointerEvent) => {
      pointer = event.offsetX
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
